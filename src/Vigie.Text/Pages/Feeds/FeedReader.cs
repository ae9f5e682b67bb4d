using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Feeds;

/// <summary>Reads feeds and sitemaps as the wild sends them: bad encodings, undeclared entities and prefixes, tags that never close.</summary>
public static class FeedReader
{
    /// <summary>Most characters of a feed that are read.</summary>
    private const int Longest = 64 * 1024 * 1024;

    /// <summary>The feed; null where the bytes are none. Never throws for what stands in them.</summary>
    /// <param name="contentType">The <c>Content-Type</c> that came with the bytes, or null.</param>
    public static Feed? Read(ReadOnlySpan<byte> bytes, string? contentType = null)
    {
        string text = PageEncoding.Decode(bytes, contentType);
        if (text.Length > Longest) text = text[..Longest];
        if (text.AsSpan().TrimStart(" \t\r\n\uFEFF").StartsWith("{")) return JsonFeed.Read(text);
        HtmlNode root = FeedTree.Parse(text);
        return Sitemap.Read(root) ?? XmlFeed.Read(root);
    }

    /// <summary>Whether a text begins as a feed or a sitemap does.</summary>
    public static bool IsFeed(ReadOnlySpan<char> opening)
    {
        foreach (string mark in (ReadOnlySpan<string>)["<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex", "<channel", "jsonfeed.org/version"])
            if (opening.Contains(mark, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
