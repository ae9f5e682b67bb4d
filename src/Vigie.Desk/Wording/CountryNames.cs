using System.Collections.Frozen;
using Vigie.Text;

namespace Vigie.Desk.Wording;

/// <summary>What a language calls the countries: <c>data/gazetteer/countries.tsv</c>, the first of each name's forms.</summary>
internal static class CountryNames
{
    /// <returns>By ISO 3166-1 alpha-2.</returns>
    /// <exception cref="KnowledgeException">The table is missing, or lacks a column.</exception>
    public static FrozenDictionary<string, string> Load(DataFolder data, string language)
    {
        string path = data.Data("gazetteer", "countries.tsv"), column = "names_" + language;
        int code = -1, name = -1;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((int number, string line) in KnowledgeFile.Lines(path))
        {
            if (line.StartsWith('#')) continue;
            string[] cells = line.Split('\t');
            if (code < 0)
            {
                (code, name) = (Array.IndexOf(cells, "iso2"), Array.IndexOf(cells, column));
                if (code < 0 || name < 0) throw new KnowledgeException(path, number, $"expected the columns iso2 and {column}");
            }
            else if (cells.Length > Math.Max(code, name))
            {
                names[cells[code]] = cells[name].Split('|')[0];
            }
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
