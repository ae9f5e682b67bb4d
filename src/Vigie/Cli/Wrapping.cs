using System.Globalization;
using Spectre.Console;

namespace Vigie.Cli;

/// <summary>Breaks a line of text between words, by the columns that it fills on a screen.</summary>
internal static class Wrapping
{
    /// <summary>A blank within what should stay on one line; drawn as any blank.</summary>
    public const char FirmBlank = '\u00A0';

    /// <summary>Lines of at most <paramref name="width"/> columns; a word wider than that is broken. No line for an empty text.</summary>
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string joined = line.Length == 0 ? word : line + " " + word;
            if (joined.GetCellWidth() <= width)
            {
                line = joined;
                continue;
            }
            if (line.Length > 0) lines.Add(line);
            line = Broken(word, width, lines);
        }
        if (line.Length > 0) lines.Add(line);
        return lines.ConvertAll(full => full.Replace(FirmBlank, ' '));
    }

    /// <summary>Adds the full lines of a word too wide, between characters as a reader sees them; gives its rest.</summary>
    private static string Broken(string word, int width, List<string> lines)
    {
        while (word.GetCellWidth() > width)
        {
            int end = 0;
            while (end < word.Length)
            {
                int next = end + StringInfo.GetNextTextElementLength(word, end);
                if (end > 0 && word[..next].GetCellWidth() > width) break;
                end = next;
            }
            if (end == word.Length) break;
            lines.Add(word[..end]);
            word = word[end..];
        }
        return word;
    }
}
