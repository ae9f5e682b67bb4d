using Vigie.Store;
using Xunit;

namespace Vigie.Tests.Store;

public sealed class PostgresStoreTests(PostgresServer server) : SearchContract, IClassFixture<PostgresServer>
{
    private protected override IStore Open() => Stores.Open(server.Empty(), new SteppingClock());
}
