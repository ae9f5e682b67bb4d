using System.Text;

namespace Vigie.Events.Actors;

/// <summary>Brings the spellings of one word together: case, accents, ligatures, and the Arabic letter forms, vowel marks and digits.</summary>
internal static class WordFolding
{
    /// <summary>Longer words are no names, and are left unread.</summary>
    public const int MaxLength = 48;

    private const int TableSize = 0x700;
    private static readonly char[] Table = BuildTable();

    /// <summary>Whether the character stands inside a word: letters, digits, and the marks that sit on letters.</summary>
    public static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || IsMark(c);

    public static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06ff';

    /// <summary>Whether folding drops the character: combining accents, Arabic vowel marks, the tatweel.</summary>
    public static bool IsMark(char c) =>
        c is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u065f' or '\u0670' or '\u0640';

    /// <summary>Writes the folded word and gives its length; 0 where the word is longer than <see cref="MaxLength"/>.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        if (word.Length > MaxLength) return 0;
        int length = 0;
        foreach (char c in word)
        {
            if (IsMark(c)) continue;
            (char first, char second) = c switch
            {
                'œ' or 'Œ' => ('o', 'e'),
                'æ' or 'Æ' => ('a', 'e'),
                'ß' => ('s', 's'),
                _ => (c < TableSize ? Table[c] : char.ToLowerInvariant(c), '\0'),
            };
            into[length++] = first;
            if (second != '\0') into[length++] = second;
        }
        return length;
    }

    public static string Fold(string word)
    {
        Span<char> folded = stackalloc char[2 * MaxLength];
        return new string(folded[..Fold(word.AsSpan(), folded)]);
    }

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (int c = 0; c < TableSize; c++)
        {
            char lower = char.ToLowerInvariant((char)c);
            table[c] = c is >= 0xC0 and < 0x250 ? lower.ToString().Normalize(NormalizationForm.FormD)[0] : lower;
        }
        foreach ((char from, char to) in new[]
        {
            ('أ', 'ا'), ('إ', 'ا'), ('آ', 'ا'), ('ٱ', 'ا'), ('ة', 'ه'), ('ى', 'ي'), ('ؤ', 'و'), ('ئ', 'ي'),
            ('ک', 'ك'), ('ی', 'ي'), ('ı', 'i'), ('ø', 'o'), ('ł', 'l'), ('đ', 'd'),
        })
            table[from] = to;
        for (int digit = 0; digit < 10; digit++)
            table['٠' + digit] = table['۰' + digit] = (char)('0' + digit);
        return table;
    }
}
