namespace Vigie.Events.Places;

/// <summary>Places of keys in the gazetteer's filter.</summary>
internal static class GazetteerFilter
{
    private const uint Mask = (1u << GazetteerFormat.FilterBits) - 1;

    public static uint Whole(ulong hash) => (uint)(hash >> 20) & Mask;

    public static uint Prefix(ulong hash) => (uint)((hash * 0x9e3779b97f4a7c15) >> 20) & Mask;

    /// <summary>The key of a rough name within one country.</summary>
    public static ulong InCountry(string countryCode, ReadOnlySpan<char> key) => ToponymKey.Stir(ToponymKey.Hash(key, ToponymKey.Hash(countryCode)));
}
