using System.Collections.Frozen;
using System.Globalization;
using Vigie.Store.Search;
using Vigie.Text;

namespace Vigie.Store.Codebook;

/// <summary>A country as coded tables have it.</summary>
/// <param name="Name">In English.</param>
/// <param name="Numeric">ISO 3166-1 numeric; 0 where there is none.</param>
/// <param name="Region">Of the ACLED tables.</param>
public sealed record Country(string Iso2, string Iso3, int Numeric, string Name, string Region);

/// <summary>Finds countries by their codes and names: <c>data/exports/countries.tsv</c> and <c>data/gazetteer/countries.tsv</c>.</summary>
public sealed class Countries
{
    private const int CodeColumns = 5, NameColumns = 5;

    private readonly FrozenDictionary<string, Country> byIso2;
    private readonly FrozenDictionary<string, Country> byIso3;
    private readonly FrozenDictionary<string, Country> byName;
    private readonly FrozenDictionary<int, Country> byNumber;

    private Countries(IReadOnlyCollection<Country> all, IEnumerable<KeyValuePair<string, Country>> names)
    {
        byIso2 = all.ToFrozenDictionary(country => country.Iso2, StringComparer.OrdinalIgnoreCase);
        byIso3 = all.ToFrozenDictionary(country => country.Iso3, StringComparer.OrdinalIgnoreCase);
        byNumber = all.Where(country => country.Numeric > 0).ToFrozenDictionary(country => country.Numeric);
        byName = names.DistinctBy(name => name.Key).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <exception cref="KnowledgeException">A file is missing or malformed.</exception>
    public static Countries Load(DataFolder data)
    {
        Dictionary<string, string[]> names = CodebookFile.Rows(data.Data("gazetteer", "countries.tsv"), NameColumns, exact: false)
            .ToDictionary(row => row.Cells[0], row => row.Cells[2..5].SelectMany(cell => cell.Split('|')).ToArray(), StringComparer.Ordinal);
        var all = new List<Country>();
        var byName = new List<KeyValuePair<string, Country>>();
        string path = data.Data("exports", "countries.tsv");
        foreach ((int line, string[] cells) in CodebookFile.Rows(path, CodeColumns))
        {
            if (!int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out int number)) throw new KnowledgeException(path, line, $"'{cells[2]}' is no number");
            string[] others = cells[4].Split('|', StringSplitOptions.RemoveEmptyEntries);
            string[] known = names.GetValueOrDefault(cells[0]) ?? [];
            string name = known.FirstOrDefault() ?? others.FirstOrDefault() ?? cells[0];
            var country = new Country(cells[0], cells[1], number, name, cells[3]);
            all.Add(country);
            byName.AddRange(known.Concat(others).Select(SearchFolding.Name).Where(key => key.Length > 0).Select(key => KeyValuePair.Create(key, country)));
        }
        return new Countries(all, byName);
    }

    public Country? ByIso2(string? code) => code is null ? null : byIso2.GetValueOrDefault(code);

    public Country? ByIso3(string code) => byIso3.GetValueOrDefault(code);

    public Country? ByNumber(int number) => byNumber.GetValueOrDefault(number);

    /// <summary>By its name in any of three languages, whatever its case and accents.</summary>
    public Country? ByName(string name) => byName.GetValueOrDefault(SearchFolding.Name(name));
}
