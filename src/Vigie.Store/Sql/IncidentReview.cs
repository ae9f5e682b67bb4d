using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>What a reviewer decides about incidents: which events are one, and which claims to believe.</summary>
internal sealed class IncidentReview(Session session, ChangeList changes)
{
    public void Apply(Proposal proposal)
    {
        switch (proposal)
        {
            case MergeIncidents(var seen): Merge(seen); break;
            case SplitIncident(var seen, var events): Split(seen, events); break;
            case MoveEvent(var id, var from, var to, var tie): Move(id, from, to, tie); break;
            case DeclineSuggestion(var incident, var id): Decline(incident, id); break;
            case ChooseClaims(var seen, var field, var claims): Choose(seen, field, claims); break;
        }
    }

    private void Merge(IReadOnlyList<VersionedId> seen)
    {
        if (seen.Count < 2 || seen.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count() < seen.Count) throw new ProposalException("two or more different incidents are merged");
        long[] keys = [.. seen.Select(Seen)];
        for (int i = 1; i < seen.Count; i++)
        {
            foreach (EventRow row in EventsOf(keys[i])) Tie(row, seen[0].Id, row.ToState().Tie);
            // What was chosen of an incident that is no more is in the log, for an undo.
            if (session.First<string?>("SELECT choices FROM incidents WHERE key = @key", new { key = keys[i] }) is { } choices)
                changes.Note(new Change("incident", seen[i].Id, seen[i].Version + 1, choices, null));
        }
    }

    private void Split(VersionedId seen, IReadOnlyList<string> eventIds)
    {
        List<EventRow> rows = EventsOf(Seen(seen));
        EventRow[] parted = [.. rows.Where(row => eventIds.Contains(row.Id))];
        if (parted.Length < eventIds.Distinct(StringComparer.Ordinal).Count()) throw new ProposalException("not all of these events belong to the incident");
        if (parted.Length == 0 || parted.Length == rows.Count) throw new ProposalException("some events stay and some leave; name those that leave");
        string id = changes.FreeIncident(parted[0].Id);
        foreach (EventRow row in parted) Tie(row, id, row.ToState().Tie);
    }

    private void Move(string eventId, VersionedId from, VersionedId to, Tie tie)
    {
        long source = Seen(from);
        Seen(to);
        EventRow row = changes.Find(eventId) ?? throw new ProposalException($"there is no event {eventId}");
        if (row.Incident != source) throw new ProposalException($"the event {eventId} does not belong to the incident {from.Id}");
        Tie(row, to.Id, tie);
        session.Execute("DELETE FROM suggestions WHERE event = @eventId AND incident = @Id", new { eventId, to.Id });
    }

    private void Decline(string incident, string eventId)
    {
        if (session.First<long?>("SELECT declined FROM suggestions WHERE incident = @incident AND event = @eventId", new { incident, eventId }) is not 0)
            throw new ProposalException("nobody suggests that any more");
        session.Execute("UPDATE suggestions SET declined = 1 WHERE incident = @incident AND event = @eventId", new { incident, eventId });
        changes.Note(new Change("suggestion", incident + " " + eventId, 1, """{"declined":false}""", """{"declined":true}"""));
    }

    private void Choose(VersionedId seen, string field, IReadOnlyList<string> claimIds)
    {
        if (!ClaimFields.All.Contains(field)) throw new ProposalException($"\"{field}\" is no field of a claim; it is one of {string.Join(", ", ClaimFields.All)}");
        long key = Seen(seen);
        string? before = session.First<string?>("SELECT choices FROM incidents WHERE key = @key", new { key });
        var choices = new Dictionary<string, IReadOnlyList<string>>(OutlineJson.ParseChoices(before), StringComparer.Ordinal);
        if (claimIds.Count == 0) choices.Remove(field);
        else choices[field] = claimIds;
        SetChoices(session, changes, seen.Id, before, OutlineJson.ChoicesText(choices));
    }

    /// <summary>Writes an incident's choices, and that they changed.</summary>
    public static void SetChoices(Session session, ChangeList changes, string id, string? before, string? after)
    {
        if (before == after) return;
        long version = session.First<long>("UPDATE incidents SET choices = @after, version = version + 1 WHERE id = @id RETURNING version", new { after, id });
        changes.Note(new Change("incident", id, version, before, after));
    }

    private void Tie(EventRow row, string incidentId, Tie tie) =>
        changes.Set(row, row.ToState() with { IncidentId = incidentId, Tie = tie, TieScore = 1, TiedBy = Ties.Reviewer });

    private long Seen(VersionedId seen)
    {
        var row = session.Query<(long Key, long Version)>("SELECT key, version FROM incidents WHERE id = @Id", new { seen.Id }).ToList();
        return row is [var one] && one.Version == seen.Version ? one.Key : throw new StaleException("incident", seen.Id, seen.Version, row.Count == 0 ? null : row[0].Version);
    }

    private List<EventRow> EventsOf(long incident) => [.. session.Query<EventRow>(EventRow.Select + " WHERE e.incident = @incident ORDER BY e.key", new { incident })];
}
