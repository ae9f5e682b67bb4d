namespace Vigie.Text.Sentences;

/// <summary>Cuts lines into sentences after final marks; a line never shares a sentence with the next.</summary>
public sealed class SentenceSplitter
{
    /// <summary>A sentence longer than this is cut at the next space, so that a line of megabytes stays bounded.</summary>
    public const int LongestSentence = 2_000;

    private readonly HashSet<string> abbreviations;
    private readonly int longestAbbreviation;

    public SentenceSplitter(SentenceRules rules)
    {
        abbreviations = new HashSet<string>(rules.Abbreviations, StringComparer.OrdinalIgnoreCase);
        foreach (string word in abbreviations) longestAbbreviation = Math.Max(longestAbbreviation, word.Length);
    }

    /// <summary>The sentences of one line, without the white space around them.</summary>
    public IEnumerable<Span> Split(string text, Span line)
    {
        int start = SkipSpace(text, line.Start, line.End);
        int at = start;
        while (at < line.End)
        {
            int end = SentenceEnd(text, at, start, line.End);
            if (end < 0)
            {
                at++;
                continue;
            }
            yield return new Span(start, TrimEnd(text, start, end));
            start = at = SkipSpace(text, end, line.End);
        }
        if (start < line.End) yield return new Span(start, TrimEnd(text, start, line.End));
    }

    // Where the sentence that began at start ends, if the unit at `at` ends it; else -1.
    private int SentenceEnd(string text, int at, int start, int lineEnd)
    {
        char unit = text[at];
        if (at - start >= LongestSentence && char.IsWhiteSpace(unit)) return at;
        if (at - start >= 2 * LongestSentence && !char.IsSurrogate(unit)) return at;
        if (!IsFinal(unit)) return -1;

        int end = at + 1;
        while (end < lineEnd && (IsFinal(text[end]) || IsClosing(text[end]))) end++;
        if (end == lineEnd) return end;
        if (!char.IsWhiteSpace(text[end])) return -1;

        // French sets a space before a closing mark: « … . »
        int next = SkipSpace(text, end, lineEnd);
        if (next < lineEnd && text[next] == '»')
        {
            end = next + 1;
            next = SkipSpace(text, end, lineEnd);
        }
        if (next >= lineEnd) return end;
        if (unit == '.' && IsAbbreviation(text, start, at)) return -1;
        return MayOpen(text, next) ? end : -1;
    }

    private static bool IsFinal(char unit) => unit is '.' or '!' or '?' or '…' or '؟' or '۔';

    private static bool IsClosing(char unit) => unit is '"' or '”' or '’' or '\'' or '»' or ')' or ']';

    // A lower-case letter goes on with the sentence.
    private static bool MayOpen(string text, int at) => !char.IsLower(text[at]) && text[at] is not (',' or ';' or '،' or '؛' or ':');

    private bool IsAbbreviation(string text, int start, int stop)
    {
        int from = stop;
        while (from > start && stop - from <= longestAbbreviation && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '-')) from--;
        ReadOnlySpan<char> word = text.AsSpan(from, stop - from);
        // An initial, as in "J. Smith" or "U.S. troops".
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        if (word.Length > 1 && word[^2] == '.' && char.IsUpper(word[^1])) return true;
        return abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }
}
