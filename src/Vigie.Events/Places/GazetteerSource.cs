namespace Vigie.Events.Places;

/// <summary>Where an entry came from: the prefix of its id.</summary>
internal enum GazetteerSource : byte
{
    WhosOnFirst,
    GeoNames,
    NaturalEarth,
    Vigie,
}
