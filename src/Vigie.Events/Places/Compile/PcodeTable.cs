using Vigie.Text;

namespace Vigie.Events.Places.Compile;

/// <summary>
/// OCHA P-codes of first- and second-level divisions, found by name: the source has no coordinates. A name is matched without its rank
/// ("Province du"), then by its consonants where only one division of the country has them.
/// </summary>
internal sealed class PcodeTable
{
    private readonly Dictionary<(string Country, int Level, string Name), List<Pcode>> byName = [];
    private readonly Dictionary<(string Country, int Level, string Bones), List<Pcode>> byBones = [];

    /// <param name="codesFile"><c>global_pcodes_adm_1_2.csv.gz</c>: location (ISO 3166-1 alpha-3), level, code, name, parent's code, date.</param>
    /// <param name="countriesFile">GeoNames <c>countryInfo.txt</c>, for the two-letter codes.</param>
    /// <exception cref="KnowledgeException">A source is missing or has a bad row.</exception>
    public PcodeTable(string codesFile, string countriesFile)
    {
        var alpha2 = SourceTable.Rows(countriesFile, 2, header: false).ToDictionary(r => r[1], r => r[0], StringComparer.Ordinal);
        foreach (string[] row in SourceTable.QuotedRows(codesFile, 5))
        {
            if (!alpha2.TryGetValue(row[0], out string? country) || row[1] is not ("1" or "2")) continue;
            int level = row[1][0] - '0';
            var code = new Pcode(row[2], row[4]);
            string name = DivisionTable.Bare(row[3]), bones = ToponymKey.Skeleton(name);
            Listed(byName, (country, level, name)).Add(code);
            if (bones.Length >= 3) Listed(byBones, (country, level, bones)).Add(code);
        }
    }

    /// <summary>Gives the divisions, then the districts, their codes.</summary>
    /// <returns>How many were found of each.</returns>
    public (int Divisions, int Districts) Assign(DivisionTable divisions, IEnumerable<DraftPlace> places)
    {
        int first = 0, second = 0;
        foreach (var division in divisions.ByCode.Values)
            if (Find(division, 1, null) is { } code) (division.Pcode, first) = (code, first + 1);
        foreach (var place in places.Where(p => p.Kind == PlacePrecision.Admin2))
        {
            string parent = divisions.ByCode.GetValueOrDefault(place.Division)?.Pcode ?? "";
            if (Find(place, 2, parent) is { } code) (place.Pcode, second) = (code, second + 1);
        }
        return (first, second);
    }

    private string? Find(DraftPlace place, int level, string? parent)
    {
        // The shown name first: a former name may be another division's today.
        var names = place.Names.Prepend(place.French).Prepend(place.English).Where(n => n.Length > 0).Select(DivisionTable.Bare).Distinct(StringComparer.Ordinal).ToList();
        foreach (string name in names)
            if (byName.TryGetValue((place.Country, level, name), out var codes) && Chosen(codes, parent) is { } code) return code;
        foreach (string name in names.Take(3))
            if (byBones.TryGetValue((place.Country, level, ToponymKey.Skeleton(name)), out var codes) && codes.Count == 1 && Chosen(codes, parent) is { } code) return code;
        return null;
    }

    private static string? Chosen(List<Pcode> codes, string? parent)
    {
        if (parent is null) return codes.Count == 1 ? codes[0].Code : null;
        var inside = codes.Where(c => c.Parent == parent).ToList();
        return inside.Count == 1 ? inside[0].Code : parent.Length == 0 && codes.Count == 1 ? codes[0].Code : null;
    }

    private static List<Pcode> Listed<TKey>(Dictionary<TKey, List<Pcode>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }

    private sealed record Pcode(string Code, string Parent);
}
