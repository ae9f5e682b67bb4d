using System.Collections.Concurrent;
using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>The capital of each country, as a language's <c>demonyms.yaml</c> names it.</summary>
internal sealed class Capitals
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int?> entries = new(StringComparer.Ordinal);

    private Capitals(IReadOnlyDictionary<string, CountryWords> countries)
    {
        foreach ((string country, CountryWords words) in countries)
            if (CountryWords.Listed(words.Capitals) is [var first, ..]) names[country] = first;
    }

    /// <exception cref="KnowledgeException">The language's <c>demonyms.yaml</c> is missing or malformed.</exception>
    public static Capitals Load(DataFolder data, string language) => new(CountryWords.Read(data, language));

    /// <summary>The capital's entry, or null where the language or the gazetteer does not name it.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public int? Of(string country, Gazetteer gazetteer) => entries.GetOrAdd(country, code => Find(code, gazetteer));

    private int? Find(string country, Gazetteer gazetteer)
    {
        if (!names.TryGetValue(country, out string? name)) return null;
        ulong state = ToponymKey.Hash("");
        foreach (string word in ToponymKey.Words(name)) state = ToponymKey.Hash(word, state);
        var hits = new List<GazetteerHit>();
        gazetteer.Look(GazetteerTable.Exact, ToponymKey.Stir(state), hits, 50);
        foreach (var hit in hits)
            if (gazetteer.Entry(hit.Entry) is { Kind: PlacePrecision.Settlement } entry && gazetteer.CountryCode(entry.Country) == country) return hit.Entry;
        return null;
    }
}
