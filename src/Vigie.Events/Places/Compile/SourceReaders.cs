using Vigie.Text;

namespace Vigie.Events.Places.Compile;

/// <summary>Reads the sources of the gazetteer into draft places, one method a source.</summary>
internal sealed class SourceReaders(DivisionTable divisions)
{
    public List<DraftPlace> Places { get; } = [];

    private readonly Dictionary<uint, DraftPlace> byGeoNamesId = [];
    private readonly Dictionary<string, List<DraftPlace>> byWikidata = new(StringComparer.Ordinal);

    /// <summary>GeoNames towns (cities500.txt).</summary>
    public void ReadTowns(string file)
    {
        foreach (string[] row in SourceTable.Rows(file, 15, header: false))
        {
            string code = row[7];
            if (code is "PPLH" or "PPLQ" or "PPLW" or "PPLCH") continue;
            var place = new DraftPlace
            {
                Source = GazetteerSource.GeoNames,
                Number = SourceTable.Number(row[0]),
                GeoNamesId = SourceTable.Number(row[0]),
                Kind = code is "PPLX" ? PlacePrecision.Site : PlacePrecision.Settlement,
                Country = row[8],
                Latitude = SourceTable.Degrees(row[4]),
                Longitude = SourceTable.Degrees(row[5]),
                English = row[1],
                Population = SourceTable.Long(row[14]),
                Division = row[10].Length > 0 ? row[8] + "." + row[10] : "",
                Standing = code switch { "PPLC" => 25, "PPLA" => 12, "PPLA2" => 5, "PPLX" => -12, _ => 0 },
            };
            Admin2Codes.TryAdd(place, row[11]);
            AddNames(place, [row[1], row[2], .. row[3].Split(',', StringSplitOptions.RemoveEmptyEntries)]);
            if (NameFilter.IsArabic(row[1])) place.English = row[2];
            place.OwnNames.UnionWith([row[1], row[2]]);
            if (place.Population >= 100_000) place.OwnNames.UnionWith(place.Names.Where(NameFilter.IsArabic));
            Add(place);
        }
    }

    /// <summary>GeoNames admin2 code of each town, for the centres of second-level divisions.</summary>
    public Dictionary<DraftPlace, string> Admin2Codes { get; } = [];

    /// <summary>Natural Earth's first-level divisions: coordinates and French and Arabic names; those of lower rank in GeoNames become second-level.</summary>
    public void ReadNaturalEarth(string file)
    {
        foreach (string[] row in SourceTable.Rows(file, 15, header: true))
        {
            if (row[7].Length == 0 || row[0].Length != 2) continue;
            string[] names = [row[8], row[7], .. SourceTable.Names(row[11]), row[9], row[10]];
            string? code = divisions.CodeOf(row[0], SourceTable.Number(row[4]), [row[7], row[8]]);
            float latitude = SourceTable.Degrees(row[12]), longitude = SourceTable.Degrees(row[13]);
            if (code is not null)
            {
                Complete(divisions.ByCode[code], names, row[9], row[10], latitude, longitude, row[5]);
                divisions.ByCode[code].OwnNames.UnionWith(names);
                continue;
            }
            var place = new DraftPlace
            {
                Source = GazetteerSource.NaturalEarth,
                Number = SourceTable.Number(row[3]),
                Kind = PlacePrecision.Admin2,
                Country = row[0],
                Latitude = latitude,
                Longitude = longitude,
                English = row[8].Length > 0 ? row[8] : row[7],
                French = row[9],
                Arabic = row[10],
                GeoNamesId = SourceTable.Number(row[4]),
                Wikidata = row[5],
                Standing = 30,
            };
            AddNames(place, names);
            Add(place);
        }
    }

    /// <summary>A country file of Who's On First.</summary>
    public void ReadWhosOnFirst(string file)
    {
        var regionCodes = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = SourceTable.Rows(file, 21, header: true).Where(r => r[17] != "0" && r[2] is not "country").ToList();
        foreach (string[] row in rows.Where(r => r[2] == "region"))
        {
            string[] names = [row[1], .. SourceTable.Names(row[13]), .. SourceTable.Names(row[14]), .. SourceTable.Names(row[15])];
            string? code = divisions.CodeOf(row[5], SourceTable.Number(row[10]), names);
            if (code is null) continue;
            regionCodes[row[0]] = code;
            divisions.ByCode[code].OwnNames.UnionWith(names);
            Complete(divisions.ByCode[code], [.. names, .. SourceTable.Names(row[16])], First(row[14]), First(row[15]),
                SourceTable.Degrees(row[3]), SourceTable.Degrees(row[4]), row[11]);
        }
        foreach (string[] row in rows)
        {
            if (row[2] == "region" && regionCodes.ContainsKey(row[0])) continue;
            if (row[5] == "PK" && IsFarmstead(row)) continue;
            PlacePrecision kind = row[2] switch
            {
                "region" or "county" or "localadmin" => PlacePrecision.Admin2,
                "neighbourhood" or "campus" => PlacePrecision.Site,
                _ => PlacePrecision.Settlement,
            };
            // Former first-level divisions would win over the ones of today.
            string division = row[5] is "CD" or "ML" ? "" : regionCodes.GetValueOrDefault(row[6], "");
            var place = new DraftPlace
            {
                Source = GazetteerSource.WhosOnFirst,
                Number = SourceTable.Number(row[0]),
                Kind = kind,
                Country = row[5],
                Latitude = SourceTable.Degrees(row[3]),
                Longitude = SourceTable.Degrees(row[4]),
                Population = SourceTable.Long(row[9]),
                GeoNamesId = SourceTable.Number(row[10]),
                Wikidata = row[11],
                Division = division,
                English = First(row[13]) is { Length: > 0 } english && !NameFilter.Keep(row[1]) ? english : row[1],
                French = First(row[14]),
                Arabic = First(row[15]),
                Standing = row[2] switch { "region" or "county" => 14, "localadmin" => 5, "neighbourhood" => -8, _ => 0 },
            };
            if (!NameFilter.Keep(place.English) || NameFilter.IsArabic(place.English))
                place.English = SourceTable.Names(row[16]).FirstOrDefault(n => NameFilter.Keep(n) && !NameFilter.IsArabic(n)) ?? place.English;
            AddNames(place, [row[1], .. SourceTable.Names(row[13]), .. SourceTable.Names(row[14]), .. SourceTable.Names(row[15]), .. SourceTable.Names(row[16])]);
            place.OwnNames.UnionWith([row[1], .. SourceTable.Names(row[13]).Take(3), .. SourceTable.Names(row[14]).Take(3), .. SourceTable.Names(row[15]).Take(3)]);
            if (place.Names.Count > 0) Add(place);
        }
    }

    /// <summary>Second-level divisions by GeoNames code; each stands at the mean of its towns.</summary>
    public void ReadDistricts(string file)
    {
        var towns = Admin2Codes.Where(p => p.Value.Length > 0).ToLookup(p => p.Key.Division + "." + p.Value, p => p.Key, StringComparer.Ordinal);
        foreach (string[] row in SourceTable.Rows(file, 4, header: false))
        {
            var inside = towns[row[0]].ToList();
            if (inside.Count == 0) continue;
            var place = new DraftPlace
            {
                Source = GazetteerSource.GeoNames,
                Number = SourceTable.Number(row[3]),
                GeoNamesId = SourceTable.Number(row[3]),
                Kind = PlacePrecision.Admin2,
                Country = row[0][..2],
                Latitude = inside.Average(t => t.Latitude),
                Longitude = inside.Average(t => t.Longitude),
                English = row[1],
                Standing = 10,
                Division = string.Join('.', row[0].Split('.')[..2]),
            };
            AddNames(place, [row[1], row[2]]);
            if (place.Names.Count > 0) Add(place);
        }
    }

    /// <summary>Our own places (supplement.tsv): what the sources miss.</summary>
    public void ReadSupplement(string file)
    {
        foreach (string[] row in SourceTable.Rows(file, 9, header: true))
        {
            if (!Enum.TryParse(row[1], ignoreCase: true, out PlacePrecision kind)) throw new KnowledgeException(file, null, $"{row[0]}: expected a kind, found {row[1]}");
            string[] english = SourceTable.Names(row[4]), french = SourceTable.Names(row[5]), arabic = SourceTable.Names(row[6]);
            var place = new DraftPlace
            {
                Source = GazetteerSource.Vigie,
                Number = 0,
                Slug = row[0],
                Kind = kind,
                Country = row[2],
                Division = row[3],
                Latitude = SourceTable.Degrees(row[7]),
                Longitude = SourceTable.Degrees(row[8]),
                English = english[0],
                French = french.FirstOrDefault(""),
                Arabic = arabic.FirstOrDefault(""),
                Standing = kind is PlacePrecision.Admin1 ? 70 : kind is PlacePrecision.Admin2 ? 50 : kind is PlacePrecision.Settlement ? 50 : 35,
            };
            place.Names.AddRange(english.Concat(french).Concat(arabic).Distinct(StringComparer.Ordinal));
            Places.Add(place);
        }
    }

    private void Add(DraftPlace place)
    {
        DraftPlace? known = null;
        if (place.GeoNamesId != 0) byGeoNamesId.TryGetValue(place.GeoNamesId, out known);
        if (known is null && place.Wikidata.Length > 0 && byWikidata.TryGetValue(place.Wikidata, out var same))
            known = same.Find(p => p.Kind == place.Kind && Math.Abs(p.Latitude - place.Latitude) < 0.2 && Math.Abs(p.Longitude - place.Longitude) < 0.2);
        if (known is null)
        {
            Places.Add(place);
            if (place.GeoNamesId != 0) byGeoNamesId[place.GeoNamesId] = place;
            if (place.Wikidata.Length > 0)
            {
                if (!byWikidata.TryGetValue(place.Wikidata, out same)) byWikidata[place.Wikidata] = same = [];
                same.Add(place);
            }
            return;
        }
        Complete(known, place.Names, place.French, place.Arabic, known.Latitude, known.Longitude, place.Wikidata);
        known.OwnNames.UnionWith(place.OwnNames);
        known.OwnNames.Add(place.English);
        known.Population = Math.Max(known.Population, place.Population);
        if (known.Division.Length == 0) known.Division = place.Division;
    }

    private static void Complete(DraftPlace place, IReadOnlyCollection<string> names, string french, string arabic, float latitude, float longitude, string wikidata)
    {
        AddNames(place, names);
        if (place.French.Length == 0 && NameFilter.Keep(french) && !NameFilter.IsArabic(french)) place.French = french;
        if (place.Arabic.Length == 0 && NameFilter.IsArabic(arabic)) place.Arabic = arabic;
        if (place.Wikidata.Length == 0) place.Wikidata = wikidata;
        if (float.IsNaN(place.Latitude)) (place.Latitude, place.Longitude) = (latitude, longitude);
    }

    private static void AddNames(DraftPlace place, IReadOnlyCollection<string> names)
    {
        foreach (string name in names)
            if (NameFilter.Keep(name) && !place.Names.Contains(name)) place.Names.Add(name);
    }

    private static string First(string cell) => SourceTable.Names(cell).FirstOrDefault("");

    // Pakistan's file has 100,000 wells, farmsteads and numbered plots of Punjab and Sindh that no report names.
    private static bool IsFarmstead(string[] row) =>
        row[2] == "locality" && row[13].Length == 0 && row[14].Length == 0 && row[15].Length == 0 && SourceTable.Long(row[9]) == 0 &&
        (row[6] is "85675753" or "85675757" || row[1].StartsWith("Goth ", StringComparison.Ordinal) || row[1].StartsWith("Chak ", StringComparison.Ordinal));
}
