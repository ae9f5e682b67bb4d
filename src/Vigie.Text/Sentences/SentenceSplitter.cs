namespace Vigie.Text.Sentences;

/// <summary>Cuts lines into sentences after final marks; a line never shares a sentence with the next.</summary>
public sealed class SentenceSplitter
{
    /// <summary>A sentence longer than this is cut at the next space, so that a line of megabytes stays bounded.</summary>
    public const int LongestSentence = 2_000;

    /// <summary>Where there is no space either, it is cut here.</summary>
    private const int LongestWithoutSpace = 2 * LongestSentence;

    private readonly HashSet<string> abbreviations;
    private readonly HashSet<string> beforeNumbers;
    private readonly HashSet<string> beforeNames;
    private readonly HashSet<string> openers;
    private readonly int longestAbbreviation;
    private readonly int longestOpener;

    public SentenceSplitter(SentenceRules rules)
    {
        abbreviations = new HashSet<string>(rules.Abbreviations, StringComparer.Ordinal);
        beforeNumbers = new HashSet<string>(rules.BeforeNumbers, StringComparer.Ordinal);
        beforeNames = new HashSet<string>(rules.BeforeNames, StringComparer.Ordinal);
        openers = new HashSet<string>(rules.Openers, StringComparer.Ordinal);
        longestAbbreviation = Longest(abbreviations.Concat(beforeNumbers).Concat(beforeNames));
        longestOpener = Longest(openers);
    }

    /// <summary>The sentences of one line, without the white space around them.</summary>
    public IEnumerable<Span> Split(string text, Span line)
    {
        int start = SkipSpace(text, line.Start, line.End);
        int at = start;
        while (at < line.End)
        {
            if (!EndsSentence(text, at, start, line.End, out int next))
            {
                at = next;
                continue;
            }
            yield return new Span(start, TrimEnd(text, start, next));
            start = at = SkipSpace(text, next, line.End);
        }
        if (start < line.End) yield return new Span(start, TrimEnd(text, start, line.End));
    }

    // Whether the unit at `at` ends the sentence that began at start; `next` is where it ends then, else where to look on:
    // behind the whole run of marks, so that none is looked at again from every mark within it.
    private bool EndsSentence(string text, int at, int start, int lineEnd, out int next)
    {
        char unit = text[at];
        next = at;
        if (at - start >= LongestSentence && char.IsWhiteSpace(unit)) return true;
        if (at - start >= LongestWithoutSpace && !char.IsSurrogate(unit)) return true;
        next++;
        if (!IsFinal(unit)) return false;

        while (next < lineEnd && next - start < LongestWithoutSpace && (IsFinal(text[next]) || IsClosing(text[next]))) next++;
        if (next == lineEnd || next - start >= LongestWithoutSpace) return true;
        if (!char.IsWhiteSpace(text[next])) return false;

        // French sets a space before a closing mark: « … . »
        int follower = SkipSpace(text, next, lineEnd);
        if (follower < lineEnd && text[follower] == '»')
        {
            next = follower + 1;
            follower = SkipSpace(text, next, lineEnd);
        }
        if (follower >= lineEnd) return true;
        if (unit == '.' && !IsFinal(text[at + 1]) && IsAbbreviation(text, start, at, follower)) return false;
        return MayOpen(text[follower]);
    }

    private static bool IsFinal(char unit) => unit is '.' or '!' or '?' or '…' or '؟' or '۔';

    private static bool IsClosing(char unit) => unit is '"' or '”' or '’' or '\'' or '»' or ')' or ']';

    // A lower-case letter goes on with the sentence.
    private static bool MayOpen(char unit) => !char.IsLower(unit) && unit is not (',' or ';' or '،' or '؛' or ':');

    private bool IsAbbreviation(string text, int start, int stop, int follower)
    {
        int from = stop;
        while (from > start && stop - from <= longestAbbreviation && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '-')) from--;
        ReadOnlySpan<char> word = text.AsSpan(from, stop - from);
        if (IsIn(abbreviations, word)) return true;
        // An initial, as in "J. Smith" or "U.S. troops".
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        if ((word.Length > 1 && word[^2] == '.' && char.IsUpper(word[^1])) || IsIn(beforeNames, word)) return !Opens(text, follower);
        return char.IsDigit(text[follower]) && IsIn(beforeNumbers, word);
    }

    private bool Opens(string text, int from)
    {
        int end = from;
        while (end < text.Length && end - from <= longestOpener && char.IsLetter(text[end])) end++;
        return IsIn(openers, text.AsSpan(from, end - from));
    }

    private static int Longest(IEnumerable<string> words) => words.Select(word => word.Length).DefaultIfEmpty().Max();

    private static bool IsIn(HashSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

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
