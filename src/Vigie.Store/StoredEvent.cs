using NodaTime;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Store;

/// <summary>What reviewers made of an event.</summary>
public enum ReviewState
{
    /// <summary>Nobody has decided yet.</summary>
    Draft,

    Accepted,

    Rejected,

    /// <summary>It is part of another event of its article now.</summary>
    Merged,
}

/// <summary>An event as it stands.</summary>
/// <param name="Event">With the changes of reviewers; its id is the store's.</param>
/// <param name="Version">Counts the changes: what a reviewer saw is named by id and version.</param>
/// <param name="IncidentId">The incident that it belongs to.</param>
/// <param name="Coding">Who coded it last.</param>
/// <param name="Proposed">What a newer coding says, where a reviewer had decided and it says otherwise, or null.</param>
/// <param name="Worth">0 to 1: how much a look at it is worth.</param>
public sealed record StoredEvent(
    Event Event,
    string ArticleId,
    long Version,
    ReviewState State,
    string IncidentId,
    Tie Tie,
    double TieScore,
    Provenance Coding,
    Event? Proposed,
    double Worth)
{
    public VersionedId Ref => new(Event.Id, Version);
}

/// <summary>An article as it stands, with its events in the order of the text, rejected and merged ones too.</summary>
/// <param name="Sha256">Of title, newline and text in UTF-8.</param>
/// <param name="Previous">Id of the article whose newer version this is, or null.</param>
/// <param name="CopyOf">Id of the first known article of which this is a copy, or its own.</param>
public sealed record StoredArticle(
    Article Article,
    string Sha256,
    string? PageSha256,
    string? Previous,
    string CopyOf,
    Instant Added,
    TableRow? Row,
    IReadOnlyList<StoredEvent> Events);

/// <summary>An incident with all that is told of it.</summary>
/// <param name="Version">Counts the changes to its events and links.</param>
/// <param name="Outline">How it stands on the map.</param>
/// <param name="Events">In the order of publication; rejected and merged ones are left out.</param>
/// <param name="Articles">The articles of <paramref name="Events"/>, without their texts.</param>
/// <param name="Choices">What a reviewer chose: ids of claims by field.</param>
public sealed record StoredIncident(
    string Id,
    long Version,
    IncidentOutline Outline,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyDictionary<string, ArticleHead> Articles,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Choices)
{
    public VersionedId Ref => new(Id, Version);

    /// <summary>As the words of the domain have it: its links alone.</summary>
    public Incident Links => new(Id, [.. Events.Select(e => new IncidentLink(e.Event.Id, e.ArticleId, Articles[e.ArticleId].CopyOf, e.Tie, e.TieScore))]);
}

/// <summary>An article without its text.</summary>
/// <param name="Notes">Of a row of a coded table its notes, which are short; else null.</param>
public sealed record ArticleHead(string Id, string Title, string? Language, LocalDate? Published, string? Source, string? Url, string CopyOf, string? Notes = null);

/// <summary>An incident as a dot: the least that a map, a timeline and a list need.</summary>
/// <param name="EventType">Of the event that leads: accepted before draft, told before retold, then the surest; likewise the sub-type.</param>
/// <param name="Date">The most exact that an event gives; likewise the place.</param>
/// <param name="Killed">The least and the most that an article tells, and the figure of the event that leads; null where all are silent.</param>
/// <param name="Sources">Independent sources: outlets, of which copies count once.</param>
/// <param name="Disagrees">Whether its events differ in day, place, type or the number killed or injured.</param>
public sealed record IncidentOutline(
    string Id,
    string EventType,
    string SubEventType,
    Status Status,
    TimeRange Date,
    Place? Place,
    Count? Killed,
    Count? Injured,
    int Events,
    int Sources,
    bool Disagrees,
    double Worth);

/// <summary>Names a thing as somebody saw it.</summary>
public readonly record struct VersionedId(string Id, long Version);

/// <summary>An event that may belong to an incident.</summary>
/// <param name="Score">0 to 1.</param>
public sealed record Suggestion(string IncidentId, string EventId, double Score);
