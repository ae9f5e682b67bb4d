namespace Vigie.Events.Counts;

/// <summary>Finds what says that nobody was harmed: whole phrases ("sain et sauf"), or a word for none with a word for harm ("no … were hurt").</summary>
internal sealed class ZeroReader(CountTokens tokens)
{
    private const int MostFillers = 7;

    private readonly List<Befalling> found = [];

    /// <summary>Indexes of the words of the phrases last read.</summary>
    public HashSet<int> Words { get; } = [];

    /// <summary>One number of 0 for each befalling that a phrase rules out.</summary>
    public IReadOnlyList<Befalling> Read()
    {
        found.Clear();
        Words.Clear();
        var i = 0;
        while (i < tokens.Count)
        {
            var longest = tokens.Match(i, CountWord.Zero);
            var end = longest > 0 ? i + longest : Denied(i, out longest);
            if (end > 0) Add(i, end, longest);
            i = Math.Max(i + 1, end);
        }
        return found;
    }

    /// <summary>Behind the word for harm that a word for none at <paramref name="i"/> denies; 0 where none does.</summary>
    /// <param name="words">Words of the harm.</param>
    private int Denied(int i, out int words)
    {
        words = 0;
        var none = tokens.Match(i, CountWord.None);
        if (none == 0) return 0;
        var at = i + none;
        for (var read = 0; read <= MostFillers && at < tokens.Count; read++)
        {
            if ((tokens[at].Before & ~(Gap.Space | Gap.Hyphen | Gap.Quote)) != 0) return 0;
            words = tokens.Match(at, CountWord.Harm);
            if (words > 0) return at + words;
            var filler = 0;
            foreach (var kind in (ReadOnlySpan<CountWord>)[CountWord.NoneFiller, CountWord.None, CountWord.People, CountWord.Person])
                filler = Math.Max(filler, tokens.Match(at, kind));
            if (filler == 0) return 0;
            at += filler;
        }
        return 0;
    }

    private void Add(int first, int end, int words)
    {
        var start = end - words;
        foreach (var phrase in tokens[start].Form.Starts)
            if (phrase.Kind is CountWord.Zero or CountWord.Harm && phrase.Words.Length == words && tokens.Follows(start, phrase)
                && !found.Exists(f => f.First == first && f.Of == phrase.Of))
                found.Add(new Befalling(first, end, phrase.Of, Count.Exactly(0), (first, first), false));
        for (var word = first; word < end; word++) Words.Add(word);
    }
}
