namespace Vigie.Store.Sql;

/// <summary>Counts incidents by the values of a facet.</summary>
internal static class FacetSql
{
    public static IReadOnlyList<FacetCount> Count(Session session, Filter filter, Facet facet, int limit)
    {
        var sql = new FilterSql(session.Dialect, filter);
        (string value, string join, bool inOrder) = facet switch
        {
            Facet.EventType => ("e.event_type", "", false),
            Facet.SubEventType => ("e.sub_event_type", "", false),
            Facet.Country => ("e.country", "", false),
            Facet.Admin1 => ("e.admin1", "", false),
            Facet.Status => ("e.status", "", false),
            Facet.State => ("e.state", "", false),
            Facet.Actor => ("p.label", " JOIN event_actors p ON p.event = e.key", false),
            Facet.ActorKind => ("p.kind", " JOIN event_actors p ON p.event = e.key", false),
            Facet.Language => ("a.language", " JOIN articles a ON a.key = e.article", false),
            Facet.Outlet => ("a.source", " JOIN articles a ON a.key = e.article", false),
            Facet.Month => ("SUBSTR(e.date_start, 1, 7)", "", true),
            Facet.Week => (session.Dialect.Week("e.date_start"), "", true),
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
        sql.Parameters.Add("limit", limit);
        string order = inOrder ? "value" : "incidents DESC, value";
        return [.. session.Query<(string? Value, long Incidents, long Low, long High)>(
            $"""
             SELECT found.value, COUNT(*) AS incidents, CAST(SUM(i.killed_low) AS BIGINT), CAST(SUM(i.killed_high) AS BIGINT)
             FROM (SELECT DISTINCT COALESCE({value}, '') AS value, e.incident FROM events e{join} WHERE {sql.Where()}) found JOIN incidents i ON i.key = found.incident
             GROUP BY found.value ORDER BY {order} LIMIT @limit
             """, sql.Parameters).Select(row => new FacetCount(row.Value ?? "", row.Incidents, row.Low, row.High))];
    }
}
