using System.Text;

namespace Vigie.Events;

/// <summary>
/// What all recognisers fold alike: case, the accents and ligatures of Latin letters, the forms of Arabic letters, Arabic digits,
/// and the marks on letters. What one of them folds beyond that (articles, apostrophes, presentation forms) is its own.
/// </summary>
internal static class LetterFolding
{
    /// <summary>Stands for what folds to nothing.</summary>
    public const char Nothing = '\0';

    private const int LatinStart = 0xa0, LatinEnd = 0x250, TableEnd = 0x700;

    private static readonly (char[] First, char[] Second) Letters = Table();

    /// <summary>Whether the character sits on a letter without being one: combining accents, Arabic vowel marks, the tatweel.</summary>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u065f' or '\u0640' or '\u0670';

    public static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06ff';

    /// <summary>The letter that a character is a form of, of a ligature the first; <see cref="Nothing"/> for a mark.</summary>
    public static char Fold(char c) => c < TableEnd ? Letters.First[c] : char.ToLowerInvariant(c);

    /// <summary>As <see cref="Fold(char)"/>, with a ligature's second letter, for other characters <see cref="Nothing"/>.</summary>
    public static char Fold(char c, out char second)
    {
        second = c < LatinEnd ? Letters.Second[c] : Nothing;
        return Fold(c);
    }

    private static (char[] First, char[] Second) Table()
    {
        char[] first = new char[TableEnd], second = new char[LatinEnd];
        for (int i = 0; i < TableEnd; i++)
        {
            char c = (char)i;
            first[i] = IsMark(c) ? Nothing : char.ToLowerInvariant(c);
            if (i is < LatinStart or >= LatinEnd) continue;
            string letters = new([.. c.ToString().Normalize(NormalizationForm.FormKD).Where(char.IsAsciiLetterOrDigit)]);
            if (letters.Length > 0) first[i] = char.ToLowerInvariant(letters[0]);
            if (letters.Length > 1) second[i] = char.ToLowerInvariant(letters[1]);
        }
        foreach ((string forms, string letters) in new[]
        {
            ("øØ", "o"), ("łŁ", "l"), ("đĐðÐ", "d"), ("ı", "i"), ("əƏ", "e"), ("ħĦ", "h"), ("ß", "ss"), ("æÆ", "ae"), ("œŒ", "oe"), ("þÞ", "th"), ("ŋŊ", "ng"),
            ("أإآٱ", "ا"), ("ةۀەہ", "ه"), ("ىئیې", "ي"), ("ؤۆ", "و"), ("ک", "ك"),
        })
            foreach (char form in forms)
            {
                first[form] = letters[0];
                if (letters.Length > 1) second[form] = letters[1];
            }
        for (int digit = 0; digit < 10; digit++)
            first['٠' + digit] = first['۰' + digit] = (char)('0' + digit);
        return (first, second);
    }
}
