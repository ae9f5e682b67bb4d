using Span = Vigie.Text.Span;

namespace Vigie.Events.Triage;

/// <summary>
/// The words of a sentence as buckets of a hashed feature space (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"): every word, its beginning
/// and end, and every two words that follow one another, with case, accents and the figures of numbers folded. No list of words is kept, so all languages go one way.
/// </summary>
public static class SentenceBuckets
{
    /// <summary>Number of buckets.</summary>
    public const int Count = 1 << 17;

    private const int LongestPart = 5;

    // A sentence beyond this is read as several: there are pages without a full stop.
    private const int LongestSentence = 1_000;

    private const uint Basis = 2166136261, Prime = 16777619;

    /// <summary>Parts a text, roughly and fast, where a sentence may end: at line ends, and at stops before a blank.</summary>
    public static IEnumerable<Span> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool ends = text[i] == '\n' || i - start >= LongestSentence && text[i] == ' ' || i - start >= 2 * LongestSentence
                || text[i] is '.' or '!' or '?' or '؟' or '…' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]);
            if (!ends) continue;
            yield return new Span(start, i + 1);
            start = i + 1;
        }
        if (start < text.Length) yield return new Span(start, text.Length);
    }

    /// <summary>Adds the buckets of a sentence to <paramref name="into"/>, one for each feature, as often as it occurs.</summary>
    /// <returns>Number of words.</returns>
    public static int Collect(ReadOnlySpan<char> sentence, List<int> into)
    {
        Span<char> word = stackalloc char[64];
        int words = 0, length = 0;
        uint before = 0;
        for (int i = 0; i <= sentence.Length; i++)
        {
            char c = i < sentence.Length ? LetterFolding.Fold(sentence[i]) : ' ';
            if (c == LetterFolding.Nothing) continue;
            if (char.IsLetterOrDigit(c))
            {
                // Of a number its length is kept; of an endless word the beginning.
                if (length < word.Length) word[length++] = char.IsDigit(c) ? '0' : c;
                continue;
            }
            if (length == 0) continue;
            uint hash = AddWord(word[..length], into);
            if (words++ > 0) into.Add(Bucket(Mix(Mix(before, 'b'), hash)));
            before = hash;
            length = 0;
        }
        return words;
    }

    private static uint AddWord(ReadOnlySpan<char> word, List<int> into)
    {
        uint whole = Hash('w', word);
        into.Add(Bucket(whole));
        if (word.Length <= LongestPart - 1) return whole;
        into.Add(Bucket(Hash('p', word[..(LongestPart - 1)])));
        into.Add(Bucket(Hash('q', word[..LongestPart])));
        into.Add(Bucket(Hash('s', word[^(LongestPart - 1)..])));
        // The Arabic article is no part of the word.
        if (word is ['ا', 'ل', ..]) into.Add(Bucket(Hash('w', word[2..])));
        return whole;
    }

    // FNV-1a over code units.
    private static uint Hash(char kind, ReadOnlySpan<char> word)
    {
        uint hash = Mix(Basis, kind);
        foreach (char c in word) hash = Mix(hash, c);
        return hash;
    }

    private static uint Mix(uint hash, uint value) => (hash ^ value) * Prime;

    // The low bits of FNV are its worst.
    private static int Bucket(uint hash) => (int)((hash ^ hash >> 15) % Count);
}
