using System.Globalization;
using System.Text;

namespace Vigie.Desk.Texts;

/// <summary>Makes a stranger's text safe to show in a page that other text stands in: it may not turn its neighbours around.</summary>
public static class SafeText
{
    /// <summary>Stands for a character that would act and not show.</summary>
    private const char Shown = '\uFFFD';

    /// <summary>The text with every control and every mark that turns the direction around replaced, one code unit for one: offsets stay.</summary>
    public static string Of(string text)
    {
        int at = IndexOfUnsafe(text, 0);
        if (at < 0) return text;
        var safe = new StringBuilder(text);
        for (; at >= 0; at = IndexOfUnsafe(text, at + 1)) safe[at] = Shown;
        return safe.ToString();
    }

    /// <summary><see cref="Of"/>, on one line and cut where it is longer than <paramref name="longest"/> code units.</summary>
    public static string Line(string text, int longest)
    {
        bool cut = text.Length > longest;
        string line = Of(cut ? text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] : text);
        line = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return cut ? line + "…" : line;
    }

    private static int IndexOfUnsafe(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
            if (IsUnsafe(text, i)) return i;
        return -1;
    }

    private static bool IsUnsafe(string text, int at)
    {
        char c = text[at];
        if (c < ' ') return c is not ('\n' or '\t' or '\r');
        if (c < 0x7F) return false;
        if (char.IsHighSurrogate(c)) return at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c)) return at == 0 || !char.IsHighSurrogate(text[at - 1]);
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            // Joiners and the weak marks are part of right spelling; embeddings, overrides and isolates are not.
            UnicodeCategory.Format => c is not ('\u00AD' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u061C' or '\u2060' or '\uFEFF'),
            _ => false,
        };
    }
}
