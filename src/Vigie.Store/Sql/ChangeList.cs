using NodaTime;
using Vigie.Events;

namespace Vigie.Store.Sql;

/// <summary>Changes of one decision: made in the tables as they are said, and written into the log together.</summary>
internal sealed class ChangeList(Session session)
{
    private readonly List<Change> changes = [];
    private readonly HashSet<long> incidents = [];

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>The row of an event that a reviewer saw.</summary>
    /// <exception cref="StaleException">It is another now.</exception>
    public EventRow Seen(VersionedId seen)
    {
        EventRow? row = Find(seen.Id);
        return row is not null && row.Version == seen.Version ? row : throw new StaleException("event", seen.Id, seen.Version, row?.Version);
    }

    public EventRow? Find(string id) => session.First<EventRow>(EventRow.Select + " WHERE e.id = @id", new { id });

    /// <summary>Puts an event into another state.</summary>
    /// <param name="coding">Key of who coded it, where that is another now.</param>
    public void Set(EventRow row, EventState state, long? coding = null)
    {
        long incident = state.IncidentId == row.IncidentId ? row.Incident : IncidentWriter.KeyOf(session, state.IncidentId);
        EventWriter.Update(session, row.Key, incident, row.Version + 1, state);
        if (coding is not null) session.Execute("UPDATE events SET coding = @coding WHERE key = @Key", new { coding, row.Key });
        incidents.Add(row.Incident);
        incidents.Add(incident);
        changes.Add(new Change("event", row.Id, row.Version + 1, row.ToState().ToJson(), state.ToJson()));
    }

    /// <summary>Takes an event out of the tables.</summary>
    public void Remove(EventRow row)
    {
        EventWriter.Delete(session, row.Key, row.Id);
        incidents.Add(row.Incident);
        changes.Add(new Change("event", row.Id, row.Version + 1, row.ToState().ToJson(), null));
    }

    /// <summary>Puts a new draft into the tables, as an incident of its own.</summary>
    public void AddDraft(Event e, string articleId, Provenance coding, string tiedBy, ReviewState state = ReviewState.Draft)
    {
        string id = e.Id;
        for (int n = 2; session.First<long>("SELECT COUNT(*) FROM events WHERE id = @id", new { id }) > 0; n++)
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{e.Id}.{n}");
        Add(id, new EventState(articleId, coding, state, FreeIncident(id), Tie.Tells, 1, tiedBy, EventWriter.Record(e with { Id = id }), null, null));
    }

    /// <summary>Puts an event into the tables, in the state given.</summary>
    public void Add(string id, EventState state)
    {
        long article = session.First<long?>("SELECT key FROM articles WHERE id = @ArticleId", new { state.ArticleId }) ?? throw new ProposalException($"there is no article {state.ArticleId}");
        // An id that was in use before goes on counting.
        long version = 1 + (session.First<long?>("SELECT MAX(version) FROM changes WHERE subject = 'event' AND id = @id", new { id }) ?? 0);
        long incident = IncidentWriter.KeyOf(session, state.IncidentId);
        EventWriter.Insert(session, [new NewEvent(session.NextKey("events"), state.Event, article, incident, ArticleWriter.KeyOfCoding(session, state.Coding), version, state)]);
        incidents.Add(incident);
        changes.Add(new Change("event", id, version, null, state.ToJson()));
    }

    /// <summary>An id for an incident that an event begins.</summary>
    public string FreeIncident(string eventId)
    {
        string id = IncidentWriter.IdOf(eventId);
        for (int n = 2; session.First<long>("SELECT COUNT(*) FROM incidents WHERE id = @id", new { id }) > 0; n++)
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{IncidentWriter.IdOf(eventId)}.{n}");
        return id;
    }

    /// <summary>Writes down a change of something that is no event and was made already.</summary>
    public void Note(Change change) => changes.Add(change);

    /// <summary>Draws the incidents that were touched anew.</summary>
    public void Redraw() => IncidentWriter.Redraw(session, incidents);

    /// <summary>Writes the decision, unless nothing was changed.</summary>
    /// <returns>Its number, or null.</returns>
    public long? Log(string kind, string who, string? reason, long? undoes, Instant now)
    {
        if (changes.Count == 0) return null;
        long number = session.First<long>(
            "INSERT INTO decisions (at, who, kind, reason, undoes) VALUES (@at, @who, @kind, @reason, @undoes) RETURNING number",
            new { at = Moments.Text(now), who, kind, reason, undoes });
        using RowWriter rows = session.Dialect.Rows(session, "changes", "decision", "subject", "id", "version", "before", "after");
        foreach (Change change in changes) rows.Write(number, change.Subject, change.Id, change.Version, change.Before, change.After);
        return number;
    }
}
