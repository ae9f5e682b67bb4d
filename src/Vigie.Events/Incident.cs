namespace Vigie.Events;

/// <summary>How an event belongs to an incident.</summary>
public enum Tie
{
    /// <summary>The article reports the incident.</summary>
    Tells,

    /// <summary>The article tells it again as context of another event.</summary>
    Retells,
}

/// <summary>An event's link to its incident.</summary>
/// <param name="Origin">Id of the first known article of which this event's article is a copy; its own id where it is none. Copies count as one source.</param>
/// <param name="Score">0 to 1: how surely it belongs here, as measured when it was joined; 1 for the incident's first event.</param>
public sealed record IncidentLink(string EventId, string ArticleId, string Origin, Tie Tie, double Score);

/// <summary>What happened, as told by one or more articles: it links their events and overwrites none.</summary>
/// <param name="Id">Stays while the incident lives, whatever articles arrive later and in whatever order.</param>
/// <param name="Links">At least one; no article twice as <see cref="Tie.Tells"/>.</param>
public sealed record Incident(string Id, IReadOnlyList<IncidentLink> Links);
