using System.Data.Common;
using Dapper;

namespace Vigie.Store.Sql;

/// <summary>One transaction: all that is read in it is of one moment, all that is written in it is kept or none.</summary>
internal sealed class Session : IDisposable
{
    private readonly DbTransaction transaction;

    private readonly bool writing;

    private Session(Dialect dialect, DbConnection connection, DbTransaction transaction, bool writing)
    {
        Dialect = dialect;
        Connection = connection;
        this.transaction = transaction;
        this.writing = writing;
    }

    public Dialect Dialect { get; }

    public DbConnection Connection { get; }

    public static Session Reading(Dialect dialect) => Begin(dialect, writing: false);

    public static Session Writing(Dialect dialect) => Begin(dialect, writing: true);

    public IEnumerable<T> Query<T>(string sql, object? parameters = null) => Connection.Query<T>(sql, parameters, transaction);

    /// <summary>Rows read as they are asked for.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? parameters = null) => Connection.Query<T>(sql, parameters, transaction, buffered: false, commandTimeout: 0);

    public T? First<T>(string sql, object? parameters = null) => Connection.QueryFirstOrDefault<T>(sql, parameters, transaction);

    /// <returns>Rows changed.</returns>
    public int Execute(string sql, object? parameters = null) => Connection.Execute(sql, parameters, transaction, commandTimeout: 0);

    public DbCommand Command(string sql)
    {
        DbCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }

    /// <summary>The next free key of a table whose keys count up.</summary>
    public long NextKey(string table) => First<long>($"SELECT COALESCE(MAX(key), 0) + 1 FROM {table}");

    public void Commit() => transaction.Commit();

    public void Dispose()
    {
        try
        {
            transaction.Dispose();
            Dialect.GiveBack(Connection);
        }
        catch (DbException)
        {
            // The transaction is gone with its connection; nothing of it was kept.
            Connection.Dispose();
        }
        finally
        {
            if (writing) Dialect.EndWriting();
        }
    }

    private static Session Begin(Dialect dialect, bool writing)
    {
        DbConnection connection = dialect.Open();
        try
        {
            DbTransaction transaction = writing ? dialect.BeginWriting(connection) : dialect.BeginReading(connection);
            return new Session(dialect, connection, transaction, writing);
        }
        catch
        {
            dialect.GiveBack(connection);
            throw;
        }
    }
}
