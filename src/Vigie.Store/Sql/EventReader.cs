namespace Vigie.Store.Sql;

/// <summary>Reads events and articles.</summary>
internal static class EventReader
{
    public static StoredEvent? Find(Session session, string id) => session.First<EventRow>(EventRow.Select + " WHERE e.id = @id", new { id })?.Read();

    public static StoredArticle? FindArticle(Session session, string id)
    {
        if (session.First<ArticleRow>($"SELECT {ArticleRow.Columns} FROM articles a WHERE a.id = @id", new { id }) is not { } article) return null;
        return article.Read([.. session.Query<EventRow>(EventRow.Select + " WHERE e.article = @Key ORDER BY e.key", new { article.Key }).Select(row => row.Read())]);
    }

    /// <summary>One page of events: first the keys, by the index that suits, then the rows.</summary>
    public static Batch<StoredEvent> Page(Session session, Filter filter, Order order, int limit, string? after)
    {
        var sql = new FilterSql(session.Dialect, filter);
        // Reading in order is fast where enough fit; few are found first and sorted then. The index over drafts holds drafts alone.
        bool many = (order != Order.Worth || filter.States is [ReviewState.Draft]) && sql.FitsMany(session);
        PageOrder by = PageOrder.OfEvents(order);
        string table = "events e" + (many && by.Index.Length > 0 ? session.Dialect.ByIndex(by.Index) : "");
        List<(string Value, long Key)> keys = by.Keys(session, table, sql.Where(many), sql.Parameters, limit, after, many);
        var rows = session.QueryEach<EventRow, long>(EventRow.Select + " WHERE e.key IN @values", keys.Select(key => key.Key)).ToDictionary(row => row.Key);
        return new Batch<StoredEvent>([.. keys.Select(key => rows[key.Key].Read())], keys.Count == limit ? FilterSql.Cursor(keys[^1].Value, keys[^1].Key) : null);
    }

    public static Batch<StoredArticle> Articles(Session session, Filter filter, int limit, string? after)
    {
        var sql = new FilterSql(session.Dialect, filter);
        string chosen = "1 = 1";
        if (sql.Selects) chosen = sql.FitsMany(session) ? $"EXISTS (SELECT 1 FROM events e WHERE e.article = a.key AND {sql.Where(many: true)})" : $"a.key IN (SELECT e.article FROM events e WHERE {sql.Where()})";
        string from = "";
        if (after is not null)
        {
            (string day, long key) = FilterSql.ReadCursor(after);
            sql.Parameters.Add("day", day);
            sql.Parameters.Add("key", key);
            from = " AND (COALESCE(a.published, ''), a.key) < (@day, @key)";
        }
        sql.Parameters.Add("limit", limit);
        List<ArticleRow> articles = [.. session.Query<ArticleRow>($"SELECT {ArticleRow.Columns} FROM articles a WHERE {chosen}{from} ORDER BY COALESCE(a.published, '') DESC, a.key DESC LIMIT @limit", sql.Parameters)];
        ILookup<long, EventRow> events = session.QueryEach<EventRow, long>(EventRow.Select + " WHERE e.article IN @values ORDER BY e.key", articles.Select(article => article.Key)).ToLookup(row => row.Article);
        return new Batch<StoredArticle>(
            [.. articles.Select(article => article.Read([.. events[article.Key].Select(row => row.Read())]))],
            articles.Count == limit ? FilterSql.Cursor(articles[^1].Published ?? "", articles[^1].Key) : null);
    }

    /// <summary>Articles with the events that the filter selects, some hundreds at a time.</summary>
    public static IEnumerable<StoredArticle> Stream(Session session, Filter filter)
    {
        var sql = new FilterSql(session.Dialect, filter);
        string where = sql.Where(many: true);
        long last = 0;
        sql.Parameters.Add("count", ParameterLists.Longest);
        while (true)
        {
            sql.Parameters.Add("last", last);
            string chosen = sql.Selects ? $" AND EXISTS (SELECT 1 FROM events e WHERE e.article = a.key AND {where})" : "";
            List<ArticleRow> articles = [.. session.Query<ArticleRow>($"SELECT {ArticleRow.Columns} FROM articles a WHERE a.key > @last{chosen} ORDER BY a.key LIMIT @count", sql.Parameters)];
            if (articles.Count == 0) yield break;
            sql.Parameters.Add("first", articles[0].Key);
            last = articles[^1].Key;
            sql.Parameters.Add("last", last);
            ILookup<long, EventRow> events = session.Query<EventRow>($"{EventRow.Select} WHERE e.article BETWEEN @first AND @last AND {where} ORDER BY e.key", sql.Parameters).ToLookup(row => row.Article);
            foreach (ArticleRow article in articles) yield return article.Read([.. events[article.Key].Select(row => row.Read())]);
        }
    }

    public static long Count(Session session, Filter filter)
    {
        var sql = new FilterSql(session.Dialect, filter);
        return session.First<long>($"SELECT COUNT(*) FROM events e WHERE {sql.Where()}", sql.Parameters);
    }
}
