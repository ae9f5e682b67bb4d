using System.Net;
using System.Text.RegularExpressions;
using Vigie.Desk;
using Vigie.Store;
using Vigie.Tests.Cli;
using Vigie.Tests.Store;
using Vigie.Text;

namespace Vigie.Tests.Desk;

/// <summary>A desk on a free port over a store of its own, and a visitor who keeps cookies and follows no redirect unasked.</summary>
internal sealed partial class OpenDesk : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly DeskServer server;

    private OpenDesk(TemporaryFolder folder, IStore store, DeskServer server)
    {
        this.folder = folder;
        Store = store;
        this.server = server;
        Visitor = NewVisitor();
    }

    public IStore Store { get; }

    public Uri Address => server.Address;

    public HttpClient Visitor { get; }

    /// <param name="around">Wraps the store that the desk gets, so that it can fail.</param>
    public static async Task<OpenDesk> Start(IEnumerable<ArticleRecord>? articles = null, Func<IStore, IStore>? around = null)
    {
        var folder = new TemporaryFolder();
        IStore store = Stores.Open(Path.Combine(folder.Path, "desk.db"), new SteppingClock());
        store.Add([.. articles ?? [Samples.Ambush("first", 12), Samples.Ambush("second", 3, "Journal du Sud", Samples.Hasakah)]], Samples.Coder);
        return new OpenDesk(folder, store, await DeskServer.Start(DeskOptions.Local, around?.Invoke(store) ?? store, DataFolder.BesideProgram));
    }

    public HttpClient NewVisitor() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = Address };

    public Task<string> Page(string address) => Visitor.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>Sends a form as a browser does that has the page open.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        string html = await Page(page);
        string token = FormToken().Match(html).Groups[1].Value;
        var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("form", token)));
        return await Visitor.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>The events of the store, by article.</summary>
    public StoredEvent Event(string article) => Store.FindArticle(article)!.Events[0];

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await server.DisposeAsync();
        Store.Dispose();
        folder.Dispose();
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
