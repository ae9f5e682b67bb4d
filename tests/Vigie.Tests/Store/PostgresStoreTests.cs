using Npgsql;
using Vigie.Store;
using Xunit;

namespace Vigie.Tests.Store;

public sealed class PostgresStoreTests(PostgresServer server) : SearchContract, IClassFixture<PostgresServer>
{
    [Fact]
    public void A_connection_that_is_lost_between_calls_is_made_again()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        CutConnections();
        Assert.Equal(1, Store.CountEvents(Filter.All));
        CutConnections();
        Store.Add([Samples.Ambush("b", 3)], Samples.Coder);
        Assert.Equal(2, Store.CountEvents(Filter.All));
    }

    [Fact]
    public void A_server_that_is_not_there_is_told()
    {
        Assert.SkipWhen(server.Address is null, server.WhyNot ?? "");
        StoreException e = Assert.Throws<StoreException>(() => Stores.Open("postgresql://vigie:secret@127.0.0.1:1/none", new SteppingClock()));
        Assert.True(e.Passing);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        Assert.Contains("no such database", Assert.Throws<StoreException>(() => Stores.Open(server.Address! + "_none", new SteppingClock())).Message, StringComparison.Ordinal);
        Assert.Contains("no store in this database", Assert.Throws<StoreException>(() => Stores.Open(server.Empty(), new SteppingClock(), StoreMode.Open)).Message, StringComparison.Ordinal);
    }

    private protected override IStore Open() => Stores.Open(server.Empty(), new SteppingClock());

    private void CutConnections()
    {
        var address = new Uri(server.Address!);
        using var connection = new NpgsqlConnection($"Host={address.Host};Port={address.Port};Database={address.AbsolutePath[1..]};Username={address.UserInfo};Application Name=cutter;Pooling=false");
        connection.Open();
        using NpgsqlCommand command = new("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vigie'", connection);
        command.ExecuteNonQuery();
    }
}
