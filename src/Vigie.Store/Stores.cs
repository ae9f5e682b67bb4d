using Vigie.Store.Postgres;
using Vigie.Store.Sqlite;

namespace Vigie.Store;

/// <summary>How a store is opened.</summary>
public enum StoreMode
{
    /// <summary>Made where it is not there.</summary>
    Create,

    /// <summary>It must be there.</summary>
    Open,

    /// <summary>It must be there, and nothing is written.</summary>
    ReadOnly,
}

/// <summary>Opens stores by their address.</summary>
public static class Stores
{
    /// <param name="address">A file, or <c>postgresql://user:password@host:port/database</c>.</param>
    /// <exception cref="StoreException">It cannot be opened, or is no store.</exception>
    public static IStore Open(string address, TimeProvider clock, StoreMode mode = StoreMode.Create) =>
        PostgresAddress.Is(address) ? PostgresStore.Open(address, clock, mode) : SqliteStore.Open(address, clock, mode);
}
