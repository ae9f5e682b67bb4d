using Vigie.Text.Pages.Html;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Feeds;

/// <summary>RSS in all its versions, Atom, RDF and CDF: what they share is read by the names of the elements.</summary>
internal static class XmlFeed
{
    /// <summary>The feed under a root; null where there is none.</summary>
    public static Feed? Read(HtmlNode root)
    {
        HtmlNode? top = null, channel = null;
        var items = new List<HtmlNode>();
        bool isAtom = false, isCdf = false;
        foreach (HtmlNode node in root.WithDescendants())
        {
            switch (node.Name)
            {
                case "feed":
                    channel ??= node;
                    isAtom = true;
                    break;
                case "channel":
                    isCdf |= channel is null && node.Parent!.Name.Length == 0;
                    channel ??= node;
                    break;
                case "rss" or "rdf:rdf" or "rdf":
                    top ??= node;
                    break;
                case "item" or "entry" when node.Parent?.Name is not ("item" or "entry"):
                    items.Add(node);
                    break;
            }
        }
        channel ??= top;
        if (channel is null && items.Count == 0) return null;
        channel ??= root;
        return new Feed(
            isAtom ? FeedKind.Atom : isCdf ? FeedKind.Cdf : FeedKind.Rss,
            FeedText.Plain(Child(channel, "title", "dc:title")),
            Link(channel) ?? channel["href"],
            Word(channel, "language", "dc:language") ?? channel["xml:lang"] ?? top?["xml:lang"],
            Time(channel, "pubdate", "published", "dcterms:issued", "issued", "created", "dcterms:created") ?? TimeStamp.Parse(channel["lastmod"]),
            Time(channel, "updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date", "dcterms:date") ?? TimeStamp.Parse(channel["lastmod"]),
            [.. items.Select(Entry)]);
    }

    private static FeedEntry Entry(HtmlNode item)
    {
        HtmlNode? content = Child(item, "content:encoded", "content", "body", "xhtml:body", "fullitem", "xhtml:div") ?? Child(item, "description", "summary", "dc:description", "abstract", "itunes:summary", "media:description");
        return new FeedEntry(
            Word(item, "guid", "id", "dc:identifier") ?? item["rdf:about"],
            FeedText.Plain(Child(item, "title", "dc:title", "media:title", "itunes:title")),
            Link(item) ?? item["href"],
            FeedText.Markup(content),
            Time(item, "published", "issued", "pubdate", "dcterms:issued", "created", "dcterms:created", "dc:date", "dcterms:date") ?? TimeStamp.Parse(item["lastmod"]),
            Time(item, "updated", "modified", "dcterms:modified", "dc:date", "dcterms:date") ?? TimeStamp.Parse(item["lastmod"]),
            Authors(item),
            [.. Children(item, "category", "dc:subject").Select(node => node["term"] ?? node["label"] ?? FeedText.Plain(node)).Where(name => name.Length > 0)],
            Image(item));
    }

    private static List<string> Authors(HtmlNode item)
    {
        var names = new List<string>();
        foreach (HtmlNode author in Children(item, "author", "dc:creator", "creator", "dc:author", "itunes:author"))
        {
            string name = FeedText.Plain(Child(author, "name") ?? author);
            // RSS gives an address with the name in brackets.
            int open = name.IndexOf('(', StringComparison.Ordinal), close = name.LastIndexOf(')');
            if (name.Contains('@') && open >= 0 && close > open) name = name[(open + 1)..close].Trim();
            if (name.Length > 0 && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
        return names;
    }

    private static string? Image(HtmlNode item)
    {
        foreach (HtmlNode node in Children(item, "media:content", "media:thumbnail", "enclosure", "image"))
        {
            if ((node["url"] ?? node["href"]) is { } address && (node["type"] is not { } type || type.StartsWith("image", StringComparison.Ordinal)) && node["medium"] is null or "image") return address;
        }
        return null;
    }

    private static string? Link(HtmlNode element)
    {
        string? any = null;
        foreach (HtmlNode link in Children(element, "link", "a", "loc"))
        {
            string address = (link["href"] ?? FeedText.Plain(link)).Trim();
            if (address.Length == 0) continue;
            if (link["rel"] is null or "alternate") return address;
            any ??= address;
        }
        if (Child(element, "guid") is { } guid && guid["ispermalink"] != "false" && FeedText.Plain(guid) is { } permanent && permanent.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return permanent;
        return any;
    }

    private static PageTime? Time(HtmlNode element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (Child(element, name) is { } node && TimeStamp.Parse(FeedText.Plain(node)) is { } time) return time;
        return null;
    }

    private static string? Word(HtmlNode element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (Child(element, name) is { } node && FeedText.Plain(node) is { Length: > 0 } word) return word;
        return null;
    }

    /// <summary>The first child of the first of these names that there is.</summary>
    private static HtmlNode? Child(HtmlNode element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            for (HtmlNode? child = element.FirstChild; child is not null; child = child.Next)
                if (child.Name == name) return child;
        return null;
    }

    private static List<HtmlNode> Children(HtmlNode element, params ReadOnlySpan<string> names)
    {
        var found = new List<HtmlNode>();
        foreach (string name in names)
            for (HtmlNode? child = element.FirstChild; child is not null; child = child.Next)
                if (child.Name == name) found.Add(child);
        return found;
    }
}
