using Vigie.Text;

namespace Vigie.Training.Gold;

/// <summary>Finds quoted passages and names in a text.</summary>
internal static class Passages
{
    /// <summary>Every occurrence of <paramref name="words"/>, those in the text before those in the title.</summary>
    public static List<Span> Of(string text, string words, int titleEnd)
    {
        var found = new List<Span>();
        if (words.Length == 0) return found;
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            found.Add(new Span(at, at + words.Length));
        return [.. found.OrderBy(span => span.Start < titleEnd ? 1 : 0).ThenBy(span => span.Start)];
    }

    /// <summary>Every occurrence of a name on word boundaries, any case; Arabic one-letter prefixes may precede.</summary>
    public static IEnumerable<Span> OfName(string text, string name)
    {
        if (name.Length < 2) yield break;
        for (int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + name.Length;
            bool starts = at == 0 || !char.IsLetterOrDigit(text[at - 1]) || IsArabicPrefix(text, at);
            if (starts && (end == text.Length || !char.IsLetterOrDigit(text[end]))) yield return new Span(at, end);
        }
    }

    private static bool IsArabicPrefix(string text, int at) =>
        text[at - 1] is 'و' or 'ب' or 'ل' or 'ف' or 'ك' && (at == 1 || !char.IsLetterOrDigit(text[at - 2]));
}
