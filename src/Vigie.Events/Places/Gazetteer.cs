using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>
/// The gazetteer that ships, and countries that a user has added beside it. Entries, divisions and countries have one numbering over all
/// files: countries are those of the first file, divisions too where they bear the same name. Safe for many threads.
/// </summary>
internal sealed class Gazetteer : IDisposable
{
    private readonly List<GazetteerFile> files = [];
    private readonly List<int[]> countryOf = [], divisionOf = [];

    private Gazetteer()
    {
    }

    private GazetteerFile Main => files[0];

    public int CountryCount => Main.CountryCount;

    /// <param name="path">The gazetteer that ships.</param>
    /// <param name="added">Compiled countries.</param>
    /// <exception cref="KnowledgeException">A file is missing, cut short, of another version, or no gazetteer.</exception>
    public static Gazetteer Open(string path, IEnumerable<string> added)
    {
        var gazetteer = new Gazetteer();
        try
        {
            gazetteer.files.Add(GazetteerFile.Open(path));
            gazetteer.countryOf.Add([]);
            gazetteer.divisionOf.Add([]);
            foreach (string file in added) gazetteer.Add(file);
            return gazetteer;
        }
        catch
        {
            gazetteer.Dispose();
            throw;
        }
    }

    /// <summary>Lets the files go. No search may still run.</summary>
    public void Dispose() => files.ForEach(file => file.Dispose());

    /// <summary>Whether some name may begin with the words hashed so far (a few false yeses, no false no).</summary>
    public bool MayBegin(ulong hash)
    {
        foreach (var file in files)
            if (file.MayBegin(hash)) return true;
        return false;
    }

    /// <summary>Whether some name may have this key (a few false yeses, no false no).</summary>
    public bool MayHave(ulong hash)
    {
        foreach (var file in files)
            if (file.MayHave(hash)) return true;
        return false;
    }

    /// <summary>Adds the entries of a key to <paramref name="found"/>, file by file, the most important first.</summary>
    public void Look(GazetteerTable table, ulong hash, List<GazetteerHit> found, int most)
    {
        Main.Look(table, hash, found, most);
        for (int f = 1; f < files.Count; f++)
        {
            int from = found.Count;
            files[f].Look(table, hash, found, most);
            for (int i = from; i < found.Count; i++) found[i] = found[i] with { Entry = (f << GazetteerFormat.EntryBits) | found[i].Entry };
        }
    }

    public GazetteerEntry Entry(int index)
    {
        int f = index >> GazetteerFormat.EntryBits;
        if (f == 0) return Main.Entry(index);
        var entry = files[f].Entry(Local(index));
        return entry with { Index = index, Country = countryOf[f][entry.Country], Division = divisionOf[f][entry.Division] };
    }

    /// <summary>The entry's name in a language, else its English or local one.</summary>
    public string Name(int index, string language) => files[index >> GazetteerFormat.EntryBits].Name(Local(index), language);

    public string Id(int index) => files[index >> GazetteerFormat.EntryBits].Id(Local(index));

    /// <summary>OCHA P-code: of the entry itself where it is a second-level division, else of its first-level division; null where there is none.</summary>
    public string? Pcode(GazetteerEntry entry)
    {
        int f = entry.Index >> GazetteerFormat.EntryBits;
        return f == 0 ? Main.Pcode(entry) : entry.Division >> GazetteerFormat.DivisionBits == 0 ? Main.DivisionPcode(entry.Division) : null;
    }

    /// <summary>Name of a first-level division, or null for "somewhere in the country".</summary>
    public string? DivisionName(int division, string language) =>
        files[division >> GazetteerFormat.DivisionBits].DivisionName(division & ((1 << GazetteerFormat.DivisionBits) - 1), language);

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode(int country) => Main.CountryCode(country);

    public string CountryName(int country, string language) => Main.CountryName(country, language);

    /// <summary>Radius in km of a disc as large as the country.</summary>
    public int CountryRadius(int country) => Main.CountryRadius(country);

    /// <summary>The entry of a country itself, or null.</summary>
    public int? CountryEntry(int country) => Main.CountryEntry(country);

    private static int Local(int index) => index & ((1 << GazetteerFormat.EntryBits) - 1);

    private void Add(string path)
    {
        var file = GazetteerFile.Open(path);
        int number = files.Count;
        files.Add(file);
        var known = Enumerable.Range(0, Main.CountryCount).ToDictionary(Main.CountryCode, c => c, StringComparer.Ordinal);
        int[] countries = new int[file.CountryCount];
        for (int c = 0; c < countries.Length; c++)
            if (!known.TryGetValue(file.CountryCode(c), out countries[c])) throw new KnowledgeException(path, null, $"has places of {file.CountryCode(c)}: expected a country of ISO 3166-1");
        var divisions = new Dictionary<(int, string), int>();
        for (int d = 0; d < Main.DivisionCount; d++) divisions.TryAdd((Main.DivisionCountry(d), DivisionKey(Main, d)), d);
        int[] division = new int[file.DivisionCount];
        for (int d = 0; d < division.Length; d++)
            if (!divisions.TryGetValue((countries[file.DivisionCountry(d)], DivisionKey(file, d)), out division[d])) division[d] = (number << GazetteerFormat.DivisionBits) | d;
        countryOf.Add(countries);
        divisionOf.Add(division);
    }

    private static string DivisionKey(GazetteerFile file, int division) => ToponymKey.Fold(file.DivisionName(division, "en") ?? "");
}
