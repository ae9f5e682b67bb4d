using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vigie.Desk.Api;
using Vigie.Desk.Reviewing;
using Vigie.Desk.Safety;
using Vigie.Desk.Viewing;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Desk;

/// <summary>The desk: pages and API over one store, served by this process to its own machine.</summary>
public sealed class DeskServer : IAsyncDisposable
{
    /// <summary>Largest request that is read, in bytes: an article to be coded, in JSON.</summary>
    private const int LargestRequest = 2_000_000;

    private readonly WebApplication web;

    private DeskServer(WebApplication web, Uri address) => (this.web, Address) = (web, address);

    public Uri Address { get; }

    /// <summary>Starts to listen; when it returns, the desk answers.</summary>
    /// <param name="store">Used from many threads; not disposed.</param>
    /// <exception cref="KnowledgeException">A file of the knowledge is missing or broken.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">The address is reached from other machines.</exception>
    public static async Task<DeskServer> Start(DeskOptions options, IStore store, DataFolder data)
    {
        if (!IPAddress.IsLoopback(options.Address)) throw new ArgumentException("the desk has no accounts, so only its own machine may reach it", nameof(options));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "vigie", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(options.Address, options.Port);
        });
        AddServices(builder.Services, new Room(store, data));
        WebApplication web = builder.Build();
        Lay(web);
        await web.StartAsync();
        string address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new DeskServer(web, new Uri(address));
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitForShutdown() => web.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await web.StopAsync();
        await web.DisposeAsync();
    }

    private static void AddServices(IServiceCollection services, Room room)
    {
        services.AddSingleton(_ => room);
        // Letters of every script as they are: an Arabic page is a third of what it would be in numbers.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        // Forms live as long as the process: nothing of a reviewer's is written to a folder of the machine.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "vigie-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.HttpOnly = true;
            forms.FormFieldName = "form";
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddProblemDetails();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
    }

    private static void Lay(WebApplication web)
    {
        web.Use(next => context => Guard.Handle(context, next));
        web.Use(next => context => Shapes.Handle(context, next));
        web.Use(next => context => Faults.Handle(context, next));
        // The path is matched after its suffix is off.
        web.UseRouting();
        web.MapMethods("/assets/{**name}", ["GET", "HEAD"], BrowserFiles.Send);
        QueueHandlers.Map(web);
        ReviewHandlers.Map(web);
        IncidentHandlers.Map(web);
        ArticleHandlers.Map(web);
        OtherHandlers.Map(web);
        ApiHandlers.Map(web);
        web.MapFallback(context =>
        {
            Visit visit = context.Visit();
            return Answers.Problem(context, visit.Words["problem.missing_title"], visit.Words["problem.missing_text"], StatusCodes.Status404NotFound).ExecuteAsync(context);
        });
    }
}
