namespace Vigie.Store.Sql;

/// <summary>Takes a decision back: everything is again as it was before, or nothing is changed.</summary>
internal sealed class Undoing(Session session, ChangeList changes)
{
    /// <returns>The number of the decision taken back.</returns>
    /// <exception cref="StaleException">Something later touched what it changed.</exception>
    public long Apply(long number)
    {
        Decision decision = DecisionLog.Find(session, number) ?? throw new ProposalException($"there is no decision {number}");
        if (decision.Undone is { } undone) throw new ProposalException($"decision {number} was taken back already, by decision {undone}");
        if (decision.Kind == "recode") throw new ProposalException("a newer coding is not taken back; change the events that it changed");
        foreach (Change change in decision.Changes)
        {
            switch (change.Subject)
            {
                case "event": UndoEvent(change); break;
                case "incident": UndoChoices(change); break;
                case "suggestion": UndoDecline(change); break;
            }
        }
        return number;
    }

    private void UndoEvent(Change change)
    {
        if (change is { Before: null, After: null }) throw new ProposalException("what it was about has been deleted");
        EventRow? row = changes.Find(change.Id);
        if (change.After is null)
        {
            if (row is not null) throw new StaleException("event", change.Id, change.Version, row.Version);
            changes.Add(change.Id, EventState.Parse(change.Before!));
            return;
        }
        if (row is null || row.Version != change.Version) throw new StaleException("event", change.Id, change.Version, row?.Version);
        if (change.Before is null) changes.Remove(row);
        else changes.Set(row, EventState.Parse(change.Before));
    }

    private void UndoChoices(Change change)
    {
        string? now = session.First<string?>("SELECT choices FROM incidents WHERE id = @Id", new { change.Id });
        if (now != change.After) throw new StaleException("incident", change.Id, change.Version, session.First<long?>("SELECT version FROM incidents WHERE id = @Id", new { change.Id }));
        IncidentReview.SetChoices(session, changes, change.Id, now, change.Before);
    }

    private void UndoDecline(Change change)
    {
        string[] ids = change.Id.Split(' ');
        session.Execute("UPDATE suggestions SET declined = 0 WHERE incident = @incident AND event = @eventId", new { incident = ids[0], eventId = ids[^1] });
        changes.Note(change with { Version = change.Version + 1, Before = change.After, After = change.Before });
    }
}
