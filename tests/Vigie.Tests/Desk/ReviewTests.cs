using System.Globalization;
using System.Net;
using Vigie.Events;
using Vigie.Store;
using Vigie.Tests.Store;
using Xunit;

namespace Vigie.Tests.Desk;

/// <summary>What a reviewer does, as forms without a module.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task Accepting_a_draft_keeps_it_and_goes_on_to_the_next()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent first = desk.Store.Events(new Filter { States = [ReviewState.Draft] }, Order.Worth, 1).Items[0];
        HttpResponseMessage answer = await desk.Send($"/events/{first.Event.Id}", $"/events/{first.Event.Id}/accept", ("version", Text(first.Version)));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(ReviewState.Accepted, desk.Store.FindEvent(first.Event.Id)!.State);
        string next = answer.Headers.Location!.ToString();
        Assert.StartsWith("/events/", next, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Event.Id + "?", next, StringComparison.Ordinal);
        string page = await desk.Page(next);
        Assert.Contains("data-key=\"u\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_draft_leads_back_to_the_queue()
    {
        await using OpenDesk desk = await OpenDesk.Start([Samples.Ambush("only", 4)]);
        StoredEvent only = desk.Event("only");
        HttpResponseMessage answer = await desk.Send($"/events/{only.Event.Id}", $"/events/{only.Event.Id}/reject", ("version", Text(only.Version)));
        Assert.StartsWith("/events?did=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Rejected, desk.Event("only").State);
    }

    [Fact]
    public async Task The_queue_is_walked_without_a_gap_and_without_a_repeat()
    {
        await using OpenDesk desk = await OpenDesk.Start(Enumerable.Range(0, 12).Select(i => Samples.Ambush("report-" + Text(i), 2 + i, confidence: 0.5 + (i * 0.03))));
        string[] expected = [.. desk.Store.Events(new Filter { States = [ReviewState.Draft] }, Order.Worth, 100).Items.Select(e => e.Event.Id)];
        var walked = new List<string>();
        string? address = $"/events/{expected[0]}";
        // Behind the last the way leads to those that were passed over: here to the first.
        while (address is not null && !walked.Contains(address["/events/".Length..].Split('?')[0]))
        {
            string page = await desk.Page(address);
            walked.Add(address["/events/".Length..].Split('?')[0]);
            int at = page.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal);
            address = at < 0 ? null : WebUtility.HtmlDecode(page[(at + 17)..page.IndexOf('"', at + 17)]);
        }
        Assert.Equal(expected, walked);
    }

    [Fact]
    public async Task The_second_of_two_reviewers_is_told_and_overwrites_nothing()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent seen = desk.Event("first");
        desk.Store.Decide(new EditEvent(seen.Ref, seen.Event with { Killed = new Count(20, 20, 20) }), "Awa");
        HttpResponseMessage answer = await desk.Send(
            $"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/edit", ("version", Text(seen.Version)), ("field", "killed"), ("low", "14"), ("best", "15"), ("high", "16"));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(20, desk.Event("first").Event.Killed!.Best);
        Assert.Contains("Awa", page, StringComparison.Ordinal);
        Assert.Contains("value=\"15\"", page, StringComparison.Ordinal);
        HttpResponseMessage accept = await desk.Send($"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/accept", ("version", Text(seen.Version)));
        Assert.Equal(HttpStatusCode.Conflict, accept.StatusCode);
        Assert.Equal(ReviewState.Draft, desk.Event("first").State);
    }

    [Fact]
    public async Task A_decision_is_taken_back()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent seen = desk.Event("first");
        await desk.Send($"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/reject", ("version", Text(seen.Version)));
        long number = desk.Store.Decisions(seen.Event.Id, 1)[0].Number;
        HttpResponseMessage answer = await desk.Send("/decisions", $"/decisions/{Text(number)}/undo");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith($"/events/{seen.Event.Id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Draft, desk.Event("first").State);
    }

    [Theory]
    [InlineData("date", "start=2025-08-18&end=2025-08-19&precision=day")]
    [InlineData("killed", "low=3&best=4&high=")]
    [InlineData("injured", "low=&best=7&high=")]
    [InlineData("event", "sub_event_type=Attack")]
    [InlineData("status", "status=alleged&focus=background")]
    [InlineData("actor:1", "text=l'armée&role=victim&kind=state")]
    [InlineData("actor:new", "text=un élu&role=supporter&kind=civilians")]
    [InlineData("weapon", "weapon=drone&weapon=artillery")]
    [InlineData("source", "source=un élu%0Aun témoin")]
    [InlineData("place", "place=Ansongo&place_id=")]
    public async Task A_field_is_corrected_and_all_else_stays(string field, string values)
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent seen = desk.Event("first");
        (string, string)[] fields = [.. values.Split('&').Select(pair => (pair.Split('=')[0], Uri.UnescapeDataString(pair.Split('=')[1])))];
        HttpResponseMessage answer = await desk.Send($"/events/{seen.Event.Id}?edit={field}", $"/events/{seen.Event.Id}/edit", [("version", Text(seen.Version)), ("field", field), .. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        Event to = desk.Event("first").Event;
        Event expected = field switch
        {
            "date" => seen.Event with { Date = new TimeRange(new(2025, 8, 18), new(2025, 8, 19), TimePrecision.Day) },
            "killed" => seen.Event with { Killed = new Count(3, null, 4) },
            "injured" => seen.Event with { Injured = new Count(null, null, 7) },
            "event" => seen.Event with { EventType = "Violence against civilians", SubEventType = "Attack" },
            "status" => seen.Event with { Status = Status.Alleged, Focus = Focus.Background },
            "actor:1" => seen.Event with { Actors = [seen.Event.Actors[0], seen.Event.Actors[1] with { Role = "victim" }] },
            "actor:new" => seen.Event with { Actors = [.. seen.Event.Actors, new Actor("un élu", null, null, "supporter", "civilians")] },
            "weapon" => seen.Event with { Weapons = ["artillery", "drone"] },
            "source" => seen.Event with { Sources = ["un élu", "un témoin"] },
            _ => seen.Event with { Place = to.Place },
        };
        Assert.Equal(Vigie.Store.Records.EventJson.Text(expected), Vigie.Store.Records.EventJson.Text(to));
        if (field == "place") Assert.Equal(("Ansongo", "ML"), (to.Place!.Name, to.Place.Country));
    }

    [Theory]
    [InlineData("date", "start=yesterday")]
    [InlineData("date", "start=2025-08-19&end=2025-08-18")]
    [InlineData("killed", "low=9&best=3")]
    [InlineData("killed", "low=many")]
    [InlineData("event", "sub_event_type=Picnic")]
    [InlineData("place", "place=???&place_id=")]
    [InlineData("actor:7", "text=x&role=target&kind=state")]
    [InlineData("actor:0", "text=x&role=king&kind=state")]
    [InlineData("killed", "low=3&passage=not in the text at all")]
    [InlineData("id", "id=other")]
    public async Task What_makes_no_sense_is_said_and_changes_nothing(string field, string values)
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent seen = desk.Event("first");
        (string, string)[] fields = [.. values.Split('&').Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))];
        HttpResponseMessage answer = await desk.Send($"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/edit", [("version", Text(seen.Version)), ("field", field), .. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(seen.Version, desk.Event("first").Version);
    }

    [Fact]
    public async Task Marked_words_become_the_evidence_of_a_field()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent seen = desk.Event("first");
        await desk.Send($"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/edit", ("version", Text(seen.Version)), ("field", "killed"), ("best", "12"), ("passage", " soldats ont été tués "), ("passage_start", ""));
        Evidence proof = desk.Event("first").Event.Evidence.Single(proof => proof.Field == "killed");
        Assert.Equal("soldats ont été tués", proof.Text);
        Assert.Equal(proof.Text, proof.Span.Of(desk.Store.FindArticle("first")!.Article.FullText));
    }

    [Fact]
    public async Task Taking_a_party_away_moves_the_evidence_of_those_behind_it_up()
    {
        ArticleRecord record = Samples.Ambush("first", 12);
        Event e = record.Events[0];
        e = e with { Evidence = [.. e.Evidence, Samples.Proof(record.Article, "actor:0", "Des hommes armés"), Samples.Proof(record.Article, "actor:1", "l'armée")] };
        await using OpenDesk desk = await OpenDesk.Start([record with { Events = [e] }]);
        StoredEvent seen = desk.Event("first");
        await desk.Send($"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/edit", ("version", Text(seen.Version)), ("field", "actor:0"), ("remove", "1"));
        Event to = desk.Event("first").Event;
        Assert.Equal("l'armée", Assert.Single(to.Actors).Text);
        Assert.Equal("l'armée", to.Evidence.Single(proof => proof.Field == "actor:0").Text);
    }

    [Fact]
    public async Task One_event_is_split_in_two_and_two_are_merged_into_one()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent seen = desk.Event("first");
        await desk.Send($"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/split", ("version", Text(seen.Version)), ("sub_event_type", "Attack"));
        IReadOnlyList<StoredEvent> parts = desk.Store.FindArticle("first")!.Events;
        Assert.Equal(["Armed clash", "Attack"], parts.Select(part => part.Event.SubEventType));
        await desk.Send(
            $"/events/{seen.Event.Id}", $"/events/{seen.Event.Id}/merge", ("version", Text(parts[0].Version)), ("other", $"{Text(parts[1].Version)} {parts[1].Event.Id}"));
        Assert.Equal(ReviewState.Merged, desk.Store.FindEvent(parts[1].Event.Id)!.State);
    }

    [Fact]
    public async Task A_place_is_searched_without_a_module()
    {
        await using OpenDesk desk = await OpenDesk.Start();
        StoredEvent seen = desk.Event("first");
        HttpResponseMessage answer = await desk.Send(
            $"/events/{seen.Event.Id}?edit=place", $"/events/{seen.Event.Id}/edit", ("version", Text(seen.Version)), ("field", "place"), ("place", "Tombouctou"), ("search", "1"));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("type=\"radio\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Tombouctou\"", page, StringComparison.Ordinal);
        Assert.Equal(seen.Version, desk.Event("first").Version);
    }

    [Fact]
    public async Task An_incident_is_joined_chosen_from_and_split()
    {
        await using OpenDesk desk = await OpenDesk.Start([Samples.Ambush("a", 12), Samples.Ambush("b", 9, "Journal du Sud")]);
        StoredIncident a = desk.Store.FindIncident(desk.Event("a").IncidentId)!, b = desk.Store.FindIncident(desk.Event("b").IncidentId)!;
        Assert.NotEqual(a.Id, b.Id);
        await desk.Send($"/incidents/{a.Id}", $"/incidents/{a.Id}/merge", ("version", Text(a.Version)), ("other", b.Id));
        a = desk.Store.FindIncident(a.Id)!;
        Assert.Equal(2, a.Events.Count);
        string page = await desk.Page($"/incidents/{a.Id}");
        Assert.Contains("class=\"differs\"", page, StringComparison.Ordinal);
        string claim = Resolutions.Claims(a).Single(claim => claim.ArticleId == "b" && claim.Field == ClaimFields.Killed).Id;
        await desk.Send($"/incidents/{a.Id}", $"/incidents/{a.Id}/choose", ("version", Text(a.Version)), ("field", "killed"), ("claims", claim));
        a = desk.Store.FindIncident(a.Id)!;
        Assert.Equal([claim], a.Choices["killed"]);
        await desk.Send($"/incidents/{a.Id}", $"/incidents/{a.Id}/split", ("version", Text(a.Version)), ("event", desk.Event("b").Event.Id));
        Assert.Single(desk.Store.FindIncident(a.Id)!.Events);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
