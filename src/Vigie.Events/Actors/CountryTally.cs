namespace Vigie.Events.Actors;

/// <summary>Which countries a report speaks of, by its place names and demonyms.</summary>
internal sealed class CountryTally
{
    // A town, or a country after "in", says where; a country's bare name may as well say who.
    private const int WhereWeight = 3;

    private readonly Dictionary<string, int> mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private CountryTally()
    {
    }

    /// <summary>The country where most of the named places lie, or null where none is named.</summary>
    public string? Home { get; private set; }

    public int Mentions(string country) => mentions.GetValueOrDefault(country);

    /// <summary>How much speaks for the report's events being in the country.</summary>
    public int Places(string country) => places.GetValueOrDefault(country);

    /// <summary>The one country among the eligible that the report is about: named at least twice as often as any other of them; else null.</summary>
    public string? Only(Func<string, bool> eligible)
    {
        (string? first, int most, int second) = Leader(mentions, eligible);
        return most >= 2 * second ? first : null;
    }

    public static CountryTally Of(ActorReading text)
    {
        var tally = new CountryTally();
        foreach (Match match in text.Matches)
        {
            if (match.Sense is not (Sense.Country or Sense.Place or Sense.Demonym or Sense.Capital)) continue;
            string country = text.Language.Countries[match.Value];
            tally.mentions[country] = tally.Mentions(country) + (match.Sense is Sense.Country or Sense.Place ? 2 : 1);
            if (match.Sense is not (Sense.Country or Sense.Place)) continue;
            bool where = match.Sense == Sense.Place || text.Follows(match.First, Sense.Preposition);
            tally.places[country] = tally.Places(country) + (where ? WhereWeight : 1);
        }
        tally.Home = Leader(tally.places, _ => true).First;
        return tally;
    }

    // Ties go to the country named first: dictionaries that only grow keep the order of their first entries.
    private static (string? First, int Most, int Second) Leader(Dictionary<string, int> counts, Func<string, bool> eligible)
    {
        string? first = null;
        int most = 0, second = 0;
        foreach ((string country, int count) in counts)
        {
            if (!eligible(country)) continue;
            if (count > most) (first, most, second) = (country, count, most);
            else second = Math.Max(second, count);
        }
        return (first, most, second);
    }
}
