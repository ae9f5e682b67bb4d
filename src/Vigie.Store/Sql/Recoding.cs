using NodaTime;
using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>
/// An article that is there, coded anew. Drafts become what the newer coding says; of what a reviewer had decided nothing is touched, and what
/// the newer coding says otherwise is laid beside it. All that changes is in the log.
/// </summary>
internal sealed class Recoding(Session session, Provenance coding, long codingKey, Instant now)
{
    private readonly ChangeList changes = new(session);

    /// <returns>How many events are new.</returns>
    public int Apply(ArticleRecord record, string coded, long article)
    {
        List<EventRow> old = [.. session.Query<EventRow>(EventRow.Select + " WHERE e.article = @article ORDER BY e.key", new { article })];
        List<Event> added = [];
        foreach (Event e in record.Events)
        {
            if (Match(e, old) is { } row)
            {
                old.Remove(row);
                Renew(row, e with { Id = row.Id });
            }
            else added.Add(e);
        }
        foreach (EventRow row in old.Where(row => row.ReviewState == ReviewState.Draft))
        {
            changes.Remove(row);
            Tombstones.Add(session, "event", row.Id, now, Who, "the newer coding does not find it");
        }
        foreach (Event e in added) changes.AddDraft(e, record.Article.Id, coding, Ties.Coding);
        session.Execute("UPDATE articles SET coding = @codingKey, coded = @coded WHERE key = @article", new { codingKey, coded, article });
        changes.Redraw();
        changes.Log("recode", Who, null, null, now);
        return added.Count;
    }

    private string Who => (coding.Coder + " " + coding.Version).TrimEnd();

    private void Renew(EventRow row, Event e)
    {
        string text = EventWriter.Record(e);
        EventState state = row.ToState();
        if (text == (row.Coded ?? row.Record)) return;
        if (state.State == ReviewState.Draft && row.Coded is null) changes.Set(row, state with { Record = text, Proposed = null }, codingKey);
        else changes.Set(row, state with { Coded = text, Proposed = text == row.Record ? null : text }, codingKey);
    }

    /// <summary>The event of the older coding that a newer one is: of its id, or of its type where the words that prove both overlap.</summary>
    private static EventRow? Match(Event e, List<EventRow> old) =>
        old.Find(row => row.Id == e.Id || row.Id.StartsWith(e.Id + "~", StringComparison.Ordinal))
        ?? old.Find(row => EventJson.Parse(row.Coded ?? row.Record) is var other && other.EventType == e.EventType && Overlap(e, other));

    private static bool Overlap(Event a, Event b) =>
        a.Evidence.Any(one => one.Field == ClaimFields.Event && b.Evidence.Any(other => other.Field == ClaimFields.Event && one.Span.Overlaps(other.Span)));
}
