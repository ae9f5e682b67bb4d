using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Vigie.Store.Search;
using Vigie.Store.Sql;

namespace Vigie.Store.Sqlite;

/// <summary>The embedded database: one file, with a write-ahead log beside it.</summary>
internal sealed class SqliteDialect(string file, bool readOnly) : Dialect, IDisposable
{
    /// <summary>"Vigi", in the file's header: another program's database is not written into.</summary>
    public const int ApplicationId = 0x56696769;

    /// <summary>How long a writer waits for another process.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private readonly SemaphoreSlim writer = new(1, 1);
    private bool disposed;

    public override string Schema => "sqlite";

    public override string Name => file;

    public override string TableExists => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    public override string InBox =>
        "e.key IN (SELECT key FROM event_points WHERE west >= @west AND east <= @east AND south >= @south AND north <= @north) "
        + "AND e.longitude BETWEEN @west AND @east AND e.latitude BETWEEN @south AND @north";

    public override DbConnection Open()
    {
        if (idle.TryTake(out SqliteConnection? connection)) return connection;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = (int)Patience.TotalSeconds,
        }.ToString());
        try
        {
            connection.Open();
            // A box is widened by the index, which keeps 32 bits of a coordinate: the columns decide.
            connection.Execute("PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void GiveBack(DbConnection connection)
    {
        if (connection is SqliteConnection { State: ConnectionState.Open } open && !disposed) idle.Add(open);
        else connection.Dispose();
    }

    public override DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override DbTransaction BeginWriting(DbConnection connection)
    {
        // Writers of one process take their turn here: they need not try again and again.
        if (!writer.Wait(Patience)) throw new StoreException(file, "another writing takes long; try again", passing: true);
        try
        {
            return ((SqliteConnection)connection).BeginTransaction(deferred: false);
        }
        catch
        {
            writer.Release();
            throw;
        }
    }

    public override void EndWriting() => writer.Release();

    public override StoreException Explain(DbException e) => SqliteFaults.Explain(file, (SqliteException)e);

    public override bool IsLostConnection(DbException e) => false;

    public override RowWriter Rows(Session session, string table, params string[] columns) => new SqliteRowWriter(session, table, columns);

    public override string HasWords(string parameter, bool many) => many
        ? $"EXISTS (SELECT 1 FROM article_words WHERE article_words.rowid = e.article AND article_words MATCH {parameter})"
        : $"e.article IN (SELECT rowid FROM article_words WHERE article_words MATCH {parameter})";

    public override string WordQuery(WordQuery query)
    {
        string wanted = string.Join(" AND ", query.Wanted.Select(term => term.ToFts5()));
        return query.Unwanted.Count == 0 ? wanted : $"({wanted}) NOT ({string.Join(" OR ", query.Unwanted.Select(term => term.ToFts5()))})";
    }

    public override string ByIndex(string index) => " INDEXED BY " + index;

    public override string Unindexed(string expression) => "+" + expression;

    public override string Week(string day) => $"DATE({day}, 'weekday 0', '-6 days')";

    public override void WriteWords(Session session, IReadOnlyList<(long Article, string Words, string Names)> articles)
    {
        using RowWriter rows = Rows(session, "article_words", "rowid", "words", "names");
        foreach ((long article, string words, string names) in articles) rows.Write(article, words, names);
    }

    public override void RemoveWords(Session session, long article) => session.Execute("DELETE FROM article_words WHERE rowid = @article", new { article });

    public override void WritePoints(Session session, IReadOnlyList<(long Event, double Latitude, double Longitude)> points)
    {
        using RowWriter rows = Rows(session, "event_points", "key", "west", "east", "south", "north");
        foreach ((long key, double latitude, double longitude) in points) rows.Write(key, longitude, longitude, latitude, latitude);
    }

    public override void RemovePoint(Session session, long eventKey) => session.Execute("DELETE FROM event_points WHERE key = @eventKey", new { eventKey });

    public override IReadOnlyList<string> Check(Session session)
    {
        List<string> faults = [.. session.Query<string>("PRAGMA integrity_check(20)").Where(line => line != "ok")];
        faults.AddRange(session.Query<(string Table, long? Row, string Parent, long Key)>("PRAGMA foreign_key_check")
            .Take(20).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Table}, row {fault.Row}: what it points to in {fault.Parent} is missing")));
        return faults;
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out SqliteConnection? connection)) connection.Dispose();
        writer.Dispose();
    }
}
