using System.CommandLine;
using Vigie.Store;

namespace Vigie.Cli;

/// <summary>The option that names a store; the same for every command that uses one.</summary>
internal sealed class StoreOptions
{
    public const string DefaultFile = "vigie.db";

    private readonly Option<string> store = new("--store")
    {
        Description = "The store: a file, or a server's database as postgresql://user:password@host:port/database.",
        HelpName = "STORE",
        DefaultValueFactory = _ => DefaultFile,
    };

    public void AddTo(Command command) => command.Options.Add(store);

    public string Address(ParseResult parsed) => parsed.GetRequiredValue(store);

    /// <exception cref="StoreException">It cannot be opened.</exception>
    public IStore Open(ParseResult parsed, StoreMode mode) => Stores.Open(Address(parsed), TimeProvider.System, mode);
}
