using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using CsCheck;
using Vigie.Desk;
using Vigie.Desk.Texts;
using Vigie.Events;
using Vigie.Store;
using Vigie.Tests.Store;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Desk;

/// <summary>Texts come from strangers, and so may requests.</summary>
public sealed partial class SafetyTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202Egnp.exe\u202C\u2066x\u001B[2J";

    private static readonly string[] Views = ["/events", "/incidents", "/articles", "/map", "/decisions", "/help", "/you"];

    [Fact]
    public async Task Every_page_forbids_what_it_does_not_need()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent first = desk.Event("first");
        foreach (string view in Views.Concat([$"/events/{first.Event.Id}", $"/events/{first.Event.Id}?edit=place", $"/incidents/{first.IncidentId}", "/articles/first", "/nowhere"]))
        {
            using HttpResponseMessage answer = await desk.Visitor.GetAsync(new Uri(view, UriKind.Relative));
            string policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", string.Join(' ', answer.Headers.GetValues("Referrer-Policy")));
            string page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("""<script(?![^>]*\ssrc="/assets/)""", page);
            Assert.DoesNotMatch(@"\sstyle=|\son[a-z]+=|javascript:|<style", page);
            Assert.DoesNotMatch("""(?:src|action)="(?:https?:)?//""", page);
        }
    }

    [Fact]
    public async Task A_hostile_article_is_shown_and_does_not_act()
    {
        var article = new Article(Hostile, Hostile + " titre", Hostile + " texte", "fr", Samples.Day, Hostile, "javascript:alert(3)");
        Event e = Samples.Event("hostile", article, Samples.Gao with { Name = Hostile, Reason = Hostile }, Samples.Day, 3) with { Evidence = [new Evidence("event", new Span(0, Hostile.Length), Hostile)], Actors = [new Actor(Hostile, Hostile, null, "target", "state")], Sources = [Hostile] };
        await using OpenDesk desk = await OpenDesk.Start([new ArticleRecord(article, [e])]);
        StoredEvent stored = desk.Store.Events(Filter.All, Order.Worth, 1).Items[0];
        foreach (string view in Views.Take(5).Concat([$"/events/{stored.Event.Id}", $"/incidents/{stored.IncidentId}", "/articles/" + Uri.EscapeDataString(stored.ArticleId)]))
        {
            using HttpResponseMessage answer = await desk.Visitor.GetAsync(new Uri(view, UriKind.Relative));
            string page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"javascript:", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("[\u202A-\u202E\u0000\u001B]", WebUtility.HtmlDecode(page));
        }
    }

    [Fact]
    public async Task A_line_of_five_megabytes_is_cut_and_the_page_stays_small()
    {
        var article = new Article("long", "Long", new string('x', 5_000_000) + " 3 soldats", "fr", Samples.Day);
        Event e = Samples.Event("long-1", article, Samples.Gao, Samples.Day, 3) with { Evidence = [Samples.Proof(article, "killed", "3 soldats")] };
        await using OpenDesk desk = await OpenDesk.Start([new ArticleRecord(article, [e])]);
        string page = await desk.Page("/events/" + desk.Event("long").Event.Id);
        Assert.InRange(page.Length, MarkedText.Longest, MarkedText.Longest + 100_000);
        Assert.Contains("200,000", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_or_of_nobody_changes_nothing()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent first = desk.Event("first");
        var accept = new Uri($"/events/{first.Event.Id}/accept", UriKind.Relative);
        using var bare = new FormUrlEncodedContent([KeyValuePair.Create("version", "1")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Visitor.PostAsync(accept, bare)).StatusCode);
        using var crossing = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/events/{first.Event.Id}/decisions") { Content = new StringContent("{\"decision\":\"accept\",\"version\":1}", Encoding.UTF8, "application/json") };
        crossing.Headers.Add("Origin", "https://example.org");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Visitor.SendAsync(crossing)).StatusCode);
        using var fetched = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/events/{first.Event.Id}/decisions") { Content = new StringContent("{\"decision\":\"accept\",\"version\":1}", Encoding.UTF8, "application/json") };
        fetched.Headers.Add("Sec-Fetch-Site", "same-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Visitor.SendAsync(fetched)).StatusCode);
        using var plain = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/events/{first.Event.Id}/decisions") { Content = new StringContent("{\"decision\":\"accept\",\"version\":1}", Encoding.UTF8, "text/plain") };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await desk.Visitor.SendAsync(plain)).StatusCode);
        Assert.Equal(ReviewState.Draft, desk.Event("first").State);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("vigie.attacker.test:80")]
    [InlineData("10.0.0.1")]
    public async Task A_stranger_s_name_that_leads_here_is_refused(string host)
    {
        await using OpenDesk desk = await OpenDesk.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events") { Headers = { Host = host } };
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Visitor.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task An_address_that_others_reach_is_refused()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        await Assert.ThrowsAsync<ArgumentException>(() => DeskServer.Start(new DeskOptions(IPAddress.Any, 0), desk.Store, DataFolder.BesideProgram));
    }

    [Theory]
    [InlineData("/assets/../Vigie.Desk.dll")]
    [InlineData("/assets/..%2fdata%2fgazetteer%2fcountries.tsv")]
    [InlineData("/assets/desk.css%00")]
    [InlineData("/assets/")]
    public async Task A_file_s_address_leads_to_no_other_file(string address)
    {
        await using OpenDesk desk = await OpenDesk.Start();
        using HttpResponseMessage answer = await desk.Visitor.GetAsync(new Uri(address, UriKind.Relative));
        Assert.InRange((int)answer.StatusCode, 400, 404);
    }

    [Fact]
    public void Text_without_what_acts_is_as_long_as_it_was() =>
        Gen.OneOf(Gen.String[0, 8], Gen.String[Gen.Char["\u202E\u2066\0\u200D\nب\uD83D"], 0, 4]).Array[0, 10].Select(string.Concat).Sample(text =>
        {
            string safe = SafeText.Of(text);
            return safe.Length == text.Length && !safe.Any(c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u0000' or '\u001B') && SafeText.Of(safe) == safe;
        });

    [Fact]
    public void Marked_text_is_the_text_and_every_mark_is_a_passage()
    {
        Gen<string> texts = Gen.String[Gen.Char["abcdef<&\"\n ب\u202E"], 1, 80];
        Gen<(int, int, int)[]> marks = Gen.Select(Gen.Int[0, 80], Gen.Int[0, 30], Gen.Int[0, 3]).Array[0, 6];
        string[] fields = ["event", "date", "place", "actor:0"];
        HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);
        Gen.Select(texts, marks).Sample((text, places) =>
        {
            Evidence[] evidence = [.. places.Where(mark => mark.Item1 < text.Length).Select(mark => new Span(mark.Item1, Math.Min(text.Length, mark.Item1 + mark.Item2))).Select((span, i) => new Evidence(fields[places[i].Item3], span, span.Of(text)))];
            string html = MarkedText.Html(text, evidence, new HashSet<int>(), "ltr", encoder);
            string shown = string.Concat(Line().Matches(html).Select(line => WebUtility.HtmlDecode(Tag().Replace(line.Groups[1].Value, "")) + "\n"));
            string expected = string.Concat(text.Split('\n').Where(line => line.Length > 0).Select(line => SafeText.Of(line) + "\n"));
            foreach (Evidence proof in evidence)
            {
                // The pieces of a field, put together, hold each of its passages; line ends are not shown.
                string pieces = string.Concat(Piece(html, MarkedText.Id(proof.Field)));
                if (!pieces.Contains(SafeText.Of(proof.Text).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal) && evidence.Count(other => other.Field == proof.Field) == 1) return false;
            }
            return shown == expected;
        });
    }

    private static IEnumerable<string> Piece(string html, string field) =>
        Regex.Matches(html, $"""<(a|span) [^>]*data-fields="(?:[^"]* )?{field}(?: [^"]*)?"[^>]*>(.*?)</\1>""", RegexOptions.Singleline).Select(match => WebUtility.HtmlDecode(Tag().Replace(match.Groups[2].Value, "")));

    [GeneratedRegex("<(?:p|h1)[^>]*>(.*?)</(?:p|h1)>", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
