using Dapper;
using Microsoft.Data.Sqlite;
using Vigie.Store.Sql;

namespace Vigie.Store.Sqlite;

/// <summary>A store in one file. Readers and one writer work side by side; others may read the file with any SQLite program.</summary>
internal sealed class SqliteStore : SqlStore
{
    private readonly SqliteDialect dialect;

    private SqliteStore(SqliteDialect dialect, TimeProvider clock, bool migrate) : base(dialect, clock, migrate) => this.dialect = dialect;

    /// <exception cref="StoreException">The file cannot be opened, or is no store.</exception>
    public static SqliteStore Open(string file, TimeProvider clock, StoreMode mode)
    {
        if (mode != StoreMode.Create && !File.Exists(file)) throw new StoreException(file, "there is no such store; make one with: vigie import FILE --store " + Path.GetFileName(file));
        var dialect = new SqliteDialect(file, mode == StoreMode.ReadOnly);
        try
        {
            Prepare(dialect, mode);
            return new SqliteStore(dialect, clock, mode != StoreMode.ReadOnly);
        }
        catch
        {
            dialect.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing) => dialect.Dispose();

    /// <summary>Looks that the file is ours or empty, and marks an empty one.</summary>
    private static void Prepare(SqliteDialect dialect, StoreMode mode)
    {
        try
        {
            var connection = (SqliteConnection)dialect.Open();
            long application = connection.ExecuteScalar<long>("PRAGMA application_id");
            long tables = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master");
            if (application != SqliteDialect.ApplicationId && (tables > 0 || mode == StoreMode.ReadOnly))
                throw new StoreException(dialect.Name, "it is a database of another program; name another file");
            if (mode != StoreMode.ReadOnly)
            {
                connection.Execute("PRAGMA journal_mode = WAL");
                if (application == 0) connection.Execute($"PRAGMA application_id = {SqliteDialect.ApplicationId}");
            }
            dialect.GiveBack(connection);
        }
        catch (SqliteException e)
        {
            throw dialect.Explain(e);
        }
    }
}
