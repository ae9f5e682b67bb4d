using Vigie.Events;

namespace Vigie.Store.Export;

/// <summary>How exactly a place is given away.</summary>
public enum PlaceGrain
{
    Exact,

    /// <summary>The first-level division: its name, and a point on a grid of half a degree.</summary>
    Admin1,

    /// <summary>The country alone, without a point.</summary>
    Country,
}

/// <summary>How exactly a time is given away.</summary>
public enum TimeGrain
{
    Exact,
    Week,
    Month,
    Year,
}

/// <summary>What is left out of an export.</summary>
/// <param name="KeepNames">Whether names of private persons stay: only then is the text given away.</param>
/// <param name="Names">Tells names of private persons from others.</param>
public sealed record Redaction(bool KeepNames, PlaceGrain Place, TimeGrain Time, PrivateNames Names);

/// <summary>What an export gives away.</summary>
/// <param name="Rule">By what an incident's row is chosen; null gives a row for every event of every article.</param>
/// <param name="Limit">Most rows, or null; an export cut short says so.</param>
public sealed record ExportOptions(Filter Filter, ResolutionRule? Rule, Redaction Redaction, long? Limit);
