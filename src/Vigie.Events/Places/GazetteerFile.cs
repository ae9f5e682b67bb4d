using System.Buffers.Binary;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>A compiled gazetteer, memory-mapped: opening it reads the header only. Safe for many threads.</summary>
internal sealed unsafe class GazetteerFile : IDisposable
{
    private readonly string path;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly int length;
    private readonly uint entries, divisions, countries, filter, strings;
    private readonly uint[] tables;
    private readonly Lazy<int[]> countryEntries;
    private byte* start;

    private GazetteerFile(string path, int length)
    {
        (this.path, this.length) = (path, length);
        countryEntries = new Lazy<int[]>(CountryEntries);
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        try
        {
            view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            CheckHeader();
            entries = U32(20);
            divisions = U32(24);
            CountryCount = (int)U32(28);
            countries = U32(32);
            filter = U32(36);
            tables = [U32(40), U32(44), U32(48)];
            strings = U32(52);
            uint[] offsets = [entries, divisions, countries, filter, .. tables, strings];
            if (offsets.Any(o => o > length)) throw new KnowledgeException(path, null, "is damaged: expected every section to begin within the file");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int CountryCount { get; }

    /// <summary>Rows of divisions, those of "somewhere in the country" among them.</summary>
    public int DivisionCount => (int)((countries - divisions) / GazetteerFormat.DivisionBytes);

    /// <exception cref="KnowledgeException">The file is missing, cut short, of another version, or no gazetteer.</exception>
    public static GazetteerFile Open(string path)
    {
        try
        {
            long length;
            using (var handle = File.OpenHandle(path)) length = RandomAccess.GetLength(handle);
            if (length < GazetteerFormat.HeaderBytes || length > int.MaxValue)
                throw new KnowledgeException(path, null, string.Create(CultureInfo.InvariantCulture,
                    $"is no compiled gazetteer: expected at least the {GazetteerFormat.HeaderBytes} bytes of its header, found {length} bytes"));
            return new GazetteerFile(path, (int)length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException(path, null, "cannot be read: " + e.Message, e);
        }
    }

    /// <summary>Lets the file go. No search may still run.</summary>
    public void Dispose()
    {
        if (start is not null) view.SafeMemoryMappedViewHandle.ReleasePointer();
        start = null;
        view?.Dispose();
        file.Dispose();
    }

    private void CheckHeader()
    {
        if (U64(0) != GazetteerFormat.Magic)
            throw new KnowledgeException(path, null, "is no compiled gazetteer: expected it to begin with VIGIEGAZ");
        if (U32(8) != GazetteerFormat.Version)
            throw new KnowledgeException(path, null, string.Create(CultureInfo.InvariantCulture,
                $"is a gazetteer of version {U32(8)}: expected version {GazetteerFormat.Version}; compile it again"));
        if (U32(12) != length)
            throw new KnowledgeException(path, null, string.Create(CultureInfo.InvariantCulture,
                $"is cut short or damaged: its header promises {U32(12)} bytes, expected as many but it has {length}"));
    }

    /// <summary>Whether some name may begin with the words hashed so far (a few false yeses, no false no).</summary>
    public bool MayBegin(ulong hash) => Bit(GazetteerFilter.Prefix(hash));

    /// <summary>Whether some name may have this key (a few false yeses, no false no).</summary>
    public bool MayHave(ulong hash) => Bit(GazetteerFilter.Whole(hash));

    /// <summary>Adds the entries of a key to <paramref name="found"/>, the most important first.</summary>
    public void Look(GazetteerTable table, ulong hash, List<GazetteerHit> found, int most)
    {
        uint section = tables[(int)table];
        int bucket = (int)(hash >> (64 - GazetteerFormat.BucketBits));
        long low = U32(section + (4 * bucket)), end = U32(section + (4 * bucket) + 4), high = end;
        long rows = section + (4L * ((1 << GazetteerFormat.BucketBits) + 1));
        ulong least = (ulong)((uint)hash & GazetteerFormat.CheckMask) << (GazetteerFormat.EntryBits + 1);
        ulong greatest = least | ((1ul << (GazetteerFormat.EntryBits + 1)) - 1);
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (Key(rows, middle) < least) low = middle + 1;
            else high = middle;
        }
        for (; low < end && most > 0 && Key(rows, low) is var key && key <= greatest; low++, most--)
            found.Add(new GazetteerHit((int)((key - least) >> 1), (key & 1) == 0));
    }

    public GazetteerEntry Entry(int index)
    {
        long at = entries + ((long)GazetteerFormat.EntryBytes * index);
        int division = BinaryPrimitives.ReadUInt16LittleEndian(Bytes(at + 16, 2));
        int country = BinaryPrimitives.ReadUInt16LittleEndian(Bytes(divisions + (GazetteerFormat.DivisionBytes * (long)division), 2));
        return new GazetteerEntry(index, F32(at + 4), F32(at + 8), (PlacePrecision)(Byte(at + 18) & 15), division, country, Byte(at + 19));
    }

    /// <summary>The entry's name in a language, else its English or local one.</summary>
    public string Name(int index, string language) =>
        InLanguage(Pooled(U32(entries + ((long)GazetteerFormat.EntryBytes * index) + 12)), language);

    public string Id(int index)
    {
        long at = entries + ((long)GazetteerFormat.EntryBytes * index);
        uint number = U32(at);
        var source = (GazetteerSource)(Byte(at + 18) >> 4);
        return source == GazetteerSource.Vigie
            ? "vigie:" + Pooled(number)
            : string.Create(CultureInfo.InvariantCulture,
                $"{source switch { GazetteerSource.WhosOnFirst => "wof", GazetteerSource.GeoNames => "gn", _ => "ne" }}:{number}");
    }

    /// <summary>Name of a first-level division, or null for "somewhere in the country".</summary>
    public string? DivisionName(int division, string language)
    {
        uint name = U32(divisions + (GazetteerFormat.DivisionBytes * (long)division) + 4);
        return name == GazetteerFormat.NoName ? null : InLanguage(Pooled(name), language);
    }

    /// <summary>OCHA P-code: of the entry itself where it is a second-level division, else of its first-level division; null where there is none.</summary>
    public string? Pcode(GazetteerEntry entry)
    {
        if (entry.Kind == PlacePrecision.Country) return null;
        if (entry.Kind == PlacePrecision.Admin2 && PcodeIn(Pooled(U32(entries + ((long)GazetteerFormat.EntryBytes * entry.Index) + 12))) is { } code) return code;
        return DivisionPcode(entry.Division);
    }

    /// <summary>OCHA P-code of a first-level division, or null.</summary>
    public string? DivisionPcode(int division)
    {
        uint name = U32(divisions + (GazetteerFormat.DivisionBytes * (long)division) + 4);
        return name == GazetteerFormat.NoName ? null : PcodeIn(Pooled(name));
    }

    /// <summary>The entry of a country itself, or null.</summary>
    public int? CountryEntry(int country)
    {
        int entry = countryEntries.Value[country];
        return entry < 0 ? null : entry;
    }

    /// <summary>The country of a division.</summary>
    public int DivisionCountry(int division) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(divisions + (GazetteerFormat.DivisionBytes * (long)division), 2));

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode(int country)
    {
        long at = countries + (GazetteerFormat.CountryBytes * (long)country);
        return string.Create(2, (First: (char)Byte(at), Second: (char)Byte(at + 1)), static (s, c) => (s[0], s[1]) = (c.First, c.Second));
    }

    public string CountryName(int country, string language) =>
        InLanguage(Pooled(U32(countries + (GazetteerFormat.CountryBytes * (long)country) + 4)), language);

    /// <summary>Radius in km of a disc as large as the country.</summary>
    public int CountryRadius(int country) =>
        BinaryPrimitives.ReadUInt16LittleEndian(Bytes(countries + (GazetteerFormat.CountryBytes * (long)country) + 2, 2));

    /// <summary>Names lie as English, French, Arabic, and the P-code behind them, with tabs between; an empty name is as the English.</summary>
    private static string InLanguage(string names, string language)
    {
        string[] all = names.Split('\t');
        int wanted = language switch { "fr" => 1, "ar" => 2, _ => 0 };
        return wanted < all.Length && all[wanted].Length > 0 ? all[wanted] : all[0];
    }

    private static string? PcodeIn(string names) => names.Split('\t') is [_, _, _, { Length: > 0 } code, ..] ? code : null;

    private string Pooled(uint offset)
    {
        long at = strings + (long)offset;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(Bytes(at, 2));
        return System.Text.Encoding.UTF8.GetString(Bytes(at + 2, length));
    }

    private ulong Key(long rows, long row)
    {
        var bytes = Bytes(rows + (GazetteerFormat.KeyBytes * row), GazetteerFormat.KeyBytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]) << 32);
    }

    // Countries stand among the most important entries.
    private int[] CountryEntries()
    {
        int[] found = new int[CountryCount];
        Array.Fill(found, -1);
        int most = (int)Math.Min(U32(16), 20_000);
        for (int i = 0; i < most; i++)
            if (Entry(i) is { Kind: PlacePrecision.Country } entry && found[entry.Country] < 0) found[entry.Country] = i;
        return found;
    }

    private bool Bit(uint bit) => (Byte(filter + (bit >> 3)) & (1 << (int)(bit & 7))) != 0;

    private ReadOnlySpan<byte> Bytes(long at, int count)
    {
        ObjectDisposedException.ThrowIf(start is null, this);
        if (at < 0 || at + count > length) throw new KnowledgeException(path, null, "is damaged: expected every row to point within the file");
        return new ReadOnlySpan<byte>(start + at, count);
    }

    private byte Byte(long at) => Bytes(at, 1)[0];

    private uint U32(long at) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(at, 4));

    private ulong U64(long at) => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(at, 8));

    private float F32(long at) => BinaryPrimitives.ReadSingleLittleEndian(Bytes(at, 4));
}
