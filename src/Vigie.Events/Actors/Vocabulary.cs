namespace Vigie.Events.Actors;

/// <summary>The folded words of all phrases of a language, numbered. Grows while phrases are added, then is only read.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Vocabulary() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _ids.Count;

    /// <summary>The number of a word of a phrase. The Arabic article is not kept: "الجيش" and "جيش" are one word.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[2 * WordFolding.MaxLength];
        ReadOnlySpan<char> core = folded[..WordFolding.Fold(word, folded)];
        if (HasArticle(core)) core = core[2..];
        if (_lookup.TryGetValue(core, out int id)) return id;
        _ids.Add(core.ToString(), _ids.Count);
        return _ids.Count - 1;
    }

    /// <summary>Number of a word of the text, with the code units of its proclitics; -1 where no phrase has it.</summary>
    public int Find(ReadOnlySpan<char> word, out int proclitic)
    {
        proclitic = 0;
        Span<char> folded = stackalloc char[2 * WordFolding.MaxLength];
        ReadOnlySpan<char> core = folded[..WordFolding.Fold(word, folded)];
        if (core.IsEmpty) return -1;
        if (_lookup.TryGetValue(core, out int id)) return id;
        if (!WordFolding.IsArabic(core[0])) return -1;
        id = FindWithin(core, 0, out int skipped);
        if (id >= 0) proclitic = UnitsOf(word, skipped);
        return id;
    }

    // One conjunction, then one preposition, then the article; "لل" is the preposition with the article. The longest reading wins.
    private int FindWithin(ReadOnlySpan<char> core, int depth, out int skipped)
    {
        skipped = 0;
        if (HasArticle(core) && _lookup.TryGetValue(core[2..], out int id)) return id;
        if (depth == 2 || core.Length < 4) return -1;
        if (core.StartsWith("لل", StringComparison.Ordinal) && core.Length > 4 && _lookup.TryGetValue(core[2..], out id))
        {
            skipped = 2;
            return id;
        }
        bool proclitic = depth == 0 ? core[0] is 'و' or 'ف' or 'ب' or 'ل' or 'ك' : core[0] is 'ب' or 'ل' or 'ك';
        if (!proclitic) return -1;
        ReadOnlySpan<char> rest = core[1..];
        if (!_lookup.TryGetValue(rest, out id)) id = FindWithin(rest, core[0] is 'و' or 'ف' ? 1 : 2, out skipped);
        if (id >= 0) skipped++;
        return id;
    }

    private static bool HasArticle(ReadOnlySpan<char> core) => core.Length >= 5 && core[0] == 'ا' && core[1] == 'ل';

    // Folding drops vowel marks, so the skipped letters may span more code units of the text.
    private static int UnitsOf(ReadOnlySpan<char> word, int letters)
    {
        int at = 0;
        while (at < word.Length && (letters > 0 || WordFolding.IsMark(word[at])))
            if (!WordFolding.IsMark(word[at++])) letters--;
        return at;
    }
}
