using System.Globalization;
using System.Text;

namespace Vigie.Cli;

/// <summary>Makes a stranger's text safe to show: it may not move the cursor, colour the screen or turn the line around.</summary>
internal static class Plain
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>The text on one line: control characters and bidi controls dropped, runs of white space made one blank.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        bool blank = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                blank = line.Length > 0;
                continue;
            }
            if (IsUnsafe(rune)) continue;
            if (blank) line.Append(' ');
            blank = false;
            line.Append(rune);
        }
        return line.ToString();
    }

    /// <summary><see cref="OneLine"/>, cut at a word with "…" where it is longer than <paramref name="longest"/> code units.</summary>
    public static string Shortened(string text, int longest)
    {
        string line = OneLine(text);
        if (line.Length <= longest) return line;
        int cut = line.LastIndexOf(' ', longest - 1);
        if (cut < longest / 2) cut = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..cut] + "…";
    }

    /// <summary>Whether the text has letters that run from right to left.</summary>
    public static bool HasRightToLeft(string text)
    {
        foreach (char c in text)
            if (c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') return true;
        return false;
    }

    /// <summary>The text shut off from the direction of what stands beside it on a screen.</summary>
    public static string Isolated(string text) => FirstStrongIsolate + text + PopDirectionalIsolate;

    /// <summary>Controls, invisible direction marks and halves of surrogate pairs. Joiners stay: Arabic and Persian spelling needs them.</summary>
    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        UnicodeCategory.PrivateUse => true,
        _ => false,
    };
}
