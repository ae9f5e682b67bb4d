using Dapper;
using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>Reads incidents.</summary>
internal static class IncidentReader
{
    private const string Columns = "i.key, i.id, i.version, i.outline, i.choices, i.sources, i.disagrees, i.worth";

    private const string Counted = "e.state IN ('draft', 'accepted')";

    public static StoredIncident? Find(Session session, string id) => Load(session, session.Query<Row>($"SELECT {Columns} FROM incidents i WHERE i.id = @id", new { id }).AsList()).FirstOrDefault();

    public static Batch<StoredIncident> Page(Session session, Filter filter, Order order, int limit, string? after)
    {
        var sql = new FilterSql(session.Dialect, filter);
        bool many = sql.FitsMany(session);
        PageOrder by = PageOrder.OfIncidents(order);
        string table = "incidents i" + (many && by.Index.Length > 0 ? session.Dialect.ByIndex(by.Index) : "");
        string where = many ? $"EXISTS (SELECT 1 FROM events e WHERE e.incident = i.key AND {sql.Where(many)})" : $"i.key IN (SELECT e.incident FROM events e WHERE {sql.Where()})";
        List<(string Value, long Key)> keys = by.Keys(session, table, where, sql.Parameters, limit, after, many);
        Dictionary<long, Row> rows = session.QueryEach<Row, long>($"SELECT {Columns} FROM incidents i WHERE i.key IN @values", keys.Select(key => key.Key)).ToDictionary(row => row.Key);
        return new Batch<StoredIncident>([.. Load(session, [.. keys.Select(key => rows[key.Key])])], keys.Count == limit ? FilterSql.Cursor(keys[^1].Value, keys[^1].Key) : null);
    }

    /// <summary>Every incident that fits, some hundreds at a time.</summary>
    public static IEnumerable<StoredIncident> Stream(Session session, Filter filter)
    {
        foreach (List<Row> rows in Chunks(session, filter))
            foreach (StoredIncident incident in Load(session, rows)) yield return incident;
    }

    public static IEnumerable<IncidentOutline> Outlines(Session session, Filter filter)
    {
        foreach (List<Row> rows in Chunks(session, filter))
            foreach (Row row in rows) yield return row.Read();
    }

    public static long Count(Session session, Filter filter)
    {
        var sql = new FilterSql(session.Dialect, filter);
        return session.First<long>($"SELECT COUNT(DISTINCT e.incident) FROM events e WHERE {sql.Where()}", sql.Parameters);
    }

    private static IEnumerable<List<Row>> Chunks(Session session, Filter filter)
    {
        var sql = new FilterSql(session.Dialect, filter);
        if (!sql.FitsMany(session))
        {
            long[] keys = [.. session.Query<long>($"SELECT DISTINCT e.incident FROM events e WHERE {sql.Where()} ORDER BY e.incident", sql.Parameters)];
            foreach (long[] chunk in keys.Chunk(ParameterLists.Longest))
                yield return session.QueryEach<Row, long>($"SELECT {Columns} FROM incidents i WHERE i.key IN @values ORDER BY i.key", chunk).AsList();
            yield break;
        }
        string where = sql.Where(many: true);
        sql.Parameters.Add("count", ParameterLists.Longest);
        long last = 0;
        while (true)
        {
            sql.Parameters.Add("last", last);
            List<Row> rows = session.Query<Row>(
                $"SELECT {Columns} FROM incidents i WHERE i.key > @last AND EXISTS (SELECT 1 FROM events e WHERE e.incident = i.key AND {where}) ORDER BY i.key LIMIT @count", sql.Parameters).AsList();
            if (rows.Count == 0) yield break;
            yield return rows;
            last = rows[^1].Key;
        }
    }

    private static IEnumerable<StoredIncident> Load(Session session, List<Row> rows)
    {
        ILookup<long, EventRow> events = session.QueryEach<EventRow, long>(
            $"{EventRow.Select} WHERE e.incident IN @values AND {Counted} ORDER BY a.published, e.key", rows.Select(row => row.Key)).ToLookup(row => row.Incident);
        Dictionary<long, ArticleHead> heads = session.QueryEach<ArticleRow, long>(
                $"SELECT {ArticleRow.HeadColumns} FROM articles a WHERE a.key IN @values", events.SelectMany(group => group).Select(row => row.Article).Distinct())
            .ToDictionary(row => row.Key, row => row.Head);
        foreach (Row row in rows)
        {
            EventRow[] told = [.. events[row.Key]];
            yield return new StoredIncident(
                row.Id,
                row.Version,
                row.Read(),
                [.. told.Select(e => e.Read())],
                told.Select(e => heads[e.Article]).DistinctBy(head => head.Id).ToDictionary(head => head.Id, StringComparer.Ordinal),
                OutlineJson.ParseChoices(row.Choices));
        }
    }

    private sealed class Row
    {
        public long Key { get; init; }

        public string Id { get; init; } = "";

        public long Version { get; init; }

        public string Outline { get; init; } = "";

        public string? Choices { get; init; }

        public long Sources { get; init; }

        public long Disagrees { get; init; }

        public double Worth { get; init; }

        public IncidentOutline Read() => OutlineJson.Parse(Outline, Id, (int)Sources, Disagrees == 1, Worth);
    }
}
