namespace Vigie.Events.Places;

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
