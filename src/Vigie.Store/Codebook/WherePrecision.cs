namespace Vigie.Store.Codebook;

/// <summary>UCDP's codes for how exactly a place is known.</summary>
internal static class WherePrecision
{
    /// <summary>The second code stands for a place within so many kilometres of a known point.</summary>
    public const double NearKm = 25;
}
