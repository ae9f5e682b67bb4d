namespace Vigie.Events.Actors;

/// <summary>The folded words of all phrases of a language, numbered. Grows while phrases are added, then is only read.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public Vocabulary() => lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => ids.Count;

    /// <summary>Makes a word with a shadda one of its own, told from the word without ("مسيّرة", a drone, from "مسيرة", a march). Before any phrase with it.</summary>
    public void AddDoubled(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[2 * WordFolding.MaxLength];
        Number(WithoutArticle(folded[..WordFolding.Fold(word, folded, keepShadda: true)]));
    }

    /// <summary>The number of a word of a phrase. The Arabic article is not kept: "الجيش" and "جيش" are one word.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[2 * WordFolding.MaxLength];
        if (word.Contains(WordFolding.Shadda)
            && lookup.TryGetValue(WithoutArticle(folded[..WordFolding.Fold(word, folded, keepShadda: true)]), out int doubled)) return doubled;
        return Number(WithoutArticle(folded[..WordFolding.Fold(word, folded)]));
    }

    /// <summary>Number of a word of the text, with the code units of its proclitics; -1 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word, out int proclitic)
    {
        if (word.Contains(WordFolding.Shadda) && Find(word, keepShadda: true, out proclitic) is >= 0 and var doubled) return doubled;
        return Find(word, keepShadda: false, out proclitic);
    }

    private int Find(ReadOnlySpan<char> word, bool keepShadda, out int proclitic)
    {
        proclitic = 0;
        Span<char> folded = stackalloc char[2 * WordFolding.MaxLength];
        ReadOnlySpan<char> core = folded[..WordFolding.Fold(word, folded, keepShadda)];
        if (core.IsEmpty) return -1;
        if (lookup.TryGetValue(core, out int id)) return id;
        if (!LetterFolding.IsArabic(core[0])) return -1;
        id = FindWithin(core, 0, out int skipped);
        if (id >= 0) proclitic = UnitsOf(word, skipped);
        return id;
    }

    private int Number(ReadOnlySpan<char> core)
    {
        if (lookup.TryGetValue(core, out int id)) return id;
        ids.Add(core.ToString(), ids.Count);
        return ids.Count - 1;
    }

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> core) => HasArticle(core) ? core[2..] : core;

    // One conjunction, then one preposition, then the article; "لل" is the preposition with the article. The longest reading wins.
    private int FindWithin(ReadOnlySpan<char> core, int depth, out int skipped)
    {
        skipped = 0;
        if (HasArticle(core) && lookup.TryGetValue(core[2..], out int id)) return id;
        if (depth == 2 || core.Length < 4) return -1;
        if (core.StartsWith("لل", StringComparison.Ordinal) && core.Length > 4 && lookup.TryGetValue(core[2..], out id))
        {
            skipped = 2;
            return id;
        }
        bool proclitic = depth == 0 ? core[0] is 'و' or 'ف' or 'ب' or 'ل' or 'ك' : core[0] is 'ب' or 'ل' or 'ك';
        if (!proclitic) return -1;
        ReadOnlySpan<char> rest = core[1..];
        if (!lookup.TryGetValue(rest, out id)) id = FindWithin(rest, core[0] is 'و' or 'ف' ? 1 : 2, out skipped);
        if (id >= 0) skipped++;
        return id;
    }

    private static bool HasArticle(ReadOnlySpan<char> core) => core.Length >= 5 && core[0] == 'ا' && core[1] == 'ل';

    // Folding drops vowel marks, so the skipped letters may span more code units of the text.
    private static int UnitsOf(ReadOnlySpan<char> word, int letters)
    {
        int at = 0;
        while (at < word.Length && (letters > 0 || LetterFolding.IsMark(word[at])))
            if (!LetterFolding.IsMark(word[at++])) letters--;
        return at;
    }
}
