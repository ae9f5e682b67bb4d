namespace Vigie.Events.Times;

/// <summary>The words that some rule names, folded, each with an id; and the clitics that may be written onto them.</summary>
/// <param name="clitics">Clitics written onto the next word (Arabic و ف ب ل ك), folded.</param>
/// <param name="capitalised">Words that count only with a capital (May, March), folded.</param>
internal sealed class TimeVocabulary(IEnumerable<string> clitics, IReadOnlySet<string> capitalised)
{
    /// <summary>Longer words are none of ours.</summary>
    public const int LongestWord = 24;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly HashSet<int> capitalisedIds = [];

    private readonly string[] prefixes = [.. clitics.OrderBy(p => p.Length)];

    public int Add(ReadOnlySpan<char> folded)
    {
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(folded, out int known)) return known;
        int id = ids.Count;
        string word = folded.ToString();
        ids.Add(word, id);
        if (capitalised.Contains(word)) capitalisedIds.Add(id);
        return id;
    }

    public int Find(ReadOnlySpan<char> folded) =>
        ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out int id) ? id : TimeToken.Unknown;

    /// <summary>The shortest clitic that leaves a word of ours, or null.</summary>
    public string? FindPrefix(ReadOnlySpan<char> folded)
    {
        foreach (string prefix in prefixes)
            if (folded.Length > prefix.Length && folded.StartsWith(prefix, StringComparison.Ordinal) && Find(folded[prefix.Length..]) != TimeToken.Unknown)
                return prefix;
        return null;
    }

    public bool NeedsCapital(int id) => capitalisedIds.Contains(id);
}
