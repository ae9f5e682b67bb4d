using Vigie.Text;

namespace Vigie.Events.Places.Compile;

/// <summary>Compiles the gazetteer's sources into one file that is used in place. The same sources give the same bytes.</summary>
public static class GazetteerBuilder
{
    /// <summary>Compiles the gazetteer.</summary>
    /// <param name="sources">Folder with <c>wof/*.tsv.gz</c>, <c>naturalearth/ne_10m_admin1.tsv</c>, <c>geonames_admin/*.txt</c> and <c>pcodes/*.csv.gz</c>.</param>
    /// <param name="towns">GeoNames <c>cities500.txt</c>.</param>
    /// <param name="data">Where <c>data/gazetteer/countries.tsv</c> and <c>supplement.tsv</c> lie.</param>
    /// <param name="output">The file to write.</param>
    /// <returns>Number of places written.</returns>
    /// <exception cref="KnowledgeException">A source is missing or has a bad row.</exception>
    public static int Build(string sources, string towns, DataFolder data, string output)
    {
        var divisions = new DivisionTable(Path.Combine(sources, "geonames_admin", "admin1CodesASCII.txt"));
        var readers = new SourceReaders(divisions);
        readers.ReadSupplement(data.Data("gazetteer", "supplement.tsv"));
        readers.ReadTowns(towns);
        readers.ReadNaturalEarth(Path.Combine(sources, "naturalearth", "ne_10m_admin1.tsv"));
        var nearest = new NearestTown(readers.Places);
        string[] countryFiles = Directory.GetFiles(Path.Combine(sources, "wof"), "*.tsv.gz");
        Array.Sort(countryFiles, StringComparer.Ordinal);
        foreach (string file in countryFiles) readers.ReadWhosOnFirst(file);
        readers.ReadDistricts(Path.Combine(sources, "geonames_admin", "admin2Codes.txt"));

        var places = readers.Places;
        PlaceDivisions(divisions, places);
        foreach (var place in places)
            if (!divisions.ByCode.ContainsKey(place.Division)) place.Division = nearest.Division(place.Country, place.Latitude, place.Longitude);
        new PcodeTable(Path.Combine(sources, "pcodes", "global_pcodes_adm_1_2.csv.gz"), Path.Combine(sources, "geonames_admin", "countryInfo.txt")).Assign(divisions, places);
        places.AddRange(divisions.ByCode.Values.Where(d => !float.IsNaN(d.Latitude)));
        var countries = Countries(data.Data("gazetteer", "countries.tsv"));
        places.AddRange(countries.Select(c => c.Place));
        var kept = DropDoubles(places);
        using var writer = new GazetteerWriter(kept, divisions, countries);
        writer.Write(output);
        return kept.Count;
    }

    /// <summary>Compiles a GeoNames country dump to a file of its own, which is read beside the gazetteer.</summary>
    /// <param name="zip">The dump, <c>ML.zip</c> as GeoNames publishes it.</param>
    /// <param name="data">Where <c>data/gazetteer/countries.tsv</c> lies.</param>
    /// <param name="folder">Where to write <c>ML.gaz</c>; it is made where it does not exist.</param>
    /// <returns>The file, and how many places it has.</returns>
    /// <exception cref="KnowledgeException">The dump is none, or has a bad row.</exception>
    public static (string File, int Places) Add(string zip, DataFolder data, string folder)
    {
        var (country, places, divisions) = CountryDump.Read(zip);
        places.AddRange(divisions.ByCode.Values);
        var countries = Countries(data.Data("gazetteer", "countries.tsv")).Where(c => c.Place.Country == country).ToList();
        if (countries.Count == 0) throw new KnowledgeException(zip, null, $"has places of {country}: expected a country of ISO 3166-1");
        var kept = DropDoubles(places);
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, country + ".gaz");
        // A half-written file must not be met by a run that goes on beside.
        string draft = file + ".part";
        using (var writer = new GazetteerWriter(kept, divisions, countries)) writer.Write(draft);
        File.Move(draft, file, overwrite: true);
        return (file, kept.Count);
    }

    /// <summary>Gives divisions that only GeoNames knows the mean of their towns.</summary>
    private static void PlaceDivisions(DivisionTable divisions, List<DraftPlace> places)
    {
        var towns = places.Where(p => p.Kind == PlacePrecision.Settlement && p.Division.Length > 0).ToLookup(p => p.Division, StringComparer.Ordinal);
        foreach (var division in divisions.ByCode.Values.Where(d => float.IsNaN(d.Latitude)))
        {
            var inside = towns[division.Division].ToList();
            if (inside.Count == 0) continue;
            division.Latitude = inside.Average(t => t.Latitude);
            division.Longitude = inside.Average(t => t.Longitude);
        }
    }

    private static List<(DraftPlace Place, int RadiusKm)> Countries(string file)
    {
        var countries = new List<(DraftPlace, int)>();
        foreach (string[] row in SourceTable.Rows(file, 10, header: true))
        {
            var place = new DraftPlace
            {
                Source = GazetteerSource.GeoNames,
                Number = SourceTable.Number(row[1]),
                Kind = PlacePrecision.Country,
                Country = row[0],
                Latitude = SourceTable.Degrees(row[6]),
                Longitude = SourceTable.Degrees(row[7]),
                Population = SourceTable.Long(row[9]),
                Standing = 80,
                English = SourceTable.Names(row[2])[0],
                French = SourceTable.Names(row[3])[0],
                Arabic = SourceTable.Names(row[4])[0],
            };
            place.Names.AddRange([.. SourceTable.Names(row[2]), .. SourceTable.Names(row[3]), .. SourceTable.Names(row[4])]);
            double area = double.Parse(row[8], System.Globalization.CultureInfo.InvariantCulture);
            countries.Add((place, (int)Math.Clamp(Math.Sqrt(area / Math.PI), 5, 3000)));
        }
        return countries;
    }

    /// <summary>Drops the less important of two places of one kind and one main name within some 6 km (districts: 60 km), giving its names to the other.</summary>
    private static List<DraftPlace> DropDoubles(List<DraftPlace> places)
    {
        var ordered = places
            .OrderByDescending(p => p.Importance).ThenBy(p => p.Source).ThenBy(p => p.Number).ThenBy(p => p.Slug, StringComparer.Ordinal).ToList();
        var seen = new Dictionary<(string Country, PlacePrecision Kind, string Key), List<DraftPlace>>();
        var kept = new List<DraftPlace>(ordered.Count);
        foreach (var place in ordered)
        {
            var key = (place.Country, place.Kind, ToponymKey.Fold(place.English));
            if (!seen.TryGetValue(key, out var same)) seen[key] = same = [];
            float near = place.Kind == PlacePrecision.Admin2 ? 0.6f : 0.06f;
            var other = same.Find(p => Math.Abs(p.Latitude - place.Latitude) < near && Math.Abs(p.Longitude - place.Longitude) < near);
            if (other is not null)
            {
                foreach (string name in place.Names)
                {
                    if (!other.Names.Contains(name)) other.Names.Add(name);
                    if (place.Slug is not null) other.OwnNames.Add(name);
                }
                continue;
            }
            same.Add(place);
            kept.Add(place);
        }
        return [.. kept.OrderByDescending(p => p.Importance).ThenBy(p => p.Source).ThenBy(p => p.Number).ThenBy(p => p.Slug, StringComparer.Ordinal)];
    }
}
