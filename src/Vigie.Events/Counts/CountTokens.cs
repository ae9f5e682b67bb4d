using Vigie.Text;

namespace Vigie.Events.Counts;

/// <summary>What stands between a word and the word before it.</summary>
[Flags]
internal enum Gap
{
    None = 0,
    Space = 1,
    Hyphen = 2,
    Comma = 4,
    Semicolon = 8,
    Bracket = 16,
    Slash = 32,
    Colon = 64,
    Stop = 128,
    Sign = 256,
    Quote = 512,
}

/// <summary>A word or a number in digits.</summary>
/// <param name="Number">Its value if it is a number in digits, else -1.</param>
/// <param name="Fraction">Thousandths beyond <paramref name="Number"/> ("3,5": 500).</param>
/// <param name="Before">What parts it from the word before.</param>
internal readonly record struct CountToken(int Start, int End, CountForm Form, long Number, int Fraction, Gap Before, bool Capital);

/// <summary>The words of one sentence, each looked up once a document.</summary>
internal sealed class CountTokens(string text, CountLexicon lexicon)
{
    private const long Largest = 1_000_000_000;
    private static readonly CountForm Digits = new([""], [], false, false);

    private readonly Dictionary<string, CountForm> forms = new(StringComparer.Ordinal);
    private readonly List<CountToken> tokens = [];

    public int Count => tokens.Count;

    /// <summary>What follows the last word.</summary>
    public Gap After { get; private set; }

    public string Text => text;

    public CountToken this[int index] => tokens[index];

    public Gap GapBefore(int index) => index < tokens.Count ? tokens[index].Before : After | Gap.Stop;

    /// <summary>Reads the words of a passage in place of those read before.</summary>
    public void Read(Span span)
    {
        tokens.Clear();
        var gap = Gap.Stop;
        var i = span.Start;
        while (i < span.End)
        {
            var c = text[i];
            var start = i;
            if (char.IsDigit(c))
            {
                i = ReadDigits(i, span.End, gap);
                gap = Gap.None;
            }
            else if (char.IsLetter(c))
            {
                i = WordEnd(i, span.End);
                Add(start, i, FormOf(start, i), -1, 0, gap);
                gap = Gap.None;
            }
            else
            {
                gap |= GapOf(c);
                i++;
            }
        }
        After = gap;
    }

    /// <summary>Words in the longest phrase of a kind that begins at a word; 0 where none does.</summary>
    public int Match(int index, CountWord kind) => Match(index, kind, out _);

    public int Match(int index, CountWord kind, out CountPhrase? phrase)
    {
        phrase = null;
        if (index < 0 || index >= tokens.Count) return 0;
        var longest = 0;
        foreach (var candidate in tokens[index].Form.Starts)
        {
            if (candidate.Kind != kind || candidate.Words.Length <= longest || !Follows(index, candidate)) continue;
            longest = candidate.Words.Length;
            phrase = candidate;
        }
        return longest;
    }

    /// <summary>Whether the words after the first of a phrase follow, with nothing heavier than a hyphen between.</summary>
    public bool Follows(int index, CountPhrase phrase)
    {
        if (index + phrase.Words.Length > tokens.Count) return false;
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            var token = tokens[index + i];
            if ((token.Before & ~(Gap.Space | Gap.Hyphen | Gap.Quote)) != 0 || !token.Form.Is(phrase.Words[i], phrase.Stem[i])) return false;
        }
        return true;
    }

    private int WordEnd(int i, int end)
    {
        var arabic = LetterFolding.IsArabic(text[i]);
        for (i++; i < end; i++)
        {
            var c = text[i];
            // In Arabic a proclitic is written onto digits; in Latin script letters and digits together are a name (M23).
            if (char.IsDigit(c) ? arabic : !(char.IsLetter(c) || LetterFolding.IsMark(c))) break;
        }
        return i;
    }

    private int ReadDigits(int start, int end, Gap gap)
    {
        var i = start;
        var value = Group(ref i, end, out var digits);
        var fraction = 0;
        if (digits <= 3)
        {
            while (i + 3 < end && IsThousands(text[i]) && ThreeDigits(i + 1, end))
            {
                i++;
                value = Math.Min(Largest, value * 1000 + Group(ref i, end, out _));
            }
        }
        if (i + 1 < end && text[i] is ',' or '.' or '٫' && char.IsDigit(text[i + 1]))
        {
            var after = i + 1;
            var part = Group(ref after, end, out var places);
            fraction = places switch { 1 => (int)part * 100, 2 => (int)part * 10, _ => 1 };
            i = after;
        }
        if (i < end && char.IsLetter(text[i]) && !LetterFolding.IsArabic(text[i]))
        {
            // "18h30", "5th", "9mm": a word that holds digits counts nobody.
            while (i < end && char.IsLetterOrDigit(text[i])) i++;
            Add(start, i, Digits, -1, 0, gap);
            return i;
        }
        Add(start, i, Digits, value, fraction, gap);
        return i;
    }

    private long Group(ref int i, int end, out int digits)
    {
        long value = 0;
        digits = 0;
        for (; i < end && char.IsDigit(text[i]); i++, digits++)
            value = Math.Min(Largest, value * 10 + (long)char.GetNumericValue(text[i]));
        return value;
    }

    private bool IsThousands(char c) => c is '\u00A0' or '\u202F' or '٬' || lexicon.Thousands.Contains(c, StringComparison.Ordinal);

    private bool ThreeDigits(int i, int end) =>
        i + 2 < end && char.IsDigit(text[i]) && char.IsDigit(text[i + 1]) && char.IsDigit(text[i + 2])
        && (i + 3 >= end || !char.IsLetterOrDigit(text[i + 3]));

    private CountForm FormOf(int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var lookup = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var form)) return form;
        form = lexicon.Form(CountFold.Fold(word));
        lookup[word] = form;
        return form;
    }

    private void Add(int start, int end, CountForm form, long number, int fraction, Gap gap) =>
        tokens.Add(new CountToken(start, end, form, number, fraction, gap, char.IsUpper(text[start])));

    private static Gap GapOf(char c) => c switch
    {
        '\'' or '’' => Gap.Quote,
        '-' or '‐' or '‑' => Gap.Hyphen,
        ',' or '،' => Gap.Comma,
        ';' or '؛' or '–' or '—' => Gap.Semicolon,
        '(' or ')' or '[' or ']' => Gap.Bracket,
        '/' => Gap.Slash,
        ':' => Gap.Colon,
        '.' or '!' or '?' or '؟' or '\n' or '…' => Gap.Stop,
        '%' or '$' or '€' or '£' or '#' or '°' or '+' or '٪' => Gap.Sign,
        '"' or '«' or '»' or '“' or '”' => Gap.Quote,
        _ => Gap.Space,
    };
}
