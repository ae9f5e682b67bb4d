using NodaTime;
using Vigie.Events;

namespace Vigie.Store;

/// <summary>What a reviewer wants to hold. Whatever it changes is named with the version that the reviewer saw.</summary>
public abstract record Proposal;

/// <summary>The event happened as it stands.</summary>
public sealed record AcceptEvent(VersionedId Event) : Proposal;

/// <summary>It is no event, or not one to keep.</summary>
public sealed record RejectEvent(VersionedId Event) : Proposal;

/// <summary>Back to a draft.</summary>
public sealed record ReopenEvent(VersionedId Event) : Proposal;

/// <summary>Other values or evidence for an event. Its state stays; accept it besides where it is right now.</summary>
/// <param name="To">Its id is not looked at.</param>
public sealed record EditEvent(VersionedId Event, Event To) : Proposal;

/// <summary>Takes over what a newer coding says of a decided event (<see cref="StoredEvent.Proposed"/>).</summary>
public sealed record TakeProposed(VersionedId Event) : Proposal;

/// <summary>Keeps a decided event as it is, against what a newer coding says.</summary>
public sealed record DropProposed(VersionedId Event) : Proposal;

/// <summary>An event that the coder did not find. It is accepted, since a person put it there.</summary>
public sealed record AddEvent(string ArticleId, Event Event) : Proposal;

/// <summary>One event was two or more. The first part keeps the id; the others are new drafts, each an incident of its own.</summary>
public sealed record SplitEvent(VersionedId Event, IReadOnlyList<Event> Parts) : Proposal;

/// <summary>Events of one article were one. The first keeps its id and gets the values of <paramref name="To"/>.</summary>
public sealed record MergeEvents(IReadOnlyList<VersionedId> Events, Event To) : Proposal;

/// <summary>Two or more incidents were one: the events of all go to the first.</summary>
public sealed record MergeIncidents(IReadOnlyList<VersionedId> Incidents) : Proposal;

/// <summary>Some events of an incident are another incident, which gets an id of its own.</summary>
public sealed record SplitIncident(VersionedId Incident, IReadOnlyList<string> EventIds) : Proposal;

/// <summary>An event belongs to another incident than the one it is in.</summary>
/// <param name="From">The incident that it is in now.</param>
public sealed record MoveEvent(string EventId, VersionedId From, VersionedId To, Tie Tie = Tie.Tells) : Proposal;

/// <summary>A suggested event does not belong to the incident: it is not suggested again.</summary>
public sealed record DeclineSuggestion(string IncidentId, string EventId) : Proposal;

/// <summary>The claims that a reviewer believes for one field of an incident; none takes the choice back.</summary>
/// <param name="Field">One of <see cref="ClaimFields"/>.</param>
public sealed record ChooseClaims(VersionedId Incident, string Field, IReadOnlyList<string> ClaimIds) : Proposal;

/// <summary>Takes a decision back. It can be taken back only while nothing later has touched what it changed.</summary>
public sealed record UndoDecision(long Number) : Proposal;

/// <summary>Entry of the log. The log is only ever added to.</summary>
/// <param name="Number">Counts up, without meaning.</param>
/// <param name="Kind">Name of the proposal, as <c>accept-event</c>; <c>recode</c> where a newer coding changed something.</param>
/// <param name="Undoes">The decision that it takes back, or null.</param>
/// <param name="Undone">The decision that took it back, or null.</param>
public sealed record Decision(long Number, Instant At, string Who, string Kind, string? Reason, IReadOnlyList<Change> Changes, long? Undoes, long? Undone);

/// <summary>What a decision did to one event or incident.</summary>
/// <param name="Subject"><c>event</c>, <c>incident</c> or <c>suggestion</c>.</param>
/// <param name="Version">The version that it has since.</param>
/// <param name="Before">As JSON, or null where there was nothing.</param>
/// <param name="After">As JSON, or null where there is nothing any more.</param>
public sealed record Change(string Subject, string Id, long Version, string? Before, string? After);

/// <summary>What is left of something deleted.</summary>
/// <param name="Subject"><c>article</c> or <c>event</c>.</param>
public sealed record Tombstone(string Subject, string Id, Instant At, string Who, string Reason);
