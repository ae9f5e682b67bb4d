namespace Vigie.Events;

/// <summary>How exactly a place is known, from nothing to a building.</summary>
public enum PlacePrecision
{
    None,
    Country,
    Admin1,
    Admin2,
    Settlement,
    Site,
}

/// <summary>A place on the map.</summary>
/// <param name="Admin1">Name of the first-level division, or null.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null where unknown.</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="RadiusKm">The point stands for a disc of this radius.</param>
/// <param name="GazetteerId"><c>wof:…</c>, <c>gn:…</c>, <c>ne:…</c> or <c>vigie:…</c>.</param>
/// <param name="Reason">Why this reading won, in a few words.</param>
public sealed record Place(
    string Name,
    string? Admin1,
    string? Country,
    double? Latitude,
    double? Longitude,
    PlacePrecision Precision,
    double? RadiusKm,
    string? GazetteerId,
    string? Reason)
{
    /// <summary>OCHA P-code of the second-level division that this is, else of the first-level division that it lies in; null where OCHA has none.</summary>
    public string? Pcode { get; init; }
}
