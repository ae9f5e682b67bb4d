namespace Vigie.Events.Times;

/// <summary>The form under which words are compared: letters as <see cref="LetterFolding"/> has them, one apostrophe, one hyphen. One code unit folds to one, or to none.</summary>
internal static class WordFolding
{
    public static char Fold(char c) => c switch
    {
        '’' or '‘' or 'ʼ' or '`' or '´' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' => '-',
        _ => LetterFolding.Fold(c),
    };

    /// <summary>A sign without width (direction marks, soft hyphen, byte order mark), read as a space.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00ad' or '\ufeff' or >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
