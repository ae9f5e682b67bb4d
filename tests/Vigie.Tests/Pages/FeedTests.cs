using System.Text;
using Vigie.Text;
using Vigie.Text.Pages;
using Vigie.Text.Pages.Feeds;
using Xunit;

namespace Vigie.Tests.Pages;

/// <summary>Feeds as they should be and as they are sent.</summary>
public sealed class FeedTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>Le Courrier du Fleuve</title><link>https://courrier.example/</link><language>fr-ML</language>
        <item><title>Attaque &amp; exode : le <![CDATA[<b>village</b>]]> vidé</title><link>https://courrier.example/a</link><guid isPermaLink="false">77</guid>
        <pubDate>Fri, 14 Mar 2025 09:42:00 +0100</pubDate><dc:creator>Awa Koulibaly</dc:creator><category>Sécurité</category>
        <description>Court résumé.</description><content:encoded><![CDATA[<p>Des hommes armés ont attaqué.</p><p>Neuf morts.</p>]]></content:encoded>
        <media:content url="https://courrier.example/a.jpg" medium="image"><media:title>Une photo</media:title></media:content></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">The Savannah Herald &lt;live&gt;</title><link rel="self" href="https://h.example/feed"/><link href="https://h.example/"/>
        <entry><title type="html">Raid on &lt;em&gt;Dandara&lt;/em&gt;</title><id>urn:1</id><link rel="alternate" href="https://h.example/1"/><published>2025-02-11T07:30:00Z</published><updated>2025-02-11T09:00:00Z</updated>
        <author><name>Musa Ibrahim</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Armed men came.</p><p>They left.</p></div></content></entry></feed>
        """;

    [Fact]
    public void Rss_is_read()
    {
        Feed feed = Read(Rss);
        Assert.Equal((FeedKind.Rss, "Le Courrier du Fleuve", "https://courrier.example/", "fr-ML"), (feed.Kind, feed.Title, feed.Link, feed.Language));
        FeedEntry entry = Assert.Single(feed.Entries);
        Assert.Equal(("77", "Attaque & exode : le village vidé", "https://courrier.example/a"), (entry.Id, entry.Title, entry.Link));
        Assert.Equal("2025-03-14T09:42:00+01:00", entry.Published?.ToString());
        Assert.Equal(["Awa Koulibaly"], entry.Authors);
        Assert.Equal(["Sécurité"], entry.Categories);
        Assert.Equal("https://courrier.example/a.jpg", entry.Image);
        Assert.StartsWith("<p>Des hommes", entry.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Atom_is_read()
    {
        Feed feed = Read(Atom);
        Assert.Equal((FeedKind.Atom, "The Savannah Herald <live>", "https://h.example/", "en"), (feed.Kind, feed.Title, feed.Link, feed.Language));
        FeedEntry entry = Assert.Single(feed.Entries);
        Assert.Equal(("urn:1", "Raid on Dandara", "https://h.example/1"), (entry.Id, entry.Title, entry.Link));
        Assert.Equal(("2025-02-11T07:30:00Z", "2025-02-11T09:00:00Z"), (entry.Published?.ToString(), entry.Updated?.ToString()));
    }

    [Fact]
    public void The_articles_of_a_feed_are_lines_of_text()
    {
        IReadOnlyList<NamedArticle> articles = PageSample.Contents.Read(new Page("feed.xml", Encoding.UTF8.GetBytes(Rss)));
        NamedArticle article = Assert.Single(articles);
        Assert.Equal(("feed.xml-1", "Des hommes armés ont attaqué.\nNeuf morts.", "fr"), (article.Id, article.Article.Text, article.Article.Language));
    }

    [Theory]
    [InlineData("<rss><channel><title>Caf&eacute; &nbsp;news</title><item><title>A & B</title></item></channel></rss>", "Café news", "A & B")]
    [InlineData("<rss version='0.91'><channel><title>T</title><item><title>One<item><title>Two</title></item></channel>", "T", "One")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel><item rdf:about='x'><title>One</title></item></rdf:RDF>", "T", "One")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title><a:entry><a:title>One</a:title></a:entry></a:feed>", "T", "One")]
    [InlineData("<rss><channel><title>T</title><item><media:title>Photo</media:title><title>One</title></item></channel></rss>", "T", "One")]
    public void Faulty_feeds_are_read(string xml, string title, string first)
    {
        Feed feed = Read(xml);
        Assert.Equal((title, first), (feed.Title, feed.Entries[0].Title));
    }

    [Fact]
    public void Json_feeds_are_read()
    {
        Feed feed = Read("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://h.example/1","title":"One","content_text":"a < b","date_published":"2025-02-11T07:30:00+01:00","authors":[{"name":"Musa"}]}]}""");
        Assert.Equal(("One", "a &lt; b", "2025-02-11T07:30:00+01:00"), (feed.Entries[0].Title, feed.Entries[0].Content, feed.Entries[0].Published?.ToString()));
    }

    [Fact]
    public void News_sitemaps_are_read()
    {
        Feed feed = Read("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://h.example/1</loc><n:news><n:publication_date>2025-02-11</n:publication_date><n:title>One</n:title></n:news></url></urlset>");
        Assert.Equal((FeedKind.Sitemap, "One", "https://h.example/1", "2025-02-11"), (feed.Kind, feed.Entries[0].Title, feed.Entries[0].Link, feed.Entries[0].Published?.ToString()));
        Assert.Equal(FeedKind.SitemapIndex, Read("<sitemapindex><sitemap><loc>https://h.example/s.xml</loc></sitemap></sitemapindex>").Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"items\":3}")]
    [InlineData("plain words")]
    public void What_is_no_feed_is_none(string text) => Assert.Null(FeedReader.Read(Encoding.UTF8.GetBytes(text)));

    private static Feed Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text))!;
}
