using System.Globalization;
using System.Text;

namespace Vigie.Events.Times;

/// <summary>
/// The form under which words are compared: small letters without accents; Arabic without vowel signs and tatweel, one alef,
/// one final yeh; one apostrophe, one hyphen. One code unit folds to one, or to none.
/// </summary>
internal static class WordFolding
{
    /// <summary>Stands for a code unit that folds to nothing.</summary>
    public const char Nothing = '\0';

    private static readonly char[] Table = Build();

    public static char Fold(char c) => c < Table.Length ? Table[c] : char.ToLowerInvariant(c);

    /// <summary>A mark within a word: it neither ends the word nor counts in it.</summary>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u065f' or '\u0640' or '\u0670';

    /// <summary>A sign without width (direction marks, soft hyphen, byte order mark), read as a space.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00ad' or '\ufeff' or >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';

    private static char[] Build()
    {
        var table = new char[0x2100];
        for (int i = 0; i < table.Length; i++)
        {
            char c = (char)i;
            table[i] = IsMark(c) ? Nothing : char.ToLowerInvariant(c);
            if (i is >= 0xc0 and < 0x250 && char.IsLetter(c))
            {
                string parts = c.ToString().Normalize(NormalizationForm.FormD);
                if (CharUnicodeInfo.GetUnicodeCategory(parts[0]) is not UnicodeCategory.NonSpacingMark)
                    table[i] = char.ToLowerInvariant(parts[0]);
            }
        }
        foreach (char alef in "أإآٱ") table[alef] = 'ا';
        table['ى'] = 'ي';
        table['ی'] = 'ي';
        table['ک'] = 'ك';
        foreach (char apostrophe in "’‘ʼ`´") table[apostrophe] = '\'';
        foreach (char dash in "‐‑‒–—―") table[dash] = '-';
        return table;
    }
}
