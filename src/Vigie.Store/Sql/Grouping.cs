using Vigie.Events;

namespace Vigie.Store.Sql;

/// <summary>Takes over what the grouping found. What a reviewer tied or parted stays as it is.</summary>
internal static class Grouping
{
    public static int Apply(Session session, IReadOnlyList<Incident> incidents)
    {
        var touched = new HashSet<long>();
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (Incident incident in incidents)
        {
            Dictionary<string, Tied> tied = session.QueryEach<Tied, string>(
                    "SELECT e.id, e.key, e.incident, i.id AS incidentid, e.tie, e.tie_score AS tiescore, e.tied_by AS tiedby FROM events e JOIN incidents i ON i.key = e.incident WHERE e.id IN @values",
                    incident.Links.Select(link => link.EventId))
                .ToDictionary(row => row.Id, StringComparer.Ordinal);
            foreach (IncidentLink link in incident.Links)
            {
                if (NoteCopy(session, link)) changed.Add(incident.Id);
                if (!tied.TryGetValue(link.EventId, out Tied? row) || row.TiedBy == Ties.Reviewer) continue;
                string tie = ValueText.Name(link.Tie);
                if (row.IncidentId == incident.Id && row.Tie == tie && row.TieScore == link.Score) continue;
                long key = row.IncidentId == incident.Id ? row.Incident : IncidentWriter.KeyOf(session, incident.Id);
                session.Execute(
                    "UPDATE events SET incident = @key, tie = @tie, tie_score = @Score, tied_by = @by WHERE key = @event",
                    new { key, tie, link.Score, by = Ties.Grouping, @event = row.Key });
                session.Execute("DELETE FROM suggestions WHERE event = @EventId AND incident = @Id", new { link.EventId, incident.Id });
                touched.Add(row.Incident);
                touched.Add(key);
                changed.Add(incident.Id);
            }
        }
        IncidentWriter.Redraw(session, touched);
        return changed.Count;
    }

    public static void Suggest(Session session, IReadOnlyList<Suggestion> suggestions)
    {
        foreach (Suggestion suggestion in suggestions)
            session.Execute(
                "INSERT INTO suggestions (incident, event, score, declined) VALUES (@IncidentId, @EventId, @Score, 0) ON CONFLICT (incident, event) DO UPDATE SET score = excluded.score",
                suggestion);
    }

    public static IReadOnlyList<Suggestion> Suggestions(Session session, string incidentId) =>
        [.. session.Query<(string Incident, string Event, double Score)>(
            "SELECT incident, event, score FROM suggestions WHERE incident = @incidentId AND declined = 0 ORDER BY score DESC, event", new { incidentId })
            .Select(row => new Suggestion(row.Incident, row.Event, row.Score))];

    private static bool NoteCopy(Session session, IncidentLink link)
    {
        string? origin = link.Origin == link.EventId || link.Origin == link.ArticleId ? null : link.Origin;
        return session.Execute("UPDATE articles SET copy_of = @origin WHERE id = @ArticleId AND COALESCE(copy_of, '') <> COALESCE(@origin, '')", new { origin, link.ArticleId }) > 0;
    }

    private sealed class Tied
    {
        public string Id { get; init; } = "";

        public long Key { get; init; }

        public long Incident { get; init; }

        public string IncidentId { get; init; } = "";

        public string Tie { get; init; } = "";

        public double TieScore { get; init; }

        public string TiedBy { get; init; } = "";
    }
}
