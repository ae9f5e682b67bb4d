using Vigie.Events;

namespace Vigie.Store.Export;

/// <summary>OCHA's P-codes of the divisions that a place lies in.</summary>
internal static class Pcodes
{
    /// <summary>A second-level code is at least so long: the country's two letters and two pairs of digits.</summary>
    private const int ShortestSecond = 6;

    /// <param name="level">1 or 2.</param>
    /// <returns>Null where there is none.</returns>
    public static string? Of(Place? place, int level)
    {
        if (place?.Pcode is not { } code) return null;
        bool isSecond = place.Precision == PlacePrecision.Admin2 && code.Length >= ShortestSecond;
        return level == 2 == isSecond ? code : null;
    }
}
