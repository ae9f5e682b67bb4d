using Vigie.Store;
using Vigie.Tests.Cli;

namespace Vigie.Tests.Store;

public sealed class SqliteStoreTests : SearchContract
{
    private readonly TemporaryFolder folder = new();

    private protected override IStore Open() => Stores.Open(Path.Combine(folder.Path, "events.vigie"), new SteppingClock());

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }
}
