namespace Vigie.Events.Places.Compile;

/// <summary>Lays drafted places out as <see cref="GazetteerFormat"/> says.</summary>
internal sealed class GazetteerWriter(List<DraftPlace> places, DivisionTable divisions, List<(DraftPlace Place, int RadiusKm)> countries)
    : IDisposable
{
    // Arabic-speaking countries have their names in Arabic script already.
    private static readonly HashSet<string> NamedInArabic = new(StringComparer.Ordinal) { "SY", "LB", "PS", "YE", "SA", "EG", "JO", "KW", "QA", "BH", "OM", "AE" };

    private readonly MemoryStream strings = new();
    private readonly Dictionary<string, uint> stringAt = new(StringComparer.Ordinal);
    private readonly byte[] filter = new byte[1 << (GazetteerFormat.FilterBits - 3)];
    private readonly List<(ulong Hash, uint Entry, bool Lesser)> exactKeys = [], looseKeys = [], skeletonKeys = [];

    public void Dispose() => strings.Dispose();

    public void Write(string path)
    {
        var countryRow = countries.Select((c, i) => (c.Place.Country, i)).ToDictionary(c => c.Country, c => c.i, StringComparer.Ordinal);
        var divisionRow = new Dictionary<string, int>(StringComparer.Ordinal);
        var divisionRows = new List<(int Country, uint Name)>();
        foreach (var (place, _) in countries) divisionRows.Add((countryRow[place.Country], GazetteerFormat.NoName));
        foreach (var (code, place) in divisions.ByCode.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            if (!countryRow.TryGetValue(place.Country, out int country)) continue;
            divisionRow[code] = divisionRows.Count;
            divisionRows.Add((country, Pool(Shown(place))));
        }
        using var entries = new MemoryStream();
        var writer = new BinaryWriter(entries);
        uint count = 0;
        foreach (var place in places)
        {
            if (!countryRow.TryGetValue(place.Country, out int country)) continue;
            int division = divisionRow.GetValueOrDefault(place.Division, country);
            writer.Write(place.Slug is null ? place.Number : Pool(place.Slug));
            writer.Write(place.Latitude);
            writer.Write(place.Longitude);
            writer.Write(Pool(Shown(place)));
            writer.Write((ushort)division);
            writer.Write((byte)((int)place.Kind | ((int)place.Source << 4)));
            writer.Write((byte)place.Importance);
            Index(place, count++);
        }
        byte[] divisionBytes = Rows(w => { foreach (var (country, name) in divisionRows) { w.Write((ushort)country); w.Write((ushort)0); w.Write(name); } });
        byte[] countryBytes = Rows(w =>
        {
            foreach (var (place, radius) in countries)
            {
                w.Write((byte)place.Country[0]);
                w.Write((byte)place.Country[1]);
                w.Write((ushort)radius);
                w.Write(Pool(Shown(place)));
            }
        });
        Assemble(path, count, entries.ToArray(), divisionBytes, countryBytes);
    }

    private void Assemble(string path, uint count, byte[] entries, byte[] divisionRows, byte[] countryRows)
    {
        byte[][] sections = [entries, divisionRows, countryRows, filter, Table(exactKeys), Table(looseKeys), Table(skeletonKeys), strings.ToArray()];
        uint[] offsets = new uint[sections.Length];
        long at = GazetteerFormat.HeaderBytes;
        for (int i = 0; i < sections.Length; at += sections[i].Length, i++) offsets[i] = (uint)at;
        using var file = new BinaryWriter(File.Create(path));
        file.Write(GazetteerFormat.Magic);
        file.Write(GazetteerFormat.Version);
        file.Write((uint)at);
        file.Write(count);
        file.Write(offsets[0]);
        file.Write(offsets[1]);
        file.Write((uint)countries.Count);
        for (int i = 2; i < offsets.Length; i++) file.Write(offsets[i]);
        file.Write(new byte[GazetteerFormat.HeaderBytes - (int)file.BaseStream.Position]);
        foreach (byte[] section in sections) file.Write(section);
    }

    private void Index(DraftPlace place, uint entry)
    {
        var exact = new HashSet<string>(StringComparer.Ordinal);
        var rough = new HashSet<string>(StringComparer.Ordinal);
        var bones = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string> main = [.. place.MainNames.Select(n => ToponymKey.Fold(n))];
        bool arabic = false;
        int most = place.Importance >= 25 ? 3 : 1;
        foreach (string name in place.Names)
        {
            var words = ToponymKey.Words(name);
            if (words.Count is 0 or > 6) continue;
            bool lesser = !main.Contains(string.Concat(words));
            AddExact(words, exact, entry, lesser);
            // "Le Caire" is met as "au Caire", "The Hague" without its article.
            if (words.Count > 1 && words[0] is "le" or "la" or "les" or "the" && place.Importance >= 40) AddExact(words[1..], exact, entry, lesser);
            string key = string.Concat(words);
            bool isArabic = key[0] is >= '\u0600' and <= '\u06ff';
            arabic |= isArabic;
            if (place.Kind == PlacePrecision.Country || isArabic) continue;
            if (rough.Count < most && ToponymKey.Loose(key) is { Length: > 0 } loose && rough.Add(loose))
                looseKeys.Add((GazetteerFilter.InCountry(place.Country, loose), entry, !main.Contains(key)));
            if (bones.Count < most && ToponymKey.Skeleton(key) is { Length: > 0 } skeleton) bones.Add(skeleton);
        }
        if ((!arabic || place.Importance >= 30) && place.Country != "PK" && !NamedInArabic.Contains(place.Country))
            foreach (string skeleton in bones) skeletonKeys.Add((GazetteerFilter.InCountry(place.Country, skeleton), entry, false));
    }

    private void AddExact(List<string> words, HashSet<string> seen, uint entry, bool lesser)
    {
        if (!seen.Add(string.Concat(words))) return;
        ulong state = ToponymKey.Hash("");
        for (int i = 0; i < words.Count; i++)
        {
            state = ToponymKey.Hash(words[i], state);
            ulong hash = ToponymKey.Stir(state);
            if (i < words.Count - 1) Set(GazetteerFilter.Prefix(hash));
            else Set(GazetteerFilter.Whole(hash));
        }
        exactKeys.Add((ToponymKey.Stir(state), entry, lesser));
    }

    private void Set(uint bit) => filter[bit >> 3] |= (byte)(1 << (int)(bit & 7));

    private static string Shown(DraftPlace place)
    {
        string french = place.French == place.English ? "" : place.French;
        if (place.Pcode.Length > 0) return $"{place.English}\t{french}\t{place.Arabic}\t{place.Pcode}";
        return place.Arabic.Length > 0 ? $"{place.English}\t{french}\t{place.Arabic}" : french.Length > 0 ? $"{place.English}\t{french}" : place.English;
    }

    private uint Pool(string text)
    {
        if (stringAt.TryGetValue(text, out uint at)) return at;
        at = (uint)strings.Position;
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        strings.WriteByte((byte)bytes.Length);
        strings.WriteByte((byte)(bytes.Length >> 8));
        strings.Write(bytes);
        stringAt[text] = at;
        return at;
    }

    private static byte[] Table(List<(ulong Hash, uint Entry, bool Lesser)> keys)
    {
        const int shift = 64 - GazetteerFormat.BucketBits;
        var rows = keys.Select(k => (Bucket: (int)(k.Hash >> shift), Key: ((((k.Hash & GazetteerFormat.CheckMask) << GazetteerFormat.EntryBits) | k.Entry) << 1) | (k.Lesser ? 1u : 0u))).Distinct().ToList();
        rows.Sort();
        return Rows(w =>
        {
            int row = 0;
            for (int bucket = 0; bucket <= 1 << GazetteerFormat.BucketBits; bucket++)
            {
                while (row < rows.Count && rows[row].Bucket < bucket) row++;
                w.Write((uint)row);
            }
            foreach (var (_, key) in rows)
            {
                w.Write((uint)key);
                w.Write((ushort)(key >> 32));
            }
        });
    }

    private static byte[] Rows(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
