using System.Text;
using NodaTime;
using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>Makes proposals of reviewers hold.</summary>
internal sealed class Review(Session session, string who, Instant now)
{
    private readonly ChangeList changes = new(session);

    /// <returns>The decision's number.</returns>
    /// <exception cref="StaleException">Something of it was changed since the reviewer saw it.</exception>
    /// <exception cref="ProposalException">It makes no sense.</exception>
    public long Decide(Proposal proposal, string? reason)
    {
        long? undoes = null;
        switch (proposal)
        {
            case AcceptEvent(var seen): SetState(seen, ReviewState.Accepted); break;
            case RejectEvent(var seen): SetState(seen, ReviewState.Rejected); break;
            case ReopenEvent(var seen): SetState(seen, ReviewState.Draft); break;
            case EditEvent(var seen, var to): Edit(seen, to); break;
            case TakeProposed(var seen): TakeProposed(seen); break;
            case DropProposed(var seen): DropProposed(seen); break;
            case AddEvent(var articleId, var e): AddEvent(articleId, e); break;
            case SplitEvent(var seen, var parts): SplitEvent(seen, parts); break;
            case MergeEvents(var seen, var to): MergeEvents(seen, to); break;
            case MergeIncidents or SplitIncident or MoveEvent or DeclineSuggestion or ChooseClaims: new IncidentReview(session, changes).Apply(proposal); break;
            case UndoDecision(var number): undoes = new Undoing(session, changes).Apply(number); break;
            default: throw new ProposalException($"{proposal.GetType().Name} is no proposal that a store knows");
        }
        changes.Redraw();
        return changes.Log(Kind(proposal), who, reason, undoes, now) ?? throw new ProposalException("nothing would change");
    }

    /// <summary><c>accept-event</c> for <see cref="Store.AcceptEvent"/>.</summary>
    private static string Kind(Proposal proposal)
    {
        var kind = new StringBuilder();
        foreach (char c in proposal.GetType().Name)
        {
            if (char.IsUpper(c) && kind.Length > 0) kind.Append('-');
            kind.Append(char.ToLowerInvariant(c));
        }
        return kind.ToString();
    }

    private void SetState(VersionedId seen, ReviewState state)
    {
        EventRow row = changes.Seen(seen);
        if (row.ReviewState == ReviewState.Merged) throw new ProposalException("it is part of another event; undo the merge first");
        if (row.ReviewState != state) changes.Set(row, row.ToState() with { State = state });
    }

    private void Edit(VersionedId seen, Event to)
    {
        EventRow row = changes.Seen(seen);
        changes.Set(row, Edited(row, Checked(to with { Id = row.Id }, row.Article)));
    }

    private void TakeProposed(VersionedId seen)
    {
        EventRow row = changes.Seen(seen);
        if (row.Proposed is null) throw new ProposalException("no newer coding says otherwise");
        changes.Set(row, row.ToState() with { Record = row.Proposed, Coded = null, Proposed = null });
    }

    private void DropProposed(VersionedId seen)
    {
        EventRow row = changes.Seen(seen);
        if (row.Proposed is null) throw new ProposalException("no newer coding says otherwise");
        changes.Set(row, row.ToState() with { Proposed = null });
    }

    private void AddEvent(string articleId, Event e)
    {
        long article = session.First<long?>("SELECT key FROM articles WHERE id = @articleId", new { articleId }) ?? throw new ProposalException($"there is no article {articleId}");
        // The same event added twice is two: the second gets a number.
        string id = CleanText.Sha256(articleId + "\n" + EventWriter.Record(e with { Id = "" }))[..16];
        changes.AddDraft(Checked(e with { Id = id }, article), articleId, new Provenance(who, ""), Ties.Coding, ReviewState.Accepted);
    }

    private void SplitEvent(VersionedId seen, IReadOnlyList<Event> parts)
    {
        if (parts.Count < 2) throw new ProposalException("an event is split into two or more");
        EventRow row = changes.Seen(seen);
        changes.Set(row, Edited(row, Checked(parts[0] with { Id = row.Id }, row.Article)));
        foreach (Event part in parts.Skip(1)) changes.AddDraft(Checked(part with { Id = row.Id }, row.Article), row.ArticleId, new Provenance(who, ""), Ties.Reviewer);
    }

    private void MergeEvents(IReadOnlyList<VersionedId> seen, Event to)
    {
        if (seen.Count < 2 || seen.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count() < seen.Count) throw new ProposalException("two or more different events are merged");
        EventRow[] rows = [.. seen.Select(changes.Seen)];
        if (rows.Any(row => row.Article != rows[0].Article)) throw new ProposalException("events of different articles are not one event: put them into one incident");
        if (rows.Any(row => row.ReviewState == ReviewState.Merged)) throw new ProposalException("one of them is part of another event already");
        changes.Set(rows[0], Edited(rows[0], Checked(to with { Id = rows[0].Id }, rows[0].Article)));
        foreach (EventRow row in rows.Skip(1)) changes.Set(row, row.ToState() with { State = ReviewState.Merged });
    }

    private static EventState Edited(EventRow row, Event to)
    {
        string record = EventWriter.Record(to);
        string coded = row.Coded ?? row.Record;
        return row.ToState() with { Record = record, Coded = coded == record ? null : coded, Proposed = row.Proposed == record ? null : row.Proposed };
    }

    /// <summary>An event whose values and evidence a reader of the store can rely on.</summary>
    private Event Checked(Event e, long article)
    {
        e = CleanText.Of(e);
        try
        {
            e = EventJson.Parse(EventWriter.Record(e));
        }
        catch (RecordException problem)
        {
            throw new ProposalException(problem.Message);
        }
        var text = session.Query<(string Title, string Text)>("SELECT title, text FROM articles WHERE key = @article", new { article }).Single();
        string full = text.Title + "\n" + text.Text;
        foreach (Evidence proof in e.Evidence)
            if (proof.Span.End > full.Length || proof.Span.Of(full) != proof.Text)
                throw new ProposalException($"the evidence of \"{proof.Field}\" does not stand in the text at {proof.Span.Start} to {proof.Span.End}");
        return e;
    }
}
