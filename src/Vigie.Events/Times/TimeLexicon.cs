namespace Vigie.Events.Times;

/// <summary>A word class that fits at a token: its value, and how many tokens it takes.</summary>
internal readonly record struct ClassFit(int Class, int Value, int Length);

/// <summary>
/// The classes of words (months, weekdays, units …), each phrase with a number, and the classes that runs of digits belong to
/// by themselves: <c>day</c>, <c>month_number</c>, <c>year</c>, <c>modern_year</c> (1900 to 2099), <c>short_year</c>, <c>old_year</c> (60 to 99), <c>hour</c>, <c>minute</c>, <c>number</c>.
/// </summary>
internal sealed class TimeLexicon
{
    private const int Day = 0, MonthNumber = 1, Year = 2, ShortYear = 3, Hour = 4, Minute = 5, Number = 6, ModernYear = 7, OldYear = 8;

    private readonly Dictionary<string, int> classes = new(StringComparer.Ordinal)
    {
        ["day"] = Day,
        ["month_number"] = MonthNumber,
        ["year"] = Year,
        ["short_year"] = ShortYear,
        ["hour"] = Hour,
        ["minute"] = Minute,
        ["number"] = Number,
        ["modern_year"] = ModernYear,
        ["old_year"] = OldYear,
    };

    private readonly Dictionary<int, List<(TimeToken[] Words, int Class, int Value)>> phrasesByFirstWord = [];

    public int ClassId(string name) => classes.TryGetValue(name, out int id) ? id : -1;

    public void AddClass(string name) => classes.TryAdd(name, classes.Count);

    public void Add(string className, int value, IReadOnlyList<TimeToken> words)
    {
        if (!phrasesByFirstWord.TryGetValue(words[0].Word, out var phrases))
            phrasesByFirstWord.Add(words[0].Word, phrases = []);
        phrases.Add(([.. words], classes[className], value));
    }

    /// <summary>Every class that fits from token <paramref name="at"/> on, added to <paramref name="fits"/>.</summary>
    public void Fit(IReadOnlyList<TimeToken> tokens, int at, TimeVocabulary vocabulary, List<ClassFit> fits)
    {
        var token = tokens[at];
        if (token.Word == TimeToken.Unknown) return;
        if (token.Word == TimeToken.Digits)
        {
            FitDigits(token, fits);
            return;
        }
        if (!phrasesByFirstWord.TryGetValue(token.Word, out var phrases)) return;
        foreach (var (words, wordClass, value) in phrases)
            if (Stands(words, tokens, at, vocabulary)) fits.Add(new ClassFit(wordClass, value, words.Length));
    }

    private static bool Stands(TimeToken[] words, IReadOnlyList<TimeToken> tokens, int at, TimeVocabulary vocabulary)
    {
        if (at + words.Length > tokens.Count) return false;
        for (int i = 0; i < words.Length; i++)
        {
            var token = tokens[at + i];
            if (token.Word != words[i].Word || (i > 0 && token.Has(TokenMarks.AfterBreak))) return false;
            if (words[i].Word == TimeToken.Digits && token.Number != words[i].Number) return false;
            if (vocabulary.NeedsCapital(token.Word) && !token.Has(TokenMarks.Capital)) return false;
        }
        return true;
    }

    private static void FitDigits(TimeToken token, List<ClassFit> fits)
    {
        int value = token.Number, digits = token.End - token.Start;
        if (value < 0) return;
        if (digits <= 2 && value <= 24) fits.Add(new ClassFit(Hour, value, 1));
        if (digits == 2 && value <= 59) fits.Add(new ClassFit(Minute, value, 1));
        if (token.Has(TokenMarks.Fraction)) return;
        if (digits <= 2 && value is >= 1 and <= 31) fits.Add(new ClassFit(Day, value, 1));
        if (digits <= 2 && value is >= 1 and <= 12) fits.Add(new ClassFit(MonthNumber, value, 1));
        if (digits == 4 && value is >= 1000 and <= 2999) fits.Add(new ClassFit(Year, value, 1));
        if (digits == 4 && value is >= 1900 and <= 2099) fits.Add(new ClassFit(ModernYear, value, 1));
        if (digits == 2 && value >= 60) fits.Add(new ClassFit(OldYear, value, 1));
        if (digits == 2) fits.Add(new ClassFit(ShortYear, value, 1));
        fits.Add(new ClassFit(Number, value, 1));
    }
}
