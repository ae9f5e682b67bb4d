using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Words for people and things of a country ("malienne", "Nigerian", "السورية"): no places, but they tell where a report plays.</summary>
internal sealed class Demonyms
{
    private static readonly string[] FrenchEndings = ["", "s", "ne", "nes", "e", "es", "te", "tes"];
    private static readonly string[] EnglishEndings = ["", "s"];
    private static readonly string[] ArabicEndings = ["", "ه", "ين", "ون", "ان", "ات", "تين"];
    private static readonly string[] ArabicPrefixes = ["", "ال", "وال", "بال", "لل", "و", "فال", "كال"];

    private readonly Dictionary<string, string> _country = new(StringComparer.Ordinal);

    private Demonyms()
    {
    }

    /// <summary>The country of a folded word, or null.</summary>
    public string? Country(string folded) => _country.GetValueOrDefault(folded);

    /// <exception cref="KnowledgeException">The file is missing or has a bad row.</exception>
    public static Demonyms Load(DataFolder data)
    {
        string path = data.Data("gazetteer", "demonyms.tsv");
        var demonyms = new Demonyms();
        int line = 0;
        string[] lines;
        try { lines = File.ReadAllLines(path); }
        catch (IOException e) { throw new KnowledgeException(path, null, "cannot be read: " + e.Message, e); }
        foreach (string row in lines)
        {
            line++;
            if (row.Length == 0 || row[0] == '#' || row.StartsWith("iso2", StringComparison.Ordinal)) continue;
            string[] cells = row.Split('\t');
            if (cells.Length != 4 || cells[0].Length != 2)
                throw new KnowledgeException(path, line, "expected iso2, French, English and Arabic words with tabs between");
            demonyms.Add(cells[0], cells[1], [""], FrenchEndings);
            demonyms.Add(cells[0], cells[2], [""], EnglishEndings);
            demonyms.Add(cells[0], cells[3], ArabicPrefixes, ArabicEndings);
        }
        return demonyms;
    }

    private void Add(string country, string words, string[] prefixes, string[] endings)
    {
        foreach (string word in words.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            string folded = ToponymKey.Fold(word);
            foreach (string prefix in prefixes)
                foreach (string ending in endings)
                    _country.TryAdd(prefix + folded + ending, country);
        }
    }
}
