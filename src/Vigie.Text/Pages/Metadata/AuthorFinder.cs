using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>Who wrote an article, as its page says.</summary>
internal sealed class AuthorFinder(PageFacts facts, PageText text, AuthorWords words)
{
    private readonly HashSet<HtmlNode> apart = new(
        text.Elements.Where(element => element.Part is PartKind.Comments or PartKind.Related && element.Removed != PartKind.None).Select(element => element.Node), ReferenceEqualityComparer.Instance);

    private const int Most = 12;

    public IReadOnlyList<string> All()
    {
        string[] site = [facts.Property("og:site_name") ?? "", facts.Linked.Publisher ?? ""];
        foreach (IEnumerable<string> source in Sources())
        {
            List<string> names = [.. source.SelectMany(words.Names).Where(name => !site.Contains(name, StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
            if (names.Count > 0) return names;
        }
        return [];
    }

    private IEnumerable<IEnumerable<string>> Sources()
    {
        yield return facts.Linked.HasArticle ? facts.Linked.Authors : [];
        yield return facts.Properties("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "byl", "citation_author", "article:author_name", "cXenseParse:author", "twitter:data1:author");
        yield return Together(facts.Marked.Where(node => node["itemprop"] is "author" or "creator" && IsArticles(node))).Select(NameIn);
        yield return Together(facts.AuthorLinks.Where(node => node.Name == "a" && IsArticles(node))).Select(node => PageFacts.TextOf(node, 200));
        yield return Together(InElements()).Select(node => PageFacts.TextOf(node, 200));
        yield return Bylines();
        if (facts.Property("twitter:label1") is { } label && words.Introduces(label + " ")) yield return facts.Properties("twitter:data1");
        yield return facts.Linked.Authors;
    }

    /// <summary>The first and those that stand beside it: further down other articles have their authors.</summary>
    private static IEnumerable<HtmlNode> Together(IEnumerable<HtmlNode> nodes)
    {
        HtmlNode? first = null;
        foreach (HtmlNode node in nodes)
        {
            first ??= node;
            if (node == first || node.Parent == first.Parent || node.Parent?.Parent == first.Parent?.Parent) yield return node;
        }
    }

    private bool IsArticles(HtmlNode node)
    {
        for (HtmlNode? at = node; at is not null; at = at.Parent)
            if (apart.Contains(at)) return false;
        return true;
    }

    // Elements that call themselves an author's: the innermost of each, if it is as short as a name.
    private IEnumerable<HtmlNode> InElements()
    {
        foreach (HtmlNode node in facts.AuthorElements)
        {
            if (facts.AuthorElements.Exists(inner => inner != node && inner.IsWithin(node))) continue;
            string text = PageFacts.TextOf(node, 200);
            if (text.Length is >= 2 and <= 100 && words.Names(text).Any() && IsArticles(node)) yield return node;
        }
    }

    private static string NameIn(HtmlNode node)
    {
        foreach (HtmlNode inner in node.WithDescendants())
            if (inner["itemprop"] == "name") return inner["content"] ?? PageFacts.TextOf(inner, 200);
        return node["content"] ?? PageFacts.TextOf(node, 200);
    }

    // Lines in elements called byline or author, then lines with a part that begins with "By".
    private IEnumerable<string> Bylines()
    {
        const int longest = 120, longestPart = 80;
        foreach (TextBlock block in text.Blocks)
        {
            if (block.Text.Length > longest || block.Owner.Removed is not (PartKind.None or PartKind.Byline or PartKind.Caption)) continue;
            string? introduced = block.Text.Split((char[])['|', '•', '·', '–', '—'], StringSplitOptions.TrimEntries).FirstOrDefault(part => part.Length <= longestPart && words.Introduces(part));
            if (introduced is not null) yield return introduced;
            else if (block.Owner.Part == PartKind.Byline && IsAuthorElement(block.Owner.Node)) yield return block.Text;
        }
    }

    private static bool IsAuthorElement(HtmlNode node)
    {
        string names = node["class"] + " " + node["id"];
        return names.Contains("author", StringComparison.OrdinalIgnoreCase) || names.Contains("autor", StringComparison.OrdinalIgnoreCase) || names.Contains("auteur", StringComparison.OrdinalIgnoreCase) || names.Contains("byline", StringComparison.OrdinalIgnoreCase);
    }
}
