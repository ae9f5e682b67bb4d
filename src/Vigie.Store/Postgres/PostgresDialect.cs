using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Npgsql;
using Vigie.Store.Search;
using Vigie.Store.Sql;

namespace Vigie.Store.Postgres;

/// <summary>A server's database, PostgreSQL 15 or newer.</summary>
internal sealed class PostgresDialect(PostgresAddress address) : Dialect, IDisposable
{
    /// <summary>Writers of all programs take their turn at this lock, which ends with their transaction.</summary>
    private const long WriterLock = 0x5669676965;

    /// <summary>A place in a text that the full-text index tells apart, at most.</summary>
    private const int LastPosition = 16_383;

    /// <summary>Bytes of a text's index, at most; the rest of the words is left out.</summary>
    private const int LongestVector = 900_000;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(address.ConnectionString);

    public override string Schema => "postgres";

    public override string Name => address.Name;

    public override string TableExists => "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = @name";

    public override string InBox => "e.longitude IS NOT NULL AND e.latitude IS NOT NULL AND point(e.longitude, e.latitude) <@ box(point(@west, @south), point(@east, @north))";

    public override DbConnection Open() => source.OpenConnection();

    public override void GiveBack(DbConnection connection) => connection.Dispose();

    public override DbTransaction BeginReading(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override DbTransaction BeginWriting(DbConnection connection)
    {
        DbTransaction transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        using DbCommand wait = connection.CreateCommand();
        wait.Transaction = transaction;
        wait.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({WriterLock})");
        wait.ExecuteNonQuery();
        return transaction;
    }

    public override void EndWriting()
    {
    }

    public override StoreException Explain(DbException e) => PostgresFaults.Explain(Name, e);

    public override bool IsLostConnection(DbException e) => PostgresFaults.IsLostConnection(e);

    public override RowWriter Rows(Session session, string table, params string[] columns) => new PostgresRowWriter((NpgsqlConnection)session.Connection, table, columns);

    // The planner knows how many fit.
    public override string HasWords(string parameter, bool many) => $"e.article IN (SELECT article FROM article_words WHERE words @@ CAST({parameter} AS tsquery))";

    public override string WordQuery(WordQuery query)
    {
        var text = new StringBuilder(string.Join(" & ", query.Wanted.Select(term => term.ToTsQuery())));
        foreach (QueryTerm term in query.Unwanted) text.Append(" & !").Append(term.ToTsQuery());
        return text.ToString();
    }

    public override string ByIndex(string index) => "";

    public override string Unindexed(string expression) => expression;

    public override string Week(string day) => $"CASE WHEN {day} = '' THEN '' ELSE to_char(date_trunc('week', CAST({day} AS date)), 'YYYY-MM-DD') END";

    public override void WriteWords(Session session, IReadOnlyList<(long Article, string Words, string Names)> articles)
    {
        using var batch = new NpgsqlBatch((NpgsqlConnection)session.Connection);
        foreach ((long article, string words, string names) in articles)
            batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO article_words (article, words) VALUES ($1, CAST($2 AS tsvector))")
            {
                Parameters = { new NpgsqlParameter { Value = article }, new NpgsqlParameter { Value = Vector(words, names) } },
            });
        if (batch.BatchCommands.Count > 0) batch.ExecuteNonQuery();
    }

    public override void RemoveWords(Session session, long article) => session.Execute("DELETE FROM article_words WHERE article = @article", new { article });

    // Points are indexed where they stand.
    public override void WritePoints(Session session, IReadOnlyList<(long Event, double Latitude, double Longitude)> points)
    {
    }

    public override void RemovePoint(Session session, long eventKey)
    {
    }

    public override IReadOnlyList<string> Check(Session session)
    {
        // The server checks its pages as it reads them: reading all is the check.
        foreach (string table in new[] { "pages", "custody", "articles", "article_words", "incidents", "events", "event_actors", "decisions", "changes" })
            session.First<long>($"SELECT COUNT(*) FROM {table} t WHERE t IS NOT NULL OR t IS NULL");
        return [.. session.Query<string>("SELECT id FROM incidents i WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.incident = i.key) LIMIT 20").Select(id => $"incident {id} has no event")];
    }

    public void Dispose() => source.Dispose();

    /// <summary>The index's own notation; folded words hold letters and digits alone.</summary>
    private static string Vector(string words, string names)
    {
        var vector = new StringBuilder(words.Length * 2);
        int position = 0;
        foreach (Range range in words.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = words.AsSpan()[range];
            if (word.Length == 0) continue;
            if (vector.Length > LongestVector / 2) break;
            position = Math.Min(position + 1, LastPosition);
            vector.Append('\'').Append(word).Append("':").Append(position.ToString(CultureInfo.InvariantCulture)).Append(' ');
        }
        foreach (string name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)) vector.Append("'=").Append(name).Append("' ");
        return vector.ToString();
    }
}
