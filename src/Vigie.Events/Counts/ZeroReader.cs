namespace Vigie.Events.Counts;

/// <summary>Finds the phrases that say that nobody was harmed.</summary>
internal sealed class ZeroReader(CountTokens tokens)
{
    /// <summary>Indexes of the words of the phrases last read.</summary>
    public HashSet<int> Words { get; } = [];

    /// <summary>One number of 0 for each befalling that a phrase rules out.</summary>
    public List<Befalling> Read()
    {
        var found = new List<Befalling>();
        Words.Clear();
        var i = 0;
        while (i < tokens.Count)
        {
            var longest = tokens.Match(i, CountWord.Zero);
            if (longest > 0)
            {
                foreach (var phrase in tokens[i].Form.Starts)
                    if (phrase.Kind == CountWord.Zero && phrase.Words.Length == longest && tokens.Follows(i, phrase))
                        found.Add(new Befalling(i, i + longest, phrase.Of, Count.Exactly(0), (i, i), false));
            }
            for (var word = 0; word < longest; word++) Words.Add(i + word);
            i += Math.Max(1, longest);
        }
        return found;
    }
}
