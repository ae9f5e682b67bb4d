namespace Vigie.Events.Places.Compile;

/// <summary>First-level divisions by GeoNames code, gathered from GeoNames, Natural Earth and Who's On First.</summary>
internal sealed class DivisionTable
{
    public Dictionary<string, DraftPlace> ByCode { get; } = new(StringComparer.Ordinal);

    private readonly Dictionary<uint, string> codeByGeoNamesId = [];
    private readonly Dictionary<string, string> codeByName = new(StringComparer.Ordinal);

    // Words that tell the rank and not the name: "Province du Sud-Kivu", "Gaza Governorate".
    private static readonly string[] Ranks = ["governorate", "province", "region", "state", "county", "department", "departement", "district", "gouvernorat", "wilaya", "oblast", "districts", "territoire", "territory", "cercle", "area"];

    /// <summary>An empty table, for a country dump that brings its own divisions.</summary>
    public DivisionTable()
    {
    }

    public DivisionTable(string codesFile)
    {
        foreach (string[] row in SourceTable.Rows(codesFile, 4, header: false))
        {
            uint id = SourceTable.Number(row[3]);
            var place = new DraftPlace
            {
                Source = GazetteerSource.GeoNames,
                Number = id,
                Kind = PlacePrecision.Admin1,
                Country = row[0][..2],
                Latitude = float.NaN,
                Longitude = float.NaN,
                English = row[1],
                GeoNamesId = id,
                Division = row[0],
                Standing = 45,
            };
            place.Names.Add(row[1]);
            if (row[2].Length > 0) place.Names.Add(row[2]);
            ByCode[row[0]] = place;
            codeByGeoNamesId[id] = row[0];
            foreach (string name in place.Names) codeByName.TryAdd(row[0][..2] + Bare(name), row[0]);
        }
    }

    /// <summary>Adds a division by its GeoNames code.</summary>
    public void Add(string code, string name, string plainName, uint id, float latitude, float longitude, IEnumerable<string> names)
    {
        var place = new DraftPlace
        {
            Source = GazetteerSource.GeoNames,
            Number = id,
            Kind = PlacePrecision.Admin1,
            Country = code[..2],
            Latitude = latitude,
            Longitude = longitude,
            English = name,
            GeoNamesId = id,
            Division = code,
            Standing = 45,
        };
        place.Names.AddRange(names.Prepend(plainName).Prepend(name).Where(NameFilter.Keep).Distinct(StringComparer.Ordinal));
        place.OwnNames.UnionWith([name, plainName]);
        ByCode[code] = place;
    }

    /// <summary>The code of a division that another source describes, or null.</summary>
    public string? CodeOf(string country, uint geoNamesId, IEnumerable<string> names)
    {
        if (codeByGeoNamesId.TryGetValue(geoNamesId, out string? code) && code.StartsWith(country, StringComparison.Ordinal)) return code;
        foreach (string name in names)
            if (codeByName.TryGetValue(country + Bare(name), out code)) return code;
        return null;
    }

    /// <summary>The name folded, without the words of its rank.</summary>
    public static string Bare(string name)
    {
        var words = ToponymKey.Words(name);
        words.RemoveAll(w => Ranks.Contains(w) || w is "de" or "du" or "of");
        return string.Concat(words);
    }
}
