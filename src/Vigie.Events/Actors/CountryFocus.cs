namespace Vigie.Events.Actors;

/// <summary>Which countries a report speaks of, by its place names and demonyms.</summary>
internal sealed class CountryFocus
{
    private readonly Dictionary<string, int> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The one country that the report is about: named at least twice as often as any other; else null.</summary>
    public string? Only { get; private init; }

    /// <summary>The country where most of the named places lie, or null where none is named.</summary>
    public string? Home { get; private init; }

    public int Mentions(string country) => _mentions.GetValueOrDefault(country);

    /// <summary>How many places of the country are named.</summary>
    public int Places(string country) => _places.GetValueOrDefault(country);

    public static CountryFocus Of(List<Match> matches, ActorLanguage language)
    {
        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in matches)
        {
            if (match.Sense is not (Sense.Country or Sense.Place or Sense.Demonym or Sense.Capital)) continue;
            string country = language.Countries[match.Value];
            mentions[country] = mentions.GetValueOrDefault(country) + (match.Sense is Sense.Country or Sense.Place ? 2 : 1);
            if (match.Sense is Sense.Country or Sense.Place) places[country] = places.GetValueOrDefault(country) + 1;
        }
        (string? first, int most, int second) = Leader(mentions);
        var focus = new CountryFocus { Only = most >= 2 * second ? first : null, Home = Leader(places).First };
        foreach ((string country, int count) in mentions) focus._mentions.Add(country, count);
        foreach ((string country, int count) in places) focus._places.Add(country, count);
        return focus;
    }

    // Ties go to the country named first: dictionaries that only grow keep the order of their first entries.
    private static (string? First, int Most, int Second) Leader(Dictionary<string, int> counts)
    {
        string? first = null;
        int most = 0, second = 0;
        foreach ((string country, int count) in counts)
        {
            if (count > most) (first, most, second) = (country, count, most);
            else second = Math.Max(second, count);
        }
        return (first, most, second);
    }
}
