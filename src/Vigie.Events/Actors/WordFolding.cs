namespace Vigie.Events.Actors;

/// <summary>Brings the spellings of one word together, as <see cref="LetterFolding"/> does its letters.</summary>
internal static class WordFolding
{
    /// <summary>Longer words are no names, and are left unread.</summary>
    public const int MaxLength = 48;

    /// <summary>Arabic's sign of a doubled letter.</summary>
    public const char Shadda = '\u0651';

    /// <summary>Whether the character stands inside a word: letters, digits, and the marks that sit on letters.</summary>
    public static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || LetterFolding.IsMark(c);

    /// <summary>Writes the folded word and gives its length, at most twice the word's; 0 where the word is longer than <see cref="MaxLength"/>.</summary>
    /// <param name="keepShadda">Whether doubled letters stay told from single ones.</param>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into, bool keepShadda = false)
    {
        if (word.Length > MaxLength) return 0;
        int length = 0;
        foreach (char c in word)
        {
            char first = LetterFolding.Fold(c, out char second);
            if (c == Shadda && keepShadda) first = c;
            if (first == LetterFolding.Nothing) continue;
            into[length++] = first;
            if (second != LetterFolding.Nothing) into[length++] = second;
        }
        return length;
    }
}
