using System.Data.Common;
using Npgsql;

namespace Vigie.Store.Postgres;

/// <summary>What the server's faults mean to a person, and what to do.</summary>
internal static class PostgresFaults
{
    public static bool IsLostConnection(DbException e) => e is PostgresException server
        ? server.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        : e is NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException };

    public static StoreException Explain(string store, DbException e)
    {
        if (e is not PostgresException server)
            return IsLostConnection(e)
                ? new StoreException(store, "the server does not answer (" + (e.InnerException?.Message ?? e.Message).TrimEnd('.') + "); check that it runs and can be reached, then try again", passing: true, e)
                : new StoreException(store, e.Message.TrimEnd('.') + "; check the address", inner: e);
        return server.SqlState switch
        {
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
                new StoreException(store, "the server is stopping or starting; try again in a moment", passing: true, e),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                new StoreException(store, "the server refuses the user or the password; check the address", inner: e),
            PostgresErrorCodes.InvalidCatalogName => new StoreException(store, "the server has no such database; create it, for example: createdb NAME", inner: e),
            PostgresErrorCodes.InsufficientPrivilege => new StoreException(store, "the user may not do that (" + Words(server) + "); ask the server's administrator", inner: e),
            PostgresErrorCodes.DiskFull => new StoreException(store, "the server's disk is full; nothing of this step was kept; make room and do it again", inner: e),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new StoreException(store, "the server's data is damaged (" + Words(server) + "); take the last backup", inner: e),
            PostgresErrorCodes.ReadOnlySqlTransaction => new StoreException(store, "the server takes no writing: it may be a copy; name the main server", inner: e),
            PostgresErrorCodes.TooManyConnections => new StoreException(store, "the server has too many connections; try again in a moment", passing: true, e),
            _ => new StoreException(store, $"the server says: {Words(server)} (state {server.SqlState})", inner: e),
        };
    }

    private static string Words(PostgresException e) => e.MessageText.TrimEnd('.');
}
