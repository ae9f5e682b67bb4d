using System.Globalization;
using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Events.Places;

/// <summary>Finds the places of a name that a person types, however it is spelt, or of a point. Safe for many threads until it is disposed.</summary>
public sealed class PlaceSearch : IDisposable
{
    /// <summary>Entries of one name that are looked at.</summary>
    private const int MostHits = 60;

    /// <summary>What a district loses of its importance, 0 to 255, where it bears another name.</summary>
    private const int NamedForTown = 60;

    private readonly Gazetteer gazetteer;

    private PlaceSearch(Gazetteer gazetteer) => this.gazetteer = gazetteer;

    /// <exception cref="KnowledgeException">The gazetteer is missing or damaged.</exception>
    public static PlaceSearch Load(DataFolder data) => new(Gazetteer.Open(data.Data("gazetteer", "places.gaz"), []));

    public void Dispose() => gazetteer.Dispose();

    /// <summary>
    /// The places that a name may mean, the likeliest first: those of that very name, then those spelt otherwise, then in another script.
    /// "Gao, Mali" looks in Mali alone. "16.27 -0.04" is that point.
    /// </summary>
    /// <param name="language">The language of the names given: <c>fr</c>, <c>en</c> or <c>ar</c>.</param>
    public IReadOnlyList<Place> Find(string name, string language, int most)
    {
        const int longest = 200;
        if (name.Length > longest) name = name[..longest];
        if (Point(name) is { } point) return [point];
        string[] parts = name.Split([',', '،'], 2, StringSplitOptions.TrimEntries);
        string key = ToponymKey.Fold(parts[0]);
        if (key.Length == 0) return [];
        int[] countries = parts.Length == 2 && CountriesNamed(parts[1]) is { Length: > 0 } named ? named : [.. Enumerable.Range(0, gazetteer.CountryCount)];
        var found = new List<GazetteerHit>();
        gazetteer.Look(GazetteerTable.Exact, ToponymKey.Stir(ToponymKey.Hash(key)), found, MostHits);
        found.RemoveAll(hit => countries.Length < gazetteer.CountryCount && !countries.Contains(gazetteer.Entry(hit.Entry).Country));
        var ranked = Ranked(found, key, language);
        if (ranked.Count < most) ranked.AddRange(Ranked(Rough(GazetteerTable.Loose, ToponymKey.Loose(key), countries), key, language));
        if (ranked.Count < most) ranked.AddRange(Ranked(Rough(GazetteerTable.Skeleton, ToponymKey.Skeleton(key), countries), key, language));
        return [.. ranked.Distinct().Take(most).Select(entry => PlaceOf(gazetteer.Entry(entry), language))];
    }

    /// <summary>The place of a gazetteer id among those of a name, or null.</summary>
    public Place? Find(string name, string language, string gazetteerId) =>
        Find(name, language, MostHits).FirstOrDefault(place => place.GazetteerId == gazetteerId);

    private List<GazetteerHit> Rough(GazetteerTable table, string key, int[] countries)
    {
        var found = new List<GazetteerHit>();
        if (key.Length == 0) return found;
        foreach (int country in countries) gazetteer.Look(table, GazetteerFilter.InCountry(gazetteer.CountryCode(country), key), found, MostHits);
        return found;
    }

    private List<int> Ranked(List<GazetteerHit> hits, string key, string language) =>
    [
        .. hits.DistinctBy(hit => hit.Entry)
            // A district that is also called by its town's name is not what most mean by it.
            .OrderByDescending(hit => new ToponymReading(gazetteer.Entry(hit.Entry), ReadingMatch.Exact, hit.IsMain).Importance
                - (IsNamedForTown(gazetteer.Entry(hit.Entry), key, language) ? NamedForTown : 0))
            .ThenBy(hit => hit.Entry)
            .Select(hit => hit.Entry),
    ];

    private bool IsNamedForTown(GazetteerEntry entry, string key, string language) =>
        entry.Kind == PlacePrecision.Admin2 && ToponymKey.Fold(PlaceOf(entry, language).Name) != key;

    private int[] CountriesNamed(string words)
    {
        string key = ToponymKey.Fold(words);
        return
        [
            .. Enumerable.Range(0, gazetteer.CountryCount).Where(country =>
                gazetteer.CountryCode(country).Equals(words, StringComparison.OrdinalIgnoreCase)
                || LanguageGuesser.Coded.Any(language => ToponymKey.Fold(gazetteer.CountryName(country, language)) == key)),
        ];
    }

    private static Place? Point(string text)
    {
        string[] parts = text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double latitude)
            || !double.TryParse(parts[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double longitude)
            || latitude is < -90 or > 90 || longitude is < -180 or > 180) return null;
        return new Place(text.Trim(), null, null, Math.Round(latitude, 5), Math.Round(longitude, 5), PlacePrecision.Site, 1, null, "given as a point");
    }

    private Place PlaceOf(GazetteerEntry entry, string language)
    {
        double radius = entry.Kind switch
        {
            PlacePrecision.Country => gazetteer.CountryRadius(entry.Country),
            PlacePrecision.Admin1 => 150,
            PlacePrecision.Admin2 => 40,
            PlacePrecision.Settlement => 5,
            _ => 1,
        };
        return new Place(
            gazetteer.Name(entry.Index, language), gazetteer.DivisionName(entry.Division, language), gazetteer.CountryCode(entry.Country),
            Math.Round(entry.Latitude, 5), Math.Round(entry.Longitude, 5), entry.Kind, radius, gazetteer.Id(entry.Index), "chosen by a person");
    }
}
