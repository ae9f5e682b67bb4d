using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>An event as the tables have it, with the ids of what it belongs to.</summary>
internal sealed class EventRow
{
    public const string Select =
        """
        SELECT e.key, e.id, e.article, a.id AS articleid, e.incident, i.id AS incidentid, e.tie, e.tie_score AS tiescore, e.tied_by AS tiedby, e.version, e.state,
               e.record, e.coded, e.proposed, e.worth, c.coder, c.version AS coderversion
        FROM events e JOIN articles a ON a.key = e.article JOIN incidents i ON i.key = e.incident JOIN codings c ON c.key = e.coding
        """;

    public long Key { get; init; }

    public string Id { get; init; } = "";

    public long Article { get; init; }

    public string ArticleId { get; init; } = "";

    public long Incident { get; init; }

    public string IncidentId { get; init; } = "";

    public string Tie { get; init; } = "";

    public double TieScore { get; init; }

    public string TiedBy { get; init; } = "";

    public long Version { get; init; }

    public string State { get; init; } = "";

    public string Record { get; init; } = "";

    public string? Coded { get; init; }

    public string? Proposed { get; init; }

    public double Worth { get; init; }

    public string Coder { get; init; } = "";

    public string CoderVersion { get; init; } = "";

    public ReviewState ReviewState => Enum.Parse<ReviewState>(State, ignoreCase: true);

    public Provenance Coding => new(Coder, CoderVersion);

    public StoredEvent Read() => new(
        EventJson.Parse(Record),
        ArticleId,
        Version,
        ReviewState,
        IncidentId,
        Enum.Parse<Tie>(Tie, ignoreCase: true),
        TieScore,
        Coding,
        Proposed is null ? null : EventJson.Parse(Proposed),
        Worth);

    /// <summary>All that a decision may change, as the log keeps it.</summary>
    public EventState ToState() => new(ArticleId, Coding, ReviewState, IncidentId, Enum.Parse<Tie>(Tie, ignoreCase: true), TieScore, TiedBy, Record, Coded, Proposed);
}
