using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>Writes incidents: rows that link events and say of them together what lists and maps need.</summary>
internal static class IncidentWriter
{
    /// <summary>The id of the incident of an event that is alone.</summary>
    public static string IdOf(string eventId) => "i-" + eventId;

    /// <summary>Writes rows that are not there yet.</summary>
    public static void Insert(Session session, IReadOnlyList<(long Key, IncidentOutline Outline)> incidents)
    {
        using RowWriter rows = session.Dialect.Rows(session, "incidents", "key", "id", "version", "outline", "choices", "date_start", "killed_low", "killed_high", "sources", "disagrees", "worth");
        foreach ((long key, IncidentOutline outline) in incidents)
            rows.Write(
                key, outline.Id, 1L, OutlineJson.Text(outline), null, Day(outline), Killed(Outlines.Least(outline.Killed)), Killed(Outlines.Most(outline.Killed)), (long)outline.Sources,
                outline.Disagrees ? 1L : 0L, outline.Worth);
    }

    /// <summary>Key of an incident; a new one without events where there is none of that id.</summary>
    public static long KeyOf(Session session, string id)
    {
        if (session.First<long?>("SELECT key FROM incidents WHERE id = @id", new { id }) is { } key) return key;
        key = session.NextKey("incidents");
        // An id that was in use before goes on counting, so that nobody's old version fits by chance.
        long version = session.First<long?>("SELECT MAX(version) FROM changes WHERE subject = 'incident' AND id = @id", new { id }) ?? 0;
        session.Execute(
            "INSERT INTO incidents (key, id, version, outline, date_start, killed_low, killed_high, sources, disagrees, worth) VALUES (@key, @id, @version, '', '', 0, 0, 0, 0, 0)",
            new { key, id, version });
        return key;
    }

    /// <summary>Draws incidents anew from their events; those without any are gone.</summary>
    public static void Redraw(Session session, IEnumerable<long> keys)
    {
        foreach (long key in keys.Distinct().Order())
        {
            if (session.First<string>("SELECT id FROM incidents WHERE key = @key", new { key }) is not { } id) continue;
            var rows = session.Query<(long Key, string Record, string State, string Tie, string ArticleId, string? CopyOf, string? Outlet)>(
                """
                SELECT e.key, e.record, e.state, e.tie, a.id, a.copy_of, a.source FROM events e JOIN articles a ON a.key = e.article
                WHERE e.incident = @key ORDER BY e.key
                """, new { key }).ToList();
            if (rows.Count == 0)
            {
                session.Execute("DELETE FROM suggestions WHERE incident = @id", new { id });
                session.Execute("DELETE FROM incidents WHERE key = @key", new { key });
                continue;
            }
            // One whose events are all rejected stays, as they do: it is only never asked for.
            var counted = rows.Where(row => row.State is "draft" or "accepted").ToList();
            IncidentOutline outline = Draw(session, key, id, [.. (counted.Count > 0 ? counted : rows).Select(row => new Teller(
                EventJson.Parse(row.Record),
                Enum.Parse<ReviewState>(row.State, ignoreCase: true),
                Enum.Parse<Tie>(row.Tie, ignoreCase: true),
                row.ArticleId,
                row.CopyOf ?? row.ArticleId,
                row.Outlet))]);
            bool known = rows.Any(row => row.State == "accepted");
            foreach (var row in rows)
                session.Execute("UPDATE events SET worth = @worth WHERE key = @Key", new { worth = Worth.Of(EventJson.Parse(row.Record), outline.Disagrees, known), row.Key });
        }
    }

    private static IncidentOutline Draw(Session session, long key, string id, IReadOnlyList<Teller> tellers)
    {
        IncidentOutline outline = Outlines.Draw(id, tellers);
        session.Execute(
            """
            UPDATE incidents SET version = version + 1, outline = @text, date_start = @day, killed_low = @low, killed_high = @high, sources = @sources, disagrees = @disagrees, worth = @worth
            WHERE key = @key
            """,
            new
            {
                key,
                text = OutlineJson.Text(outline),
                day = Day(outline),
                low = Killed(Outlines.Least(outline.Killed)),
                high = Killed(Outlines.Most(outline.Killed)),
                sources = (long)outline.Sources,
                disagrees = outline.Disagrees ? 1L : 0L,
                worth = outline.Worth,
            });
        return outline;
    }

    private static string Day(IncidentOutline outline) => outline.Date.Start is { } day ? ValueText.Of(day) : "";

    private static long Killed(int? number) => number ?? 0;
}
