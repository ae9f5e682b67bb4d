using NodaTime;
using Vigie.Events;
using Vigie.Store;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Store;

/// <summary>What is found, in every store.</summary>
public abstract class SearchContract : ReviewContract
{
    [Fact]
    public void Every_filter_selects_what_it_asks_for()
    {
        Store.Add(
            [
                Samples.Ambush("mali", 12),
                Samples.Ambush("syria", 3, "Sham News", Samples.Hasakah, new LocalDate(2024, 2, 1), 0.3),
            ],
            Samples.Coder);
        Store.Decide(new AcceptEvent(new VersionedId("syria-1", 1)), "anna");
        AssertFinds(["mali", "syria"], Filter.All);
        AssertFinds(["mali"], new Filter { From = Samples.Day });
        AssertFinds(["syria"], new Filter { To = Samples.Day.PlusDays(-1) });
        AssertFinds(["mali"], new Filter { Box = new Box(-1, 16, 1, 17) });
        AssertFinds(["mali", "syria"], new Filter { Box = new Box(-180, -90, 180, 90) });
        AssertFinds(["syria"], new Filter { Box = new Box(30, 0, -170, 80) });
        AssertFinds(["syria"], new Filter { Countries = ["SY", "IQ"] });
        AssertFinds(["mali", "syria"], new Filter { EventTypes = ["Battles"] });
        AssertFinds([], new Filter { SubEventTypes = ["Attack"] });
        AssertFinds(["mali", "syria"], new Filter { Actors = ["mali-armed-forces"] });
        AssertFinds(["mali", "syria"], new Filter { Actors = ["des Hommes ARMES"], Statuses = [Status.Asserted] });
        AssertFinds(["mali", "syria"], new Filter { ActorKinds = ["state"] });
        AssertFinds([], new Filter { Actors = ["nobody"] });
        AssertFinds(["mali", "syria"], new Filter { Languages = ["fr"] });
        AssertFinds(["syria"], new Filter { Outlets = ["Sham News"] });
        AssertFinds([], new Filter { MinimumSources = 2 });
        AssertFinds(["mali"], new Filter { MinimumKilled = 12 });
        AssertFinds(["mali"], new Filter { MinimumConfidence = 0.5 });
        AssertFinds(["syria"], new Filter { States = [ReviewState.Accepted] });
        AssertFinds(["mali"], new Filter { States = [ReviewState.Draft] });
        AssertFinds([], new Filter { Focus = Focus.Background });
        AssertFinds([], new Filter { DisagreeingOnly = true });
        AssertFinds(["mali"], new Filter { Countries = ["ML"], Text = "convoi", From = Samples.Day, MinimumKilled = 1 });
    }

    [Fact]
    public void Events_without_a_day_are_found_but_by_no_day()
    {
        ArticleRecord record = Samples.Ambush("a", 1);
        Store.Add([record with { Events = [record.Events[0] with { Date = TimeRange.Unknown, Place = null }] }], Samples.Coder);
        AssertFinds(["a"], Filter.All);
        AssertFinds([], new Filter { To = new LocalDate(2100, 1, 1) });
        AssertFinds([], new Filter { From = new LocalDate(1900, 1, 1) });
    }

    [Theory]
    [InlineData("embuscade", true)]
    [InlineData("EMBUSCADE", true)]
    [InlineData("armes", true)]
    [InlineData("\"hommes armés\"", true)]
    [InlineData("\"armés hommes\"", false)]
    [InlineData("embus*", true)]
    [InlineData("embus", false)]
    [InlineData("convoi -soldats", false)]
    [InlineData("convoi -char", true)]
    [InlineData("convoi avion", false)]
    [InlineData("armée", true)]
    [InlineData("Hassaké", true)]
    [InlineData("hasakeh", true)]
    [InlineData("\" OR * ) (", false)]
    [InlineData("\" * ) (", true)]
    [InlineData("words : \"x\" NEAR(", false)]
    [InlineData("", true)]
    public void Words_are_found_however_they_are_written(string query, bool found)
    {
        Store.Add([Samples.Ambush("a", 2, place: Samples.Hasakah)], Samples.Coder);
        AssertFinds(found ? ["a"] : [], new Filter { Text = query });
    }

    [Theory]
    [InlineData("القوات", true)]
    [InlineData("قوات", true)]
    [InlineData("إنفجار", true)]
    [InlineData("انفجار", true)]
    [InlineData("مدينه", true)]
    [InlineData("مُدُن", false)]
    public void Arabic_words_are_found_in_all_their_forms(string query, bool found)
    {
        var article = new Article("a", "انفجار في المدينة", "قالت القوّات إن عبوة انفجرت صباحاً.", "ar", Samples.Day);
        Store.Add([new ArticleRecord(article, [Samples.Event("e", article, Samples.Hasakah, Samples.Day, 1) with { Evidence = [] }])], Samples.Coder);
        AssertFinds(found ? ["a"] : [], new Filter { Text = query });
    }

    [Theory]
    [InlineData(Order.Newest)]
    [InlineData(Order.Oldest)]
    [InlineData(Order.Worth)]
    [InlineData(Order.Added)]
    public void Pages_give_every_row_once_and_in_order(Order order)
    {
        ArticleRecord[] records = [.. Enumerable.Range(0, 23).Select(i => Samples.Ambush("a" + i, i % 5, day: Samples.Day.PlusDays(i % 4), confidence: 0.1 * (i % 7)))];
        Store.Add(records, Samples.Coder);
        foreach (Filter filter in new[] { Filter.All, new Filter { Countries = ["ML"], Text = "soldats" } })
        {
            List<StoredEvent> events = [];
            for (string? after = null; ;)
            {
                Batch<StoredEvent> page = Store.Events(filter, order, 5, after);
                events.AddRange(page.Items);
                if ((after = page.Next) is null) break;
            }
            Assert.Equal(23, events.Select(e => e.Event.Id).Distinct().Count());
            Assert.Equal(23, events.Count);
            if (order == Order.Worth) Assert.Equal(events.Select(e => e.Worth).OrderDescending(), events.Select(e => e.Worth));
            if (order == Order.Newest) Assert.Equal(events.Select(e => e.Event.Date.Start).OrderDescending(), events.Select(e => e.Event.Date.Start));
            if (order == Order.Oldest) Assert.Equal(events.Select(e => e.Event.Date.Start).Order(), events.Select(e => e.Event.Date.Start));

            List<string> incidents = [];
            for (string? after = null; ;)
            {
                Batch<StoredIncident> page = Store.Incidents(filter, order, 5, after);
                incidents.AddRange(page.Items.Select(incident => incident.Id));
                if ((after = page.Next) is null) break;
            }
            Assert.Equal(23, incidents.Distinct().Count());
            Assert.Equal(23, incidents.Count);
        }
        Assert.Throws<ArgumentException>(() => Store.Events(Filter.All, order, 5, "nonsense"));
    }

    [Fact]
    public void Facets_count_incidents()
    {
        Store.Add(
            [
                Samples.Ambush("a", 12, day: new LocalDate(2025, 8, 20)),
                Samples.Ambush("b", 3, day: new LocalDate(2025, 8, 24)),
                Samples.Ambush("c", 1, "Sham News", Samples.Hasakah, new LocalDate(2025, 8, 25)),
            ],
            Samples.Coder);
        Assert.Equal([new FacetCount("ML", 2, 15, 15), new FacetCount("SY", 1, 1, 1)], Store.Count(Filter.All, Facet.Country));
        Assert.Equal([new FacetCount("2025-08-18", 2, 15, 15), new FacetCount("2025-08-25", 1, 1, 1)], Store.Count(Filter.All, Facet.Week));
        Assert.Equal([new FacetCount("2025-08", 3, 16, 16)], Store.Count(Filter.All, Facet.Month));
        Assert.Contains(new FacetCount("Malian Armed Forces", 3, 16, 16), Store.Count(Filter.All, Facet.Actor));
        Assert.Equal(new FacetCount("Radio Fleuve", 2, 15, 15), Store.Count(Filter.All, Facet.Outlet)[0]);
        Assert.Equal([new FacetCount("Battles", 1, 1, 1)], Store.Count(new Filter { Countries = ["SY"] }, Facet.EventType));
        foreach (Facet facet in Enum.GetValues<Facet>()) Assert.NotEmpty(Store.Count(Filter.All, facet));
    }

    [Fact]
    public void Everything_can_be_read_as_a_stream()
    {
        ArticleRecord[] records = [.. Enumerable.Range(0, 1203).Select(i => Samples.Ambush("a" + i, i % 5, place: i % 3 == 0 ? Samples.Hasakah : null))];
        Store.Add(records, Samples.Coder);
        Assert.Equal(records.Select(record => record.Article.Id), Store.ReadArticles(Filter.All).Select(article => article.Article.Id));
        Assert.Equal(401, Store.ReadArticles(new Filter { Countries = ["SY"] }).Count());
        Assert.Equal(401, Store.ReadIncidents(new Filter { Countries = ["SY"] }).Sum(incident => incident.Events.Count));
        Assert.Equal(1203, Store.ReadOutlines(Filter.All).Count());
        Assert.Equal(1203, Store.CountIncidents(Filter.All));
    }

    private void AssertFinds(string[] articles, Filter filter)
    {
        Assert.Equal(articles.Order(), Store.Events(filter, Order.Newest, 100).Items.Select(e => e.ArticleId).Order());
        Assert.Equal(articles.Order(), Store.Incidents(filter, Order.Newest, 100).Items.SelectMany(incident => incident.Events).Select(e => e.ArticleId).Order());
        Assert.Equal(articles.Length, Store.CountEvents(filter));
        Assert.Equal(articles.Length, Store.CountIncidents(filter));
        Assert.Equal(articles.Order(), Store.ReadIncidents(filter).SelectMany(incident => incident.Events).Select(e => e.ArticleId).Order());
        Assert.Equal(articles.Length, Store.ReadOutlines(filter).Count());
        Assert.Equal(articles.Order(), Store.Articles(filter, 100).Items.Select(article => article.Article.Id).Order());
    }
}
