namespace Vigie.Events.Places;

/// <summary>
/// The compiled gazetteer's layout, little-endian: a header of 96 bytes, sections of fixed rows, and a pool of strings. It is used in place, memory-mapped.
/// The header: magic u64, version u32, file length u32, count of entries u32, then offsets u32 of the entries and the divisions, count of
/// countries u32, offsets u32 of the countries, the filter, the three key tables and the strings; the rest is zeros.
/// </summary>
internal static class GazetteerFormat
{
    public const ulong Magic = 0x5a4147_4549474956; // "VIGIEGAZ", read from the low byte up
    public const uint Version = 2;

    /// <summary>56 bytes are used.</summary>
    public const int HeaderBytes = 96;

    /// <summary>Rows of an entry: id number u32, latitude f32, longitude f32, name u32, division u16, kind and source u8, importance u8.</summary>
    public const int EntryBytes = 20;

    /// <summary>Rows of a division: country u16, unused u16, name u32 (<see cref="NoName"/> for "somewhere in the country").</summary>
    public const int DivisionBytes = 8;

    /// <summary>Rows of a country: ISO 3166-1 alpha-2 as two bytes, radius in km u16, name u32.</summary>
    public const int CountryBytes = 8;

    /// <summary>
    /// Rows of a key table, 48 bits: the low 27 bits of the key's hash, 20 bits of entry, and one bit that says whether this is a lesser name
    /// of it; rows lie in buckets by the hash's top 16 bits. A name that the gazetteer lacks is taken for another once in some five million.
    /// </summary>
    public const int KeyBytes = 6;
    public const int EntryBits = 20;
    public const uint CheckMask = (1 << 27) - 1;

    /// <summary>Bits of a division's row.</summary>
    public const int DivisionBits = 16;

    public const int BucketBits = 16;
    public const uint NoName = uint.MaxValue;

    /// <summary>Bits of the filter that says in one look whether a key, or a key that begins with these words, can be there.</summary>
    public const int FilterBits = 24;
}
