using NodaTime;

namespace Vigie.Store.Sql;

/// <summary>What is left of what was deleted.</summary>
internal static class Tombstones
{
    public static void Add(Session session, string subject, string id, Instant at, string who, string reason) =>
        session.Execute("INSERT INTO tombstones (subject, id, at, who, reason) VALUES (@subject, @id, @at, @who, @reason)", new { subject, id, at = Moments.Text(at), who, reason });

    public static IReadOnlyList<Tombstone> All(Session session) =>
        [.. session.Query<(string Subject, string Id, string At, string Who, string Reason)>("SELECT subject, id, at, who, reason FROM tombstones ORDER BY number")
            .Select(stone => new Tombstone(stone.Subject, stone.Id, Moments.Parse(stone.At), stone.Who, stone.Reason))];

    /// <summary>Deletes an article and all that it said, also from the log.</summary>
    public static bool DeleteArticle(Session session, string id, string who, string reason, Instant now)
    {
        if (session.First<long?>("SELECT key FROM articles WHERE id = @id", new { id }) is not { } key) return false;
        var events = session.Query<(long Key, string Id, long Incident)>("SELECT key, id, incident FROM events WHERE article = @key ORDER BY key", new { key }).ToList();
        foreach ((long eventKey, string eventId, _) in events)
        {
            EventWriter.Delete(session, eventKey, eventId);
            session.Execute("UPDATE changes SET before = NULL, after = NULL WHERE subject = 'event' AND id = @eventId", new { eventId });
            Add(session, "event", eventId, now, who, reason);
        }
        IncidentWriter.Redraw(session, events.Select(e => e.Incident));
        session.Dialect.RemoveWords(session, key);
        session.Execute("DELETE FROM articles WHERE key = @key", new { key });
        Add(session, "article", id, now, who, reason);
        return true;
    }
}
