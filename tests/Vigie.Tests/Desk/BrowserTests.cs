using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vigie.Events;
using Vigie.Store;
using Vigie.Tests.House;
using Xunit;

namespace Vigie.Tests.Desk;

/// <summary>The desk as its readers have it: in a browser, with keys.</summary>
public sealed partial class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Serious = ["serious", "critical"];

    [Fact]
    public async Task A_reviewer_goes_through_the_queue_by_keys_alone()
    {
        (IPage page, List<string> complaints) = await browser.Open();
        await page.GotoAsync("/events");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(EventAddress());
        string first = IdOf(page.Url);

        // One key accepts and goes on; one takes it back and shows it again.
        await page.Keyboard.PressAsync("a");
        await page.WaitForURLAsync(url => EventAddress().IsMatch(url) && !url.Contains(first + "/", StringComparison.Ordinal) && IdOf(url) != first);
        Assert.Equal(ReviewState.Accepted, browser.Desk.Store.FindEvent(first)!.State);
        await page.Keyboard.PressAsync("u");
        await page.WaitForURLAsync(url => IdOf(url) == first);
        Assert.Equal(ReviewState.Draft, browser.Desk.Store.FindEvent(first)!.State);

        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync(url => EventAddress().IsMatch(url) && !url.Contains(first + "/", StringComparison.Ordinal) && IdOf(url) != first);
        await page.Keyboard.PressAsync("p");
        await page.WaitForURLAsync(url => IdOf(url) == first);
        await page.Keyboard.PressAsync("?");
        await page.WaitForURLAsync("**/help");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_key_jumps_from_a_field_to_its_words_and_back()
    {
        (IPage page, List<string> complaints) = await browser.Open();
        StoredEvent told = Draft(e => e.Event.Evidence.Any(proof => proof.Field == "date"));
        await page.GotoAsync("/events/" + told.Event.Id);
        await page.Keyboard.PressAsync("3");
        Assert.Equal("field-date", await Focused(page, "id"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("date", await Focused(page, "data-fields"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        Assert.StartsWith("field-", await Focused(page, "id"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.StartsWith("field-", await Focused(page, "id"), StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_type_is_found_by_some_of_its_letters()
    {
        (IPage page, List<string> complaints) = await browser.Open();
        StoredEvent told = Draft(e => e.Event.SubEventType != "Grenade");
        await page.GotoAsync("/events/" + told.Event.Id);
        await page.Keyboard.PressAsync("t");
        await page.WaitForSelectorAsync(".fuzzy input");
        await page.Locator(".fuzzy input").First.FocusAsync();
        await page.Keyboard.TypeAsync("grnd");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("did=", StringComparison.Ordinal));
        Assert.Equal("Grenade", browser.Desk.Store.FindEvent(told.Event.Id)!.Event.SubEventType);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_place_is_found_while_its_name_is_typed()
    {
        (IPage page, List<string> complaints) = await browser.Open();
        StoredEvent told = Draft(e => e.Event.Place?.Name != "Ansongo");
        await page.GotoAsync("/events/" + told.Event.Id);
        await page.Keyboard.PressAsync("l");
        ILocator place = page.Locator("input[data-places]");
        await place.FillAsync("Ansongo");
        await page.WaitForSelectorAsync("[data-candidates] input[value^='gn:'], [data-candidates] input[value^='wof:']");
        await place.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("did=", StringComparison.Ordinal));
        Place? now = browser.Desk.Store.FindEvent(told.Event.Id)!.Event.Place;
        Assert.Equal("ML", now!.Country);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Words_marked_in_the_article_become_evidence()
    {
        (IPage page, List<string> complaints) = await browser.Open();
        StoredEvent told = Draft(_ => true);
        await page.GotoAsync($"/events/{told.Event.Id}?edit=status");
        string words = await page.EvaluateAsync<string>(
            """
            () => {
              const line = [...document.querySelectorAll(".text p")].at(-1), text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
              const range = document.createRange(); range.setStart(text, 0); range.setEnd(text, Math.min(12, text.length));
              getSelection().removeAllRanges(); getSelection().addRange(range);
              return range.toString();
            }
            """);
        await page.WaitForFunctionAsync("() => document.querySelector('[data-passage]').value !== ''");
        await page.ClickAsync("form[data-edit] button.accept");
        await page.WaitForURLAsync(url => url.Contains("did=", StringComparison.Ordinal));
        Evidence proof = browser.Desk.Store.FindEvent(told.Event.Id)!.Event.Evidence.Single(one => one.Field == "status");
        Assert.Equal(words.Trim(), proof.Text);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Everything_that_matters_works_without_a_module()
    {
        (IPage page, _) = await browser.Open(scripts: false);
        StoredEvent told = Draft(_ => true);
        await page.GotoAsync("/events/" + told.Event.Id);
        await page.GotoAsync("/events/" + told.Event.Id + "?edit=date");
        await page.FillAsync("input[name=start]", "2024-05-06");
        await page.FillAsync("input[name=end]", "2024-05-06");
        await page.ClickAsync("form[data-edit] button.accept");
        await page.WaitForURLAsync(url => url.Contains("did=", StringComparison.Ordinal));
        Assert.Equal(new NodaTime.LocalDate(2024, 5, 6), browser.Desk.Store.FindEvent(told.Event.Id)!.Event.Date.Start);
        await page.ClickAsync("form[data-key=a] button");
        Assert.Equal(ReviewState.Accepted, browser.Desk.Store.FindEvent(told.Event.Id)!.State);
    }

    [Fact]
    public async Task The_map_draws_land_and_incidents_and_a_brush_chooses_among_them()
    {
        (IPage page, List<string> complaints) = await browser.Open();
        await page.GotoAsync("/map");
        await page.WaitForSelectorAsync("#map[data-ready='1']", new PageWaitForSelectorOptions { Timeout = 120_000 });
        Assert.NotEqual("0", await page.GetAttributeAsync("#map", "data-land-drawn"));
        Assert.NotEqual("0", await page.GetAttributeAsync("#map", "data-dots-drawn"));
        int all = int.Parse((await page.GetAttributeAsync("#map", "data-shown"))!, System.Globalization.CultureInfo.InvariantCulture);
        await page.FocusAsync("figure.chart svg");
        await page.Keyboard.PressAsync("ArrowRight");
        int some = int.Parse((await page.GetAttributeAsync("#map", "data-shown"))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(some, 0, all - 1);
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(all.ToString(System.Globalization.CultureInfo.InvariantCulture), await page.GetAttributeAsync("#map", "data-shown"));
        Assert.Empty(complaints);
        await Picture(page, "map");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task No_page_shuts_anybody_out_or_asks_another_machine(string language)
    {
        (IPage page, List<string> complaints) = await browser.Open(colours: language == "fr" ? ColorScheme.Dark : ColorScheme.Light);
        StoredIncident several = browser.Desk.Store.Incidents(Filter.All, Order.Newest, 200).Items.OrderByDescending(incident => incident.Outline.Sources).First();
        StoredEvent told = Draft(e => browser.Desk.Store.FindArticle(e.ArticleId)!.Article.Language == (language == "en" ? "ar" : language));
        var pages = new Dictionary<string, string>
        {
            ["queue"] = "/events",
            ["review"] = "/events/" + told.Event.Id,
            ["edit"] = $"/events/{told.Event.Id}?edit=place",
            ["incidents"] = "/incidents",
            ["incident"] = "/incidents/" + several.Id,
            ["articles"] = "/articles",
            ["article"] = "/articles/" + Uri.EscapeDataString(told.ArticleId) + "?explain=1",
            ["decisions"] = "/decisions",
            ["help"] = "/help",
            ["you"] = "/you",
            ["missing"] = "/nowhere",
        };
        string axe = Repository.Read("tests", "Vigie.Tests", "Desk", "axe.min.js");
        foreach ((string name, string address) in pages)
        {
            await page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
            Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.GetAttributeAsync("html", "dir"));
            // Playwright's own world runs it: the page's policy would not.
            JsonElement found = (await page.EvaluateAsync<JsonElement?>(axe + "; axe.run(document, { resultTypes: ['violations'] }).then(results => results.violations.map(v => ({ id: v.id, impact: v.impact, at: v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).slice(0, 3) })))"))!.Value;
            string[] faults = [.. found.EnumerateArray().Where(fault => Serious.Contains(fault.GetProperty("impact").GetString())).Select(fault => fault.GetRawText())];
            Assert.True(faults.Length == 0, $"{name} in {language}: {string.Join('\n', faults)}");
            if (name != "missing") await Picture(page, language == "en" ? name : $"{name}-{language}");
        }
        complaints.RemoveAll(complaint => complaint.Contains("404", StringComparison.Ordinal));
        Assert.Empty(complaints);
    }

    /// <summary>A draft of the queue that nobody has decided on.</summary>
    private StoredEvent Draft(Func<StoredEvent, bool> wanted)
    {
        Assert.SkipUnless(browser.HasChromium, Browser.Missing);
        return browser.Desk.Store.Events(new Filter { States = [ReviewState.Draft] }, Order.Worth, 200).Items.First(wanted);
    }

    /// <summary>Keeps what the page looks like for the documentation, where that is asked for as for golden files.</summary>
    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("VIGIE_ACCEPT") == "1") await page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.File("docs", "desk", name + ".png") });
    }

    private static Task<string> Focused(IPage page, string attribute) => page.EvaluateAsync<string>("name => document.activeElement.getAttribute(name) ?? ''", attribute);

    private static string IdOf(string url) => new Uri(url).AbsolutePath.Split('/')[^1];

    [GeneratedRegex("/events/[0-9a-f]")]
    private static partial Regex EventAddress();
}
