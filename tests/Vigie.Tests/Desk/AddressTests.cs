using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vigie.Store;
using Vigie.Tests.House;
using Vigie.Tests.Store;
using Xunit;

namespace Vigie.Tests.Desk;

/// <summary>Every view is an address and answers in other forms; the API does what the desk does.</summary>
public sealed partial class AddressTests
{
    [Theory]
    [InlineData("/events")]
    [InlineData("/incidents")]
    [InlineData("/articles")]
    [InlineData("/map")]
    [InlineData("/events/{event}")]
    [InlineData("/incidents/{incident}")]
    [InlineData("/articles/first")]
    public async Task A_view_answers_in_every_form_by_suffix_and_by_Accept(string view)
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent first = desk.Event("first");
        view = view.Replace("{event}", first.Event.Id, StringComparison.Ordinal).Replace("{incident}", first.IncidentId, StringComparison.Ordinal);
        foreach ((string suffix, string mediaType) in new[] { (".json", "application/json"), (".csv", "text/csv"), (".geojson", "application/geo+json"), ("", "text/html") })
        {
            using HttpResponseMessage bySuffix = await desk.Visitor.GetAsync(new Uri(view + suffix, UriKind.Relative));
            using var request = new HttpRequestMessage(HttpMethod.Get, view) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue(mediaType) } } };
            using HttpResponseMessage byAccept = await desk.Visitor.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, bySuffix.StatusCode);
            Assert.Equal(mediaType, bySuffix.Content.Headers.ContentType!.MediaType);
            Assert.Equal(mediaType, byAccept.Content.Headers.ContentType!.MediaType);
            string text = await bySuffix.Content.ReadAsStringAsync();
            if (mediaType == "text/html") continue;
            Assert.Equal(text, await byAccept.Content.ReadAsStringAsync());
            if (mediaType.EndsWith("json", StringComparison.Ordinal)) JsonDocument.Parse(text).Dispose();
            else Assert.Contains("Gao", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_filter_of_an_address_holds_for_all_its_forms()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        Assert.Single(JsonDocument.Parse(await desk.Page("/events.json?country=SY")).RootElement.GetProperty("items").EnumerateArray());
        Assert.Single(JsonDocument.Parse(await desk.Page("/incidents.geojson?killed=5")).RootElement.GetProperty("features").EnumerateArray());
        Assert.Contains(">1 draft<", await desk.Page("/events?country=SY&lang=en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/events?from=yesterday")]
    [InlineData("/events?state=maybe")]
    [InlineData("/incidents.json?limit=0")]
    [InlineData("/incidents.json?after=nonsense")]
    [InlineData("/map?box=1,2,3")]
    [InlineData("/api/v1/facets/colour")]
    public async Task An_address_that_cannot_be_read_says_so(string address)
    {
        await using OpenDesk desk = await OpenDesk.Start();
        using HttpResponseMessage answer = await desk.Visitor.GetAsync(new Uri(address, UriKind.Relative));
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Pages_of_a_list_give_everything_once()
    {
        await using OpenDesk desk = await OpenDesk.Start(Enumerable.Range(0, 23).Select(i => Samples.Ambush("report-" + i.ToString(CultureInfo.InvariantCulture), 1 + (i % 5))));
        foreach (string list in new[] { "events", "incidents", "articles" })
        {
            var seen = new List<string>();
            string? after = null;
            do
            {
                using JsonDocument page = JsonDocument.Parse(await desk.Page($"/api/v1/{list}?limit=5" + (after is null ? "" : "&after=" + Uri.EscapeDataString(after))));
                seen.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => list == "events" ? item.GetProperty("event").GetProperty("id").GetString()! : item.GetProperty("id").GetString()!));
                after = page.RootElement.GetProperty("next").GetString();
            }
            while (after is not null);
            Assert.Equal(23, seen.Count);
            Assert.Equal(23, seen.Distinct().Count());
        }
    }

    [Fact]
    public async Task A_tag_spares_what_is_known_and_keeps_a_decision_from_what_was_not_seen()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        string address = "/api/v1/events/" + desk.Event("first").Event.Id;
        using HttpResponseMessage first = await desk.Visitor.GetAsync(new Uri(address, UriKind.Relative));
        EntityTagHeaderValue tag = first.Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await desk.Visitor.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Decide("{\"decision\":\"accept\",\"reason\":\"sure\"}")).StatusCode);
        using HttpResponseMessage stale = await Decide("{\"decision\":\"reject\"}");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("application/problem+json", stale.Content.Headers.ContentType!.MediaType);
        Assert.Equal(ReviewState.Accepted, desk.Event("first").State);
        Assert.Equal("sure", desk.Store.Decisions(null, 1)[0].Reason);

        async Task<HttpResponseMessage> Decide(string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address + "/decisions") { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { IfMatch = { tag } } };
            return await desk.Visitor.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_posted_text_is_coded_and_kept_where_that_is_asked_for()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        const string text = "{\"id\":\"posted\",\"title\":\"Ten soldiers killed in ambush near Gao\",\"text\":\"Gunmen ambushed an army convoy near Gao on Tuesday, killing ten soldiers, the ministry said.\",\"published\":\"2025-08-21\",\"language\":\"en\"";
        using HttpResponseMessage told = await Post(text + "}");
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        using JsonDocument record = JsonDocument.Parse(await told.Content.ReadAsStringAsync());
        Assert.NotEmpty(record.RootElement.GetProperty("events").EnumerateArray());
        Assert.Null(desk.Store.FindArticle("posted"));
        using HttpResponseMessage kept = await Post(text + ",\"keep\":true}");
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        Assert.NotEmpty(desk.Store.FindArticle("posted")!.Events);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post("{\"text\":\"Добрый день, это русский текст о погоде и больше ни о чём.\"}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post("{\"text\":")).StatusCode);

        async Task<HttpResponseMessage> Post(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            return await desk.Visitor.PostAsync(new Uri("/api/v1/articles", UriKind.Relative), content);
        }
    }

    [Fact]
    public async Task The_description_names_every_address_of_the_API_and_no_other()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        using JsonDocument description = JsonDocument.Parse(await desk.Page("/api/v1/openapi.json"));
        Assert.Equal("3.1.0", description.RootElement.GetProperty("openapi").GetString());
        string[] described = [.. description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => operation.Name + " " + path.Name)).Order()];
        string[] mapped = [.. Mapped().Matches(Repository.Read("src", "Vigie.Desk", "Api", "ApiHandlers.cs")).Select(match => match.Groups[1].Value.ToLowerInvariant() + " /api/v1" + match.Groups[2].Value.Replace(":long", "", StringComparison.Ordinal)).Order()];
        Assert.Equal(mapped, described);
        // Every reference leads to something that is described.
        string text = description.RootElement.GetRawText();
        foreach (Match reference in Reference().Matches(text))
            Assert.True(description.RootElement.GetProperty("components").GetProperty(reference.Groups[1].Value).TryGetProperty(reference.Groups[2].Value, out _), reference.Value);
    }

    [Fact]
    public async Task An_id_with_a_slash_or_a_suffix_is_found()
    {
        await using OpenDesk desk = await OpenDesk.Start([Samples.Ambush("2025/08/ambush.json", 4)]);
        string list = await desk.Page("/articles");
        string address = WebUtility.HtmlDecode(ArticleLink().Match(list).Groups[1].Value);
        Assert.Contains("Embuscade", await desk.Page(address), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"api\.Map(Get|Post)\(""([^""]+)""")]
    private static partial Regex Mapped();

    [GeneratedRegex(@"#/components/(\w+)/([\w-]+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"href=""(/articles/[^""]+)""")]
    private static partial Regex ArticleLink();
}
