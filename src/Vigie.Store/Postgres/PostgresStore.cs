using System.Data.Common;
using Dapper;
using Vigie.Store.Sql;

namespace Vigie.Store.Postgres;

/// <summary>A store on a server, for teams.</summary>
internal sealed class PostgresStore : SqlStore
{
    private readonly PostgresDialect dialect;

    private PostgresStore(PostgresDialect dialect, TimeProvider clock, bool migrate) : base(dialect, clock, migrate) => this.dialect = dialect;

    /// <exception cref="StoreException">The server cannot be reached, or has no store where one must be.</exception>
    public static PostgresStore Open(string address, TimeProvider clock, StoreMode mode)
    {
        PostgresAddress parsed = PostgresAddress.Parse(address);
        var dialect = new PostgresDialect(parsed);
        try
        {
            using (DbConnection connection = dialect.Open())
            {
                if (parsed.Schema is { } schema && mode == StoreMode.Create) connection.Execute($"CREATE SCHEMA IF NOT EXISTS \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
                if (mode != StoreMode.Create && connection.ExecuteScalar<long>(dialect.TableExists, new { name = "schema_steps" }) == 0)
                    throw new StoreException(dialect.Name, "there is no store in this database; make one with: vigie import FILE --store ADDRESS");
            }
            return new PostgresStore(dialect, clock, mode != StoreMode.ReadOnly);
        }
        catch (DbException e)
        {
            dialect.Dispose();
            throw dialect.Explain(e);
        }
        catch
        {
            dialect.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing) => dialect.Dispose();
}
