namespace Vigie.Events.Places;

/// <summary>An entry found under a name.</summary>
/// <param name="IsMain">Whether the name is one of its main ones (English, local, French or Arabic) and no further or former name.</param>
internal readonly record struct GazetteerHit(int Entry, bool IsMain);
