using NodaTime;
using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>
/// When an article came out and when it was changed. A page says so in several places that often disagree by a day (UTC against the clock of
/// its readers) or by years (the page's template against the article): every place has a vote, and the day with most is taken.
/// </summary>
internal sealed class DateFinder(PageFacts facts, string? url, PageText text, Element main, PageDates dates)
{
    private static readonly string[] PublishedProperties =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datePublished", "date_published", "published_time", "published-date", "publish-date", "publish_date", "publishdate", "pubdate", "pub_date",
        "article.published", "article_date_original", "parsely-pub-date", "sailthru.date", "bt:pubdate", "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "article:create_at", "rnews:datePublished", "vr:published_time",
        "originalpublicationdate", "shareaholic:article_published_time", "displaydate", "og:pubdate", "citation_publication_date", "citation_online_date", "dcterms.issued", "dc.date.issued", "dc.issued",
    ];

    private static readonly string[] DayProperties =
        ["dcterms.created", "dc.date.created", "dc.created", "dateCreated", "DC.date", "dcterms.date", "citation_date", "gentime", "timestamp", "date", "last-published", "pdate", "ptime", "created", "dcterms.available"];

    private static readonly string[] ModifiedProperties =
    [
        "article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "date_modified", "modified_time", "article:updated_time", "article:modified", "dcterms.modified", "dc.date.modified", "dc.modified", "lastmod", "last-modified",
        "last_modified", "revision_date", "updated", "modificationdate", "dateUpdate",
    ];

    /// <summary>When it came out; null where the page does not tell.</summary>
    public PageTime? Published()
    {
        var votes = new DateVotes();
        if (facts.Linked.HasArticle) votes.Add(TimeStamp.Parse(facts.Linked.Published), 5);
        else votes.Add(TimeStamp.Parse(facts.Linked.Published), 2);
        votes.Add(First(facts.Properties(PublishedProperties)), 5);
        votes.Add(First(facts.Properties(DayProperties)), 3);
        votes.Add(Marked("datePublished", "dateCreated"), 4);
        PageTime? element = TimeElement();
        votes.Add(element, 3);
        votes.Add(AddressDate.In(url) ?? AddressDate.In(facts.Canonical), 4);
        var lines = new DateLines(text, main, dates);
        PageTime? line = lines.AboutTitle();
        votes.Add(line, 3);
        if (votes.IsEmpty) votes.Add(lines.Anywhere(), 1);
        if (votes.IsEmpty) votes.Add(First(facts.ScriptDates), 1);
        return votes.Best() ?? Updated();
    }

    /// <summary>When it was last changed; null where the page does not tell.</summary>
    public PageTime? Updated() => Plausible(TimeStamp.Parse(facts.Linked.Modified)) ?? First(facts.Properties(ModifiedProperties)) ?? Marked("dateModified");

    private static PageTime? Plausible(PageTime? time) => time is { } known && DateVotes.IsPlausible(known) ? time : null;

    private PageTime? First(IEnumerable<string> values)
    {
        foreach (string value in values)
            if (Plausible(Read(value)) is { } time) return time;
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
            if (properties.Contains(node["itemprop"]) && ReadElement(node) is { } time && DateVotes.IsPlausible(time)) return time;
        return null;
    }

    private PageTime? ReadElement(HtmlNode node)
    {
        foreach (string? value in (ReadOnlySpan<string?>)[node["datetime"], node["content"], node["title"]])
            if (value is not null && Read(value) is { } time) return time;
        return Read(PageFacts.TextOf(node, 200));
    }

    // The time element of the article stands in it or shortly before it; those of teasers and comments stand in furniture.
    private PageTime? TimeElement()
    {
        HtmlNode? article = null;
        for (Element? element = main; element is not null; element = element.Parent)
            if (element.Name is "article" or "main") article = element.Node;
        article ??= main.Parent?.Node ?? main.Node;
        var apart = new HashSet<HtmlNode>(ReferenceEqualityComparer.Instance);
        foreach (Element element in text.Elements)
            if (element.Removed is PartKind.Comments or PartKind.Related or PartKind.Navigation) apart.Add(element.Node);
        foreach (HtmlNode node in facts.Times)
            if (node.IsWithin(article) && !IsWithinAny(node, apart) && ReadElement(node) is { } time && DateVotes.IsPlausible(time)) return time;
        return facts.Times.Count is > 0 and <= 3 && !IsWithinAny(facts.Times[0], apart) ? Plausible(ReadElement(facts.Times[0])) : null;
    }

    private static bool IsWithinAny(HtmlNode node, HashSet<HtmlNode> elements)
    {
        for (HtmlNode? at = node; at is not null; at = at.Parent)
            if (elements.Contains(at)) return true;
        return false;
    }
}
