using System.Buffers.Binary;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>One place of the gazetteer.</summary>
/// <param name="Index">Row in the gazetteer; rows are in order of importance.</param>
/// <param name="Division">Row of its first-level division.</param>
/// <param name="Country">Row of its country.</param>
/// <param name="Importance">0 to 255: how likely the name means this place where nothing else is known.</param>
internal readonly record struct GazetteerEntry(
    int Index, float Latitude, float Longitude, PlacePrecision Kind, int Division, int Country, int Importance);

/// <summary>An entry found under a name.</summary>
/// <param name="IsMain">Whether the name is one of its main ones (English, local, French or Arabic) and no further or former name.</param>
internal readonly record struct GazetteerHit(int Entry, bool IsMain);

/// <summary>The compiled gazetteer, memory-mapped: opening it reads the header only. Safe for many threads.</summary>
internal sealed unsafe class Gazetteer : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _base;
    private readonly int _length;
    private readonly uint _entries, _divisions, _countries, _filter, _strings;
    private readonly uint[] _tables;

    private Gazetteer(string path, MemoryMappedFile file, int length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _length = length;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _base);
        if (U64(0) != GazetteerFormat.Magic)
            throw new KnowledgeException(path, null, "is no compiled gazetteer: expected it to begin with VIGIEGAZ");
        if (U32(8) != GazetteerFormat.Version)
            throw new KnowledgeException(path, null, string.Create(CultureInfo.InvariantCulture,
                $"is a gazetteer of version {U32(8)}: expected version {GazetteerFormat.Version}; compile it again"));
        if (U32(12) != length)
            throw new KnowledgeException(path, null, string.Create(CultureInfo.InvariantCulture,
                $"is cut short or damaged: its header promises {U32(12)} bytes, expected as many but it has {length}"));
        EntryCount = (int)U32(16);
        _entries = U32(20);
        _divisions = U32(24);
        CountryCount = (int)U32(28);
        _countries = U32(32);
        _filter = U32(36);
        _tables = [U32(40), U32(44), U32(48)];
        _strings = U32(52);
        uint[] offsets = [_entries, _divisions, _countries, _filter, .. _tables, _strings];
        if (offsets.Any(o => o > length))
            throw new KnowledgeException(path, null, "is damaged: expected every section to begin within the file");
    }

    public int EntryCount { get; }

    public int CountryCount { get; }

    /// <exception cref="KnowledgeException">The file is missing, cut short, of another version, or no gazetteer.</exception>
    public static Gazetteer Open(string path)
    {
        try
        {
            long length = new FileInfo(path).Length;
            if (length < GazetteerFormat.HeaderBytes || length > int.MaxValue)
                throw new KnowledgeException(path, null, string.Create(CultureInfo.InvariantCulture,
                    $"is no compiled gazetteer: expected at least the {GazetteerFormat.HeaderBytes} bytes of its header, found {length} bytes"));
            return new Gazetteer(path, MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), (int)length);
        }
        catch (IOException e)
        {
            throw new KnowledgeException(path, null, "cannot be read: " + e.Message, e);
        }
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>Whether some name may begin with the words hashed so far (a few false yeses, no false no).</summary>
    public bool MayBegin(ulong hash) => Bit(GazetteerFilter.Prefix(hash));

    /// <summary>Whether some name may have this key (a few false yeses, no false no).</summary>
    public bool MayHave(ulong hash) => Bit(GazetteerFilter.Whole(hash));

    /// <summary>Adds the entries of a key to <paramref name="found"/>, the most important first.</summary>
    public void Look(GazetteerTable table, ulong hash, List<GazetteerHit> found, int most)
    {
        uint start = _tables[(int)table];
        int bucket = (int)(hash >> (64 - GazetteerFormat.BucketBits));
        long low = U32(start + (4 * bucket)), end = U32(start + (4 * bucket) + 4), high = end;
        long rows = start + (4L * ((1 << GazetteerFormat.BucketBits) + 1));
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
        long at = _entries + ((long)GazetteerFormat.EntryBytes * index);
        int division = BinaryPrimitives.ReadUInt16LittleEndian(Bytes(at + 16, 2));
        int country = BinaryPrimitives.ReadUInt16LittleEndian(Bytes(_divisions + (GazetteerFormat.DivisionBytes * (long)division), 2));
        return new GazetteerEntry(index, F32(at + 4), F32(at + 8), (PlacePrecision)(Byte(at + 18) & 15), division, country, Byte(at + 19));
    }

    /// <summary>The entry's name in a language, else its English or local one.</summary>
    public string Name(int index, string language) =>
        InLanguage(Pooled(U32(_entries + ((long)GazetteerFormat.EntryBytes * index) + 12)), language);

    public string Id(int index)
    {
        long at = _entries + ((long)GazetteerFormat.EntryBytes * index);
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
        uint name = U32(_divisions + (GazetteerFormat.DivisionBytes * (long)division) + 4);
        return name == GazetteerFormat.NoName ? null : InLanguage(Pooled(name), language);
    }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode(int country)
    {
        long at = _countries + (GazetteerFormat.CountryBytes * (long)country);
        return string.Create(2, (First: (char)Byte(at), Second: (char)Byte(at + 1)), static (s, c) => (s[0], s[1]) = (c.First, c.Second));
    }

    public string CountryName(int country, string language) =>
        InLanguage(Pooled(U32(_countries + (GazetteerFormat.CountryBytes * (long)country) + 4)), language);

    /// <summary>Radius in km of a disc as large as the country.</summary>
    public int CountryRadius(int country) =>
        BinaryPrimitives.ReadUInt16LittleEndian(Bytes(_countries + (GazetteerFormat.CountryBytes * (long)country) + 2, 2));

    /// <summary>Names lie as English, French, Arabic with tabs between; an empty one is as the English.</summary>
    private static string InLanguage(string names, string language)
    {
        string[] all = names.Split('\t');
        int wanted = language switch { "fr" => 1, "ar" => 2, _ => 0 };
        return wanted < all.Length && all[wanted].Length > 0 ? all[wanted] : all[0];
    }

    private string Pooled(uint offset)
    {
        long at = _strings + (long)offset;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(Bytes(at, 2));
        return System.Text.Encoding.UTF8.GetString(Bytes(at + 2, length));
    }

    private ulong Key(long rows, long row)
    {
        var bytes = Bytes(rows + (GazetteerFormat.KeyBytes * row), GazetteerFormat.KeyBytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]) << 32);
    }

    private bool Bit(uint bit) => (Byte(_filter + (bit >> 3)) & (1 << (int)(bit & 7))) != 0;

    private ReadOnlySpan<byte> Bytes(long at, int count)
    {
        if (at < 0 || at + count > _length) throw new InvalidDataException("The gazetteer is damaged: a row points outside the file.");
        return new ReadOnlySpan<byte>(_base + at, count);
    }

    private byte Byte(long at) => Bytes(at, 1)[0];

    private uint U32(long at) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(at, 4));

    private ulong U64(long at) => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(at, 8));

    private float F32(long at) => BinaryPrimitives.ReadSingleLittleEndian(Bytes(at, 4));
}

/// <summary>The key tables of the gazetteer, from the exact to the rough.</summary>
internal enum GazetteerTable
{
    /// <summary>By <see cref="ToponymKey.Fold"/>.</summary>
    Exact,

    /// <summary>By country and <see cref="ToponymKey.Loose"/>.</summary>
    Loose,

    /// <summary>By country and <see cref="ToponymKey.Skeleton"/>: names that the sources lack in Arabic script.</summary>
    Skeleton,
}

/// <summary>Places of keys in the gazetteer's filter.</summary>
internal static class GazetteerFilter
{
    private const uint Mask = (1u << GazetteerFormat.FilterBits) - 1;

    public static uint Whole(ulong hash) => (uint)(hash >> 20) & Mask;

    public static uint Prefix(ulong hash) => (uint)((hash * 0x9e3779b97f4a7c15) >> 20) & Mask;

    /// <summary>The key of a rough name within one country.</summary>
    public static ulong InCountry(string countryCode, ReadOnlySpan<char> key) => ToponymKey.Stir(ToponymKey.Hash(key, ToponymKey.Hash(countryCode)));
}
