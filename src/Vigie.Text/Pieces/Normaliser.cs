using System.Globalization;
using System.Text;

namespace Vigie.Text.Pieces;

/// <summary>
/// Text as the encoder wants it: composed to NFC, then every code point replaced by the table, with the passage that each unit came from.
/// Canonically equal texts become the same units, as long as no letter carries more than <see cref="LongestCluster"/> units of marks.
/// </summary>
public sealed class Normaliser
{
    /// <summary>A letter with its marks is composed up to this length, so that a million marks on one letter stay linear.</summary>
    private const int LongestCluster = 32;

    private readonly Dictionary<int, string> replacements;

    private Normaliser(Dictionary<int, string> replacements) => this.replacements = replacements;

    /// <summary>Reads lines of a hexadecimal code point, tab, replacement code points in hexadecimal (none: dropped).</summary>
    /// <exception cref="KnowledgeException">The file cannot be read, or a line is not of that form.</exception>
    public static Normaliser Load(string path)
    {
        var replacements = new Dictionary<int, string>();
        foreach ((int number, string line) in KnowledgeFile.Lines(path))
        {
            string[] cells = line.Split('\t');
            try
            {
                var text = new StringBuilder();
                foreach (string code in cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) text.Append(new Rune(Hex(code)).ToString());
                replacements[Hex(cells[0])] = text.ToString();
            }
            catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
            {
                throw new KnowledgeException(path, number, "expected hexadecimal code points: one, a tab, and what replaces it", e);
            }
        }
        return new Normaliser(replacements);
    }

    /// <summary>Appends the normalised units of <paramref name="text"/>, each with its passage in it.</summary>
    internal void Append(string text, List<NormalisedUnit> units)
    {
        int at = 0;
        while (at < text.Length)
        {
            int length = ClusterLength(text, at);
            if (length == 1 || IsPair(text, at, length))
            {
                AppendRune(text.AsSpan(at, length), at, at + length, units);
            }
            else
            {
                string cluster = text.Substring(at, length), composed = Compose(cluster);
                // Marks that compose or change places belong to the whole; those that stay as they are keep their own place.
                if (composed == cluster)
                {
                    for (int i = at; i < at + length;)
                    {
                        int step = char.IsSurrogatePair(text, i) ? 2 : 1;
                        AppendRune(text.AsSpan(i, step), i, i + step, units);
                        i += step;
                    }
                }
                else
                {
                    for (int i = 0; i < composed.Length;)
                    {
                        int step = i + 1 < composed.Length && char.IsSurrogatePair(composed, i) ? 2 : 1;
                        AppendRune(composed.AsSpan(i, step), at, at + length, units);
                        i += step;
                    }
                }
            }
            at += length;
        }
    }

    private static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static bool IsPair(string text, int at, int length) => length == 2 && char.IsSurrogatePair(text, at);

    private static string Compose(string cluster)
    {
        try
        {
            return cluster.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return cluster; // A lone surrogate cannot be composed, and needs not be.
        }
    }

    // A base with its combining marks.
    private static int ClusterLength(string text, int at)
    {
        int end = at + (at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1);
        while (end < text.Length && end - at < LongestCluster && IsMark(text[end])) end++;
        return end - at;
    }

    private static bool IsMark(char unit) =>
        unit >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(unit) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private void AppendRune(ReadOnlySpan<char> rune, int start, int end, List<NormalisedUnit> units)
    {
        int code = rune.Length == 2 ? char.ConvertToUtf32(rune[0], rune[1]) : rune[0];
        if (replacements.TryGetValue(code, out string? replacement))
        {
            foreach (char unit in replacement) units.Add(new NormalisedUnit(unit, start, end));
        }
        else
        {
            foreach (char unit in rune) units.Add(new NormalisedUnit(unit, start, end));
        }
    }
}

/// <summary>One code unit of normalised text and the passage of the source that it stands for.</summary>
internal readonly record struct NormalisedUnit(char Unit, int Start, int End);
