namespace Vigie.Events.Places;

/// <summary>One place of the gazetteer.</summary>
/// <param name="Index">Row in the gazetteer; rows are in order of importance.</param>
/// <param name="Division">Row of its first-level division.</param>
/// <param name="Country">Row of its country.</param>
/// <param name="Importance">0 to 255: how likely the name means this place where nothing else is known.</param>
internal readonly record struct GazetteerEntry(
    int Index, float Latitude, float Longitude, PlacePrecision Kind, int Division, int Country, int Importance);
