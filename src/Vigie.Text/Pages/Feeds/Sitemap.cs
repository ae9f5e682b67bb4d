using Vigie.Text.Pages.Html;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Feeds;

/// <summary>Sitemaps, those for news, and lists of sitemaps.</summary>
internal static class Sitemap
{
    /// <summary>The sitemap under a root; null where there is none.</summary>
    public static Feed? Read(HtmlNode root)
    {
        bool isIndex = false, isSitemap = false;
        var entries = new List<FeedEntry>();
        foreach (HtmlNode node in root.WithDescendants())
        {
            isSitemap |= node.Name == "urlset";
            isIndex |= node.Name == "sitemapindex";
            if ((isSitemap && node.Name == "url" || isIndex && node.Name == "sitemap") && Entry(node) is { } entry) entries.Add(entry);
        }
        return isSitemap || isIndex ? new Feed(isIndex ? FeedKind.SitemapIndex : FeedKind.Sitemap, "", null, null, null, null, entries) : null;
    }

    private static FeedEntry? Entry(HtmlNode url)
    {
        string? address = null, title = null, published = null, changed = null, image = null;
        for (HtmlNode? node = url.FirstChild; node is not null && node != url; node = node.FirstChild ?? HtmlNode.After(node, url))
        {
            switch (node.Name)
            {
                case "loc":
                    address ??= FeedText.Plain(node);
                    break;
                case "lastmod":
                    changed ??= FeedText.Plain(node);
                    break;
                case "news:title":
                    title ??= FeedText.Plain(node);
                    break;
                case "news:publication_date":
                    published ??= FeedText.Plain(node);
                    break;
                case "image:loc":
                    image ??= FeedText.Plain(node);
                    break;
            }
        }
        return string.IsNullOrEmpty(address) ? null : new FeedEntry(address, title ?? "", address, "", TimeStamp.Parse(published), TimeStamp.Parse(changed), [], [], image);
    }
}
