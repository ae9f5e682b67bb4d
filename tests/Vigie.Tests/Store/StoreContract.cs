using Vigie.Events;
using Vigie.Store;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Store;

/// <summary>What every store does, whatever lies below it.</summary>
public abstract class StoreContract : IDisposable
{
    private readonly Lazy<IStore> opened;

    protected StoreContract() => opened = new Lazy<IStore>(Open);

    private protected IStore Store => opened.Value;

    /// <summary>An empty store.</summary>
    private protected abstract IStore Open();

    [Fact]
    public void An_article_comes_out_as_it_went_in()
    {
        ArticleRecord record = Samples.Ambush("a", 12);
        Added added = Store.Add([record], Samples.Coder);
        Assert.Equal((1, 0, 0, 1), (added.New, added.Unchanged, added.Recoded, added.Events));

        StoredArticle article = Store.FindArticle("a")!;
        Assert.Equal(record.Article, article.Article);
        StoredEvent stored = Assert.Single(article.Events);
        AssertSame(record.Events[0], stored.Event);
        Assert.Equal((ReviewState.Draft, 1, Samples.Coder), (stored.State, stored.Version, stored.Coding));
        AssertSame(stored.Event, Store.FindEvent("a-1")!.Event);
        Assert.Null(Store.FindArticle("b"));
    }

    [Fact]
    public void The_same_article_again_changes_nothing()
    {
        Store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 3)], Samples.Coder);
        Added again = Store.Add([Samples.Ambush("b", 3), Samples.Ambush("a", 12), Samples.Ambush("c", 1), Samples.Ambush("c", 1)], Samples.Coder);
        Assert.Equal((1, 3, 0, 1), (again.New, again.Unchanged, again.Recoded, again.Events));
        Assert.Equal(3, Store.CountEvents(Filter.All));
    }

    [Fact]
    public void Another_text_of_the_same_id_is_kept_beside_the_first()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Added added = Store.Add([Samples.Ambush("a", 15)], Samples.Coder);
        string renamed = Assert.Single(added.Renamed);
        Assert.StartsWith("a~", renamed, StringComparison.Ordinal);
        Assert.Equal("a", Store.FindArticle(renamed)!.Previous);
        Assert.Equal(12, Store.FindArticle("a")!.Events[0].Event.Killed!.Best);
        Assert.Equal(15, Store.FindArticle(renamed)!.Events[0].Event.Killed!.Best);
        Assert.Equal((0, 1), (Store.Add([Samples.Ambush("a", 15)], Samples.Coder) is var again ? again.New : -1, again.Unchanged));
    }

    [Fact]
    public void Copies_of_one_text_keep_an_event_each()
    {
        ArticleRecord first = Samples.Ambush("a", 12), copy = first with { Article = first.Article with { Id = "b", Source = "Other" } };
        Store.Add([first], Samples.Coder);
        Store.Add([copy], Samples.Coder);
        Assert.NotEqual(Store.FindArticle("a")!.Events[0].Event.Id, Store.FindArticle("b")!.Events[0].Event.Id);
        Assert.Equal(2, Store.CountIncidents(Filter.All));
    }

    [Fact]
    public void What_a_database_cannot_keep_is_made_plain_without_moving_an_offset()
    {
        var article = new Article("a", "Broken", "before \0 and \ud800 after: an attack");
        ArticleRecord record = new(article, [Samples.Event("e", article, Samples.Gao, Samples.Day, 1) with { Evidence = [Samples.Proof(article, "event", "an attack")] }]);
        Store.Add([record], Samples.Coder);
        StoredArticle kept = Store.FindArticle("a")!;
        Assert.Equal("before \uFFFD and \uFFFD after: an attack", kept.Article.Text);
        Evidence proof = Assert.Single(kept.Events[0].Event.Evidence);
        Assert.Equal(proof.Text, proof.Span.Of(kept.Article.FullText));
    }

    [Fact]
    public void A_page_is_kept_to_the_byte_with_its_log()
    {
        byte[] bytes = [0, 1, 2, 255, 10, 13, 0];
        var page = new Page("x.html", bytes, "https://example.org/x", "text/html", NodaTime.Instant.FromUtc(2025, 8, 20, 10, 0));
        Assert.True(Store.AddPage(page, "collector 0.1"));
        Assert.False(Store.AddPage(page, "collector 0.1"));
        Store.NoteCustody(page.Sha256(), CustodyAction.Verified, "anna");
        Page kept = Store.FindPage(page.Sha256())!;
        Assert.Equal(bytes, kept.Bytes.ToArray());
        Assert.Equal(page with { Bytes = kept.Bytes }, kept);
        Assert.Equal([CustodyAction.Collected, CustodyAction.Collected, CustodyAction.Verified], Store.Custody(page.Sha256()).Select(entry => entry.Action));
        Assert.Null(Store.FindPage("00"));
    }

    [Fact]
    public void A_deleted_article_leaves_tombstones_and_nothing_of_what_it_said()
    {
        Store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 3)], Samples.Coder);
        Store.Decide(new AcceptEvent(Store.FindEvent("a-1")!.Ref), "anna");
        Assert.True(Store.DeleteArticle("a", "anna", "a source is in danger"));
        Assert.False(Store.DeleteArticle("a", "anna", "again"));
        Assert.Null(Store.FindArticle("a"));
        Assert.Null(Store.FindEvent("a-1"));
        Assert.Equal(1, Store.CountIncidents(Filter.All));
        Assert.DoesNotContain(Store.Events(new Filter { Text = "embuscade" }, Order.Newest, 10).Items, e => e.ArticleId == "a");
        Assert.Equal([("event", "a-1"), ("article", "a")], Store.Tombstones().Select(stone => (stone.Subject, stone.Id)));
        Decision decision = Assert.Single(Store.Decisions("a-1", 10));
        Assert.Null(decision.Changes[0].Before);
        Assert.Throws<ProposalException>(() => Store.Decide(new UndoDecision(decision.Number), "anna"));
    }

    [Fact]
    public void Filters_and_feeds_are_kept_under_their_names()
    {
        var filter = new SavedFilter("Mali", new Filter { Countries = ["ML"], From = Samples.Day, Box = new Box(-10, 10, 5, 25), States = [ReviewState.Accepted] }, 7, "https://example.org/hook");
        Store.SaveFilter(filter);
        Store.SaveFilter(filter with { Seen = 9 });
        SavedFilter kept = Assert.Single(Store.SavedFilters());
        Assert.Equal(9, kept.Seen);
        Assert.Equal(Vigie.Store.Records.FilterJson.Text(filter.Filter), Vigie.Store.Records.FilterJson.Text(kept.Filter));
        Assert.True(Store.RemoveFilter("Mali"));
        Assert.False(Store.RemoveFilter("Mali"));

        var feed = new Feed("https://example.org/rss", "News", null, NodaTime.Instant.FromUtc(2025, 1, 1, 0, 0), null, null, null, 0);
        Store.SaveFeed(feed);
        Store.SaveFeed(feed with { Checked = feed.Due, ETag = "\"x\"", Failure = "timed out", Failures = 2 });
        Assert.Equal(feed with { Checked = feed.Due, ETag = "\"x\"", Failure = "timed out", Failures = 2 }, Assert.Single(Store.Feeds()));
        Assert.True(Store.RemoveFeed(feed.Address));
    }

    [Fact]
    public void A_sound_store_has_nothing_to_say()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Assert.Empty(Store.Check());
    }

    public void Dispose()
    {
        if (opened.IsValueCreated) opened.Value.Dispose();
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Records of lists have no equality of their own.</summary>
    private protected static void AssertSame(Event expected, Event actual) => Assert.Equal(Vigie.Store.Records.EventJson.Text(expected), Vigie.Store.Records.EventJson.Text(actual));
}
