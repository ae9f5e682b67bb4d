namespace Vigie.Text.Languages;

/// <summary>Tells the language of a text by its script and its function words.</summary>
public sealed class LanguageGuesser
{
    /// <summary>The languages that Vigie codes.</summary>
    public static IReadOnlyList<string> Coded { get; } = ["fr", "en", "ar"];

    /// <summary>Units looked at: enough to be sure, bounded on long texts.</summary>
    private const int Sample = 20_000;

    private readonly Dictionary<string, HashSet<string>> functionWords;
    private readonly Dictionary<char, string> foreignLetters = [];
    private readonly List<string> letterOrder;

    public LanguageGuesser(LanguageRules rules)
    {
        functionWords = rules.WordsByLanguage();
        letterOrder = [.. rules.Letters.Keys];
        foreach ((string language, string letters) in rules.Letters)
        {
            foreach (char letter in letters) foreignLetters.TryAdd(letter, language);
        }
    }

    public static LanguageGuesser Load(DataFolder data) => new(LanguageRules.Load(data));

    /// <summary>ISO 639-1 code of the likeliest language; <c>und</c> where the text has too few words to tell, or another script.</summary>
    public string Guess(string text)
    {
        ReadOnlySpan<char> sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        int latin = 0, arabic = 0, other = 0;
        var foreign = new Dictionary<string, int>();
        foreach (char unit in sample)
        {
            if (!char.IsLetter(unit)) continue;
            if (unit < '\u0250' || unit is >= '\u1E00' and < '\u1F00') latin++;
            else if (unit is >= '\u0600' and < '\u0780' or >= '\uFB50' and < '\uFF00') arabic++;
            else other++;
            if (foreignLetters.TryGetValue(unit, out string? language)) foreign[language] = foreign.GetValueOrDefault(language) + 1;
        }
        if (other > latin && other > arabic) return "und";
        if (arabic >= latin)
        {
            if (arabic == 0) return "und";
            // Urdu and others have the letters of Persian and some of their own, so the last of the rules that fits is the one.
            return letterOrder.FindLast(language => foreign.GetValueOrDefault(language) * 100 > arabic) ?? "ar";
        }
        return LatinLanguage(sample);
    }

    private string LatinLanguage(ReadOnlySpan<char> sample)
    {
        var hits = functionWords.Keys.ToDictionary(language => language, _ => 0);
        var lookups = functionWords.Select(pair => (pair.Key, Words: pair.Value.GetAlternateLookup<ReadOnlySpan<char>>())).ToArray();
        int words = 0;
        for (int at = 0; at < sample.Length;)
        {
            if (!char.IsLetter(sample[at]))
            {
                at++;
                continue;
            }
            int start = at;
            while (at < sample.Length && char.IsLetter(sample[at])) at++;
            words++;
            foreach ((string language, var set) in lookups)
            {
                if (set.Contains(sample[start..at])) hits[language]++;
            }
        }
        (string best, int count) = hits.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
        // Running French and English are two fifths function words; a text with under a tenth is a list, or another language.
        return count >= 2 && count * 10 >= words ? best : "und";
    }
}
