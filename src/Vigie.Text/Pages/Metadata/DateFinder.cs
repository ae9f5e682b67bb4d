using NodaTime;
using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>When an article came out and when it was changed, from what a page says in its head, its marked elements, its address and its lines.</summary>
internal sealed class DateFinder(PageFacts facts, string? url, PageText text, Element main, PageDates dates)
{
    private static readonly string[] PublishedProperties =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datePublished", "date_published", "published_time", "published-date", "publish-date", "publish_date", "publishdate", "pubdate", "pub_date",
        "article.published", "article_date_original", "parsely-pub-date", "sailthru.date", "bt:pubdate", "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created",
        "dc.created", "dateCreated", "article:create_at", "DC.date", "dcterms.date", "citation_publication_date", "citation_date", "citation_online_date", "rnews:datePublished", "vr:published_time", "originalpublicationdate", "shareaholic:article_published_time",
        "gentime", "displaydate", "timestamp", "date", "last-published", "pdate", "ptime", "og:pubdate", "created",
    ];

    private static readonly string[] ModifiedProperties =
    [
        "article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "date_modified", "modified_time", "article:updated_time", "article:modified", "dcterms.modified", "dc.date.modified", "dc.modified", "lastmod", "last-modified", "last_modified", "revision_date", "updated", "modificationdate",
    ];

    /// <summary>When it came out; null where the page does not tell.</summary>
    public PageTime? Published() =>
        (facts.Linked.HasArticle ? TimeStamp.Parse(facts.Linked.Published) : null)
        ?? First(facts.Properties(PublishedProperties))
        ?? Marked("datePublished", "dateCreated")
        ?? TimeElement()
        ?? InAddress(facts.Canonical ?? url)
        ?? InLines()
        ?? TimeStamp.Parse(facts.Linked.Published)
        ?? Updated();

    /// <summary>When it was last changed; null where the page does not tell.</summary>
    public PageTime? Updated() => TimeStamp.Parse(facts.Linked.Modified) ?? First(facts.Properties(ModifiedProperties)) ?? Marked("dateModified");

    private PageTime? First(IEnumerable<string> values)
    {
        foreach (string value in values)
            if (Read(value) is { } time) return time;
        return null;
    }

    private PageTime? Read(string value)
    {
        if (TimeStamp.Parse(value) is { } time) return time;
        if (value.Length > 200) return null;
        dates.Remove(value, out LocalDate? day);
        return day is { } written ? new PageTime(written) : null;
    }

    private PageTime? Marked(params ReadOnlySpan<string> properties)
    {
        foreach (HtmlNode node in facts.Marked)
            if (properties.Contains(node["itemprop"]) && ReadElement(node) is { } time) return time;
        return null;
    }

    private PageTime? ReadElement(HtmlNode node)
    {
        foreach (string? value in (ReadOnlySpan<string?>)[node["datetime"], node["content"]])
            if (value is not null && Read(value) is { } time) return time;
        return Read(PageFacts.TextOf(node, 200));
    }

    // The time element of the article stands in it or shortly before it; those of teasers and comments stand in furniture.
    private PageTime? TimeElement()
    {
        HtmlNode? article = null;
        for (Element? element = main; element is not null; element = element.Parent)
            if (element.Name == "article") article = element.Node;
        article ??= main.Parent?.Node ?? main.Node;
        foreach (HtmlNode node in facts.Times)
            if (node.IsWithin(article) && ReadElement(node) is { } time) return time;
        return facts.Times.Count is > 0 and <= 3 ? ReadElement(facts.Times[0]) : null;
    }

    // /2025/08/20/, /20250820-, /2025-08-20-
    private static PageTime? InAddress(string? address)
    {
        if (address is null) return null;
        for (int at = 0; at + 8 <= address.Length; at++)
        {
            if (!char.IsAsciiDigit(address[at]) || at > 0 && char.IsAsciiDigit(address[at - 1])) continue;
            int end = at;
            while (end < address.Length && (char.IsAsciiDigit(address[end]) || address[end] is '/' or '-' or '_')) end++;
            string run = address[at..end].TrimEnd('/', '-', '_').Replace('_', '-');
            if (run.Length >= 8 && run[0] is '1' or '2' && Whole(run) is { } time) return time;
            at = end;
        }
        return null;
    }

    private static PageTime? Whole(string run)
    {
        if (run.Length == 8 && run.All(char.IsAsciiDigit)) return TimeStamp.Parse(run);
        return run.Length >= 8 && run[4] is '/' or '-' && TimeStamp.Parse(run.Length > 10 && run[4] == '/' ? run[..10] : run) is { } time ? time with { Time = null, Zone = null } : null;
    }

    // The lines about the title: from some lines above the text to some below its beginning, then those after its end.
    private PageTime? InLines()
    {
        const int above = 25, below = 6;
        int first = 0, last = text.Blocks.Count - 1;
        while (first < text.Blocks.Count && !text.Blocks[first].Owner.Node.IsWithin(main.Node)) first++;
        if (first == text.Blocks.Count) first = 0;
        while (last > first && !text.Blocks[last].Owner.Node.IsWithin(main.Node)) last--;
        return InLines(Math.Max(0, first - above), Math.Min(text.Blocks.Count, first + below)) ?? InLines(Math.Max(0, last - below), Math.Min(text.Blocks.Count, last + below)) ?? InLines(first, last);
    }

    private PageTime? InLines(int from, int to)
    {
        PageTime? best = null;
        for (int at = from; at < to; at++)
        {
            string line = text.Blocks[at].Text;
            if (line.Length > Furniture.LongestLine) continue;
            string rest = dates.Remove(line, out LocalDate? day);
            if (day is not { } written) continue;
            // A line with little beside the date is a dateline; a sentence that has a date tells of something else.
            if (rest.Count(char.IsLetter) <= 40) return new PageTime(written);
        }
        return best;
    }
}
