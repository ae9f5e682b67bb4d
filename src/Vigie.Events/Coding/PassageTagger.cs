using Vigie.Events.Encoding;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>Passages from begin/inside/outside scores of pieces.</summary>
internal static class PassageTagger
{
    /// <summary>Runs of pieces of one sentence tagged begin or inside, widened to whole words; a begin right after a tagged piece goes on with it, since
    /// two parties seldom touch.</summary>
    /// <param name="functionWords">Words that no name begins or ends with ("the", "de"): they are trimmed away.</param>
    public static List<Span> Tagged(EncodedDocument encoded, int part, IReadOnlySet<string> functionWords)
    {
        PieceLayout layout = encoded.Layout;
        var found = new List<Span>();
        int from = -1;
        for (int i = 0; i <= layout.Count; i++)
        {
            bool tagged = i < layout.Count && IsTagged(encoded.Score(i, part, ReaderShape.Tags));
            if (from >= 0 && (!tagged || layout.SentenceOf(i) != layout.SentenceOf(from)))
            {
                Add(found, encoded.Document.Text, functionWords, new Span(layout[from].Span.Start, layout[i - 1].Span.End));
                from = -1;
            }
            if (from < 0 && tagged) from = i;
        }
        return found;
    }

    private static bool IsTagged(ReadOnlySpan<float> tags) => Math.Max(tags[1], tags[2]) > tags[0];

    private static void Add(List<Span> found, string text, IReadOnlySet<string> functionWords, Span span)
    {
        int start = span.Start, end = span.End;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        while (end > start && end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        // Arabic prefixes are part of the word but not of the name, so only other scripts are widened to the left.
        while (start > 0 && start < end && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1]) && text[start] < '\u0600') start--;

        while (start < end && FirstWord(text, start, end) is var (from, to) && (from == to || functionWords.Contains(text[from..to]))) start = Math.Max(to, from + 1);
        while (start < end && LastWord(text, start, end) is var (from, to) && (from == to || functionWords.Contains(text[from..to]))) end = from;
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        if (start >= end) return;
        if (found.Count > 0 && found[^1].End >= start) found[^1] = found[^1] with { End = Math.Max(end, found[^1].End) };
        else found.Add(new Span(start, end));
    }

    private static (int From, int To) FirstWord(string text, int start, int end)
    {
        int from = start;
        while (from < end && !char.IsLetterOrDigit(text[from])) from++;
        int to = from;
        while (to < end && char.IsLetterOrDigit(text[to])) to++;
        return (from, to);
    }

    private static (int From, int To) LastWord(string text, int start, int end)
    {
        int to = end;
        while (to > start && !char.IsLetterOrDigit(text[to - 1])) to--;
        int from = to;
        while (from > start && char.IsLetterOrDigit(text[from - 1])) from--;
        return (from, to);
    }
}
