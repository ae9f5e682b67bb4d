using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>A language's words for people and things of a country ("malienne", "South Sudanese", "السورية"): no places, but they tell where a report plays.</summary>
internal sealed class Demonyms
{
    // What Arabic writes onto the word: the article, one-letter prepositions and conjunctions.
    private static readonly string[] Proclitics = ["وال", "بال", "فال", "كال", "ال", "لل", "و"];

    private readonly Dictionary<string, string> countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> openers = new(StringComparer.Ordinal);

    private Demonyms(IReadOnlyDictionary<string, CountryWords> words)
    {
        foreach ((string country, CountryWords named) in words)
            foreach (string demonym in CountryWords.Listed(named.Demonyms))
            {
                var parts = ToponymKey.Words(demonym);
                if (parts.Count is not (1 or 2)) continue;
                if (parts.Count == 2) openers.Add(parts[0]);
                countries.TryAdd(string.Join(' ', parts), country);
            }
    }

    /// <exception cref="KnowledgeException">The language's <c>demonyms.yaml</c> is missing or malformed.</exception>
    public static Demonyms Load(DataFolder data, string language) => new(CountryWords.Read(data, language));

    /// <summary>The country (ISO 3166-1 alpha-2) that a folded word tells of, or null.</summary>
    public string? Country(string folded)
    {
        if (countries.TryGetValue(folded, out string? country)) return country;
        if (folded.Length == 0 || !LetterFolding.IsArabic(folded[0])) return null;
        foreach (string proclitic in Proclitics)
            if (folded.StartsWith(proclitic, StringComparison.Ordinal) && countries.TryGetValue(folded[proclitic.Length..], out country)) return country;
        return null;
    }

    /// <summary>As <see cref="Country(string)"/>, of the one or two words that begin at a token; <paramref name="last"/> is the last of them.</summary>
    public string? Country(PlaceTokens tokens, int first, out int last)
    {
        last = first;
        string word = tokens.Folded(first);
        if (openers.Contains(word) && first + 1 < tokens.Count && tokens[first + 1].Joined
            && countries.TryGetValue(word + " " + tokens.Folded(first + 1), out string? country))
        {
            last = first + 1;
            return country;
        }
        return Country(word);
    }
}
