using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Feeds;

/// <summary>What a site says of its newest articles: a feed or a sitemap.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name as plain text; empty where it has none.</param>
/// <param name="Link">Address of the site, or null.</param>
/// <param name="Language">Language tag as it stands there, or null.</param>
/// <param name="Entries">In the order of the feed.</param>
public sealed record Feed(FeedKind Kind, string Title, string? Link, string? Language, PageTime? Published, PageTime? Updated, IReadOnlyList<FeedEntry> Entries);

/// <summary>The kinds of feeds that are read.</summary>
public enum FeedKind
{
    /// <summary>RSS 0.9x and 2.0, and RSS 1.0 in RDF.</summary>
    Rss,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>Channel Definition Format.</summary>
    Cdf,

    /// <summary>JSON Feed.</summary>
    Json,

    /// <summary>A sitemap, also one for news; its entries are articles.</summary>
    Sitemap,

    /// <summary>A list of sitemaps; its entries are sitemaps.</summary>
    SitemapIndex,
}

/// <summary>One article as a feed tells of it.</summary>
/// <param name="Id">What the feed calls it, or null.</param>
/// <param name="Title">Plain text; empty where it has none.</param>
/// <param name="Link">Its address, or null.</param>
/// <param name="Content">Its text in HTML, the whole where the feed has it, else the summary; empty where it has neither.</param>
/// <param name="Updated">When it was changed, or null.</param>
public sealed record FeedEntry(
    string? Id,
    string Title,
    string? Link,
    string Content,
    PageTime? Published,
    PageTime? Updated,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Categories,
    string? Image);
