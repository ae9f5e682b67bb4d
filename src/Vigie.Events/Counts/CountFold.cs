using System.Globalization;
using System.Text;

namespace Vigie.Events.Counts;

/// <summary>Folds words so that spelling variants meet: case, accents, Arabic vowel marks and letter forms.</summary>
internal static class CountFold
{
    private const int LatinEnd = 0x250;
    private static readonly char[] Latin = FoldedLatin();

    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            switch (c)
            {
                case 'œ' or 'Œ': folded.Append("oe"); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                case < (char)LatinEnd: folded.Append(Latin[c]); break;
                case 'أ' or 'إ' or 'آ' or 'ٱ': folded.Append('ا'); break;
                case 'ى' or 'ی': folded.Append('ي'); break;
                case 'ک': folded.Append('ك'); break;
                case 'ة': folded.Append('ه'); break;
                default:
                    if (!IsMark(c)) folded.Append(char.ToLowerInvariant(c));
                    break;
            }
        }
        return folded.ToString();
    }

    /// <summary>The folded words of a phrase of the lexicon; a final * stays.</summary>
    public static string[] Words(string phrase) =>
        [.. phrase.Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => Fold(w))];

    /// <summary>The dual of an Arabic noun: ة opens to ت before the ending.</summary>
    public static string Dual(string noun, string ending) =>
        (noun.EndsWith('ة') ? noun[..^1] + "ت" : noun) + ending;

    /// <summary>Whether the character is written on or in a word without being a letter of it (vowel marks, tatweel, combining accents).</summary>
    public static bool IsMark(char c) =>
        c is (>= '\u064B' and <= '\u0652') or '\u0670' or '\u0640' or (>= '\u0300' and <= '\u036F');

    private static char[] FoldedLatin()
    {
        var table = new char[LatinEnd];
        for (var c = (char)0; c < LatinEnd; c++)
        {
            var lower = char.ToLowerInvariant(c);
            var plain = lower.ToString().Normalize(NormalizationForm.FormD)[0];
            table[c] = CharUnicodeInfo.GetUnicodeCategory(plain) == UnicodeCategory.NonSpacingMark ? lower : plain;
        }
        return table;
    }
}
