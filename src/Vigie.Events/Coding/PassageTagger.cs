using Vigie.Events.Encoding;
using Vigie.Text.Languages;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>Passages from begin/inside/outside scores of pieces.</summary>
internal static class PassageTagger
{
    /// <summary>Units between two parts of one name, at most.</summary>
    private const int LongestLink = 8;

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("\n.,;:!?()«»\"“”،؛؟");

    /// <summary>Runs of pieces of one sentence tagged begin or inside, widened to whole words; a begin right after a tagged piece goes on with it, since
    /// two parties seldom touch.</summary>
    public static List<Span> Tagged(EncodedDocument encoded, int part, NameWords words)
    {
        PieceLayout layout = encoded.Layout;
        var found = new List<Span>();
        int from = -1;
        for (int i = 0; i <= layout.Count; i++)
        {
            bool tagged = i < layout.Count && IsTagged(encoded.Score(i, part, ReaderShape.Tags));
            if (from >= 0 && (!tagged || layout.SentenceOf(i) != layout.SentenceOf(from)))
            {
                Add(found, encoded.Document.Text, words, new Span(layout[from].Span.Start, layout[i - 1].Span.End));
                from = -1;
            }
            if (from < 0 && tagged) from = i;
        }
        return found;
    }

    private static bool IsTagged(ReadOnlySpan<float> tags) => Math.Max(tags[1], tags[2]) > tags[0];

    private static void Add(List<Span> found, string text, NameWords words, Span span)
    {
        (int start, int end) = Widened(text, span);
        while (start < end && FirstWord(text, start, end) is var (from, to) && (from == to || words.Around.Contains(text[from..to]))) start = Math.Max(to, from + 1);
        while (start < end && LastWord(text, start, end) is var (from, to) && (from == to || words.Around.Contains(text[from..to]))) end = from;
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        if (start >= end) return;
        if (found.Count > 0 && IsLinked(text, found[^1].End, start, words)) found[^1] = found[^1] with { End = Math.Max(end, found[^1].End) };
        else found.Add(new Span(start, end));
    }

    // To whole words; a one-letter prefix of Arabic (و ب ل ف ك) is part of the word but not of the name.
    private static (int Start, int End) Widened(string text, Span span)
    {
        int start = span.Start, end = span.End;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        while (end > start && end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        int word = start;
        while (word > 0 && char.IsLetterOrDigit(text[word - 1])) word--;
        bool isPrefix = start - word == 1 && text[word] is 'و' or 'ب' or 'ل' or 'ف' or 'ك';
        return (isPrefix ? start : word, end);
    }

    // "ministère" and "Intérieur" with nothing but "de l'" between them are one name.
    private static bool IsLinked(string text, int end, int start, NameWords words)
    {
        if (start <= end) return true;
        if (start - end > LongestLink || text.AsSpan(end, start - end).ContainsAny(Breaks)) return false;
        for (int at = end; FirstWord(text, at, start) is var (from, to) && from < to; at = to)
        {
            if (!words.Within.Contains(text[from..to])) return false;
        }
        return true;
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
