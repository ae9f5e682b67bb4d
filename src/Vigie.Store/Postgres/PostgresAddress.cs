using Npgsql;

namespace Vigie.Store.Postgres;

/// <summary>The address of a store on a server: <c>postgresql://user:password@host:port/database?schema=name</c>.</summary>
/// <param name="Name">As it is shown: without the password.</param>
/// <param name="Schema">Where the tables are, or null for the server's default.</param>
internal sealed record PostgresAddress(string ConnectionString, string Name, string? Schema)
{
    private const int DefaultPort = 5432;

    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    public static bool Is(string address) => Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="StoreException">It is no such address.</exception>
    public static PostgresAddress Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
            throw new StoreException("the address of the store", "it cannot be read; write it as postgresql://user:password@host:port/database");
        string[] user = uri.UserInfo.Split(':', 2);
        string database = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        int port = uri.Port < 0 ? DefaultPort : uri.Port;
        string? schema = null;
        foreach (string part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.StartsWith("schema=", StringComparison.Ordinal)) schema = Uri.UnescapeDataString(part["schema=".Length..]);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = port,
            Database = database,
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Timeout = 10,
            CommandTimeout = 60,
            ApplicationName = "vigie",
            SearchPath = schema,
            KeepAlive = 30,
        };
        return new PostgresAddress(builder.ToString(), $"postgresql://{uri.Host}:{port}/{database}", schema);
    }
}
