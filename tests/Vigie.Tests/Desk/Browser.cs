using Microsoft.Playwright;
using Vigie.Desk;
using Vigie.Events.Coding;
using Vigie.Store.Records;
using Vigie.Tests.House;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Desk;

/// <summary>Debian's Chromium with a desk of sample reports, as the coder reads them; started once, and told to no test where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? chromium;
    private OpenDesk? desk;

    private static string? Program => Environment.GetEnvironmentVariable("VIGIE_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    /// <summary>What a test without a browser says.</summary>
    public const string Missing = "no Chromium: install the package chromium, or name a program in VIGIE_CHROMIUM";

    public bool HasChromium => chromium is not null;

    internal OpenDesk Desk => desk!;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        desk = await OpenDesk.Start([]);
        using (Coder coder = Coder.Load(DataFolder.BesideProgram))
        {
            new Intake(desk.Store, coder, DataFolder.BesideProgram).Keep([
                .. Directory.GetFiles(Repository.File("corpora", "reports"), "*.json").Order(StringComparer.Ordinal).Select(file => Report(File.ReadAllText(file))),
                .. File.ReadLines(Repository.File("corpora", "incidents", "reports.jsonl")).Take(24).Select(Report),
            ]);
        }
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader", "--use-gl=angle", "--use-angle=swiftshader"],
        });
    }

    private static Article Report(string json) => RecordJson.Parse(json, report => new Article(
        report.Required("id"), report.Required("title"), report.Required("text"), report.Word("language"), report.Day("published"), report.Word("source")));

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        if (desk is not null) await desk.DisposeAsync();
    }

    /// <summary>A window of its own. What it asks of other machines, and what its console complains of, is collected.</summary>
    internal async Task<(IPage Page, List<string> Complaints)> Open(bool scripts = true, ColorScheme colours = ColorScheme.Light)
    {
        Assert.SkipUnless(HasChromium, Missing);
        IBrowserContext context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Desk.Address.ToString(),
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            JavaScriptEnabled = scripts,
            ColorScheme = colours,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        var complaints = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Desk.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) complaints.Add("asked for " + request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return (page, complaints);
    }
}
