using NodaTime;
using Vigie.Events;

namespace Vigie.Store;

/// <summary>What is asked for. What is null or empty asks for nothing; of a list one value is enough; all that is asked must hold.</summary>
public sealed record Filter
{
    public static Filter All { get; } = new();

    /// <summary>Events that may have happened on this day or later.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Events that may have happened on this day or earlier.</summary>
    public LocalDate? To { get; init; }

    public Box? Box { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> EventTypes { get; init; } = [];

    public IReadOnlyList<string> SubEventTypes { get; init; } = [];

    /// <summary>Register ids, or names as they stand in texts (case and accents do not count).</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Kinds of actors, as <see cref="ActorKinds"/> has them.</summary>
    public IReadOnlyList<string> ActorKinds { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Outlets, to the letter.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Words that an article of it must all hold, in any of three languages; "quoted words" stand side by side, a last * matches any ending, a first - forbids.</summary>
    public string? Text { get; init; }

    /// <summary>Least number of independent sources of the incident.</summary>
    public int MinimumSources { get; init; }

    /// <summary>Least number of people killed, by the lowest figure told.</summary>
    public int MinimumKilled { get; init; }

    /// <summary>Least confidence of the coder, 0 to 1.</summary>
    public double MinimumConfidence { get; init; }

    public IReadOnlyList<Status> Statuses { get; init; } = [];

    public Focus? Focus { get; init; }

    /// <summary>Empty asks for drafts and accepted events; rejected and merged ones come only when they are named.</summary>
    public IReadOnlyList<ReviewState> States { get; init; } = [];

    /// <summary>Only incidents whose events disagree.</summary>
    public bool DisagreeingOnly { get; init; }

    /// <summary>Events of articles that came in after this entry (see <see cref="SavedFilter.Seen"/>).</summary>
    public long AddedAfter { get; init; }
}

/// <summary>A box in degrees, WGS 84. One whose west lies east of its east crosses the 180th meridian.</summary>
public sealed record Box(double West, double South, double East, double North);

/// <summary>In what order a page is read.</summary>
public enum Order
{
    /// <summary>What is most worth a look first.</summary>
    Worth,

    /// <summary>By the first day of the event, the latest first; those without a day last.</summary>
    Newest,

    /// <summary>By the first day of the event, the earliest first; those without a day first.</summary>
    Oldest,

    /// <summary>The latest to come in first.</summary>
    Added,
}

/// <summary>One page of a list.</summary>
/// <param name="Next">Asks for the page after this one; null where this is the last.</param>
public sealed record Batch<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>By what incidents are counted.</summary>
public enum Facet
{
    EventType,
    SubEventType,
    Country,
    Admin1,
    Actor,
    ActorKind,
    Language,
    Outlet,
    Status,
    State,

    /// <summary>The Monday of the first day.</summary>
    Week,

    /// <summary>The month of the first day, as <c>2025-08</c>.</summary>
    Month,
}

/// <summary>Incidents of one value of a facet.</summary>
/// <param name="Value">Empty where not known.</param>
/// <param name="KilledLow">Sum of the lowest figures told.</param>
/// <param name="KilledHigh">Sum of the highest figures told; a figure without an upper bound counts with its lower.</param>
public sealed record FacetCount(string Value, long Incidents, long KilledLow, long KilledHigh);

/// <summary>A filter under a name, and how far its reader has read.</summary>
/// <param name="Seen">The last entry that was seen: <see cref="Filter.AddedAfter"/> of it counts what is new.</param>
/// <param name="Hook">Address that is told of what is new, or null.</param>
public sealed record SavedFilter(string Name, Filter Filter, long Seen, string? Hook = null);

/// <summary>An address that is read again and again.</summary>
/// <param name="ETag">As the server sent it last, or null; likewise <paramref name="LastModified"/>.</param>
/// <param name="Checked">When it was read last, or null.</param>
/// <param name="Due">When it is to be read next.</param>
/// <param name="Failure">Why the last reading failed, or null.</param>
public sealed record Feed(string Address, string Title, Instant? Checked, Instant Due, string? ETag, string? LastModified, string? Failure, int Failures);
