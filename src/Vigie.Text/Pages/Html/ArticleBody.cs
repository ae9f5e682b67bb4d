using System.Text;

namespace Vigie.Text.Pages.Html;

/// <summary>The lines of the article, chosen from those of the page.</summary>
internal sealed class ArticleBody
{
    private readonly PageText text;
    private readonly Element main;
    private readonly Furniture furniture;
    private readonly LineOpenings openings;
    private readonly Func<string, bool> isByline;
    private bool hasTitleAbove;
    private bool titleSeen;

    private ArticleBody(PageText text, Element main, Furniture furniture, LineOpenings openings, Func<string, bool> isByline)
    {
        this.text = text;
        this.main = main;
        this.furniture = furniture;
        this.openings = openings;
        this.isByline = isByline;
    }

    /// <summary>The element that holds the article.</summary>
    public Element Main => main;

    /// <summary>The article's paragraphs, one a line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The lines left out that stood between the first and the last of the text.</summary>
    public IReadOnlyList<FurnitureLine> Furniture { get; private set; } = [];

    /// <param name="isByline">Whether a line only tells who wrote the article or when.</param>
    public static ArticleBody Choose(PageText text, Furniture furniture, LineOpenings openings, Func<string, bool> isByline, string title)
    {
        var body = new ArticleBody(text, MainContent.Find(text), furniture, openings, isByline);
        body.Write(body.Choose(title));
        return body;
    }

    private void Write(List<TextBlock> kept)
    {
        var chosen = new HashSet<TextBlock>(kept, ReferenceEqualityComparer.Instance);
        var written = new StringBuilder();
        var left = new List<FurnitureLine>();
        bool within = false;
        foreach (TextBlock block in text.Blocks)
        {
            within |= chosen.Contains(block) || block.Owner.Node.IsWithin(main.Node);
            if (chosen.Contains(block))
            {
                if (written.Length > 0) written.Append('\n');
                written.Append(block.Text);
            }
            else if (within && block.Owner.Node.IsWithin(main.Node))
            {
                left.Add(new FurnitureLine(block.Owner.Removed == PartKind.None ? "line" : block.Owner.Removed.ToString().ToLowerInvariant(), block.Text, written.Length));
            }
        }
        Text = written.ToString();
        Furniture = left;
    }

    private List<TextBlock> Choose(string title)
    {
        var within = new HashSet<Element>();
        foreach (Element element in text.Elements)
            if (element == main || element.Parent is { } parent && within.Contains(parent)) within.Add(element);

        var kept = new List<TextBlock>();
        int first = 0;
        while (first < text.Blocks.Count && !within.Contains(text.Blocks[first].Owner)) first++;
        for (int at = LeadStart(first); at < first; at++)
            if (IsLead(text.Blocks[at]) && Belongs(text.Blocks[at], title)) kept.Add(text.Blocks[at]);
        foreach (TextBlock block in text.Blocks)
            if (within.Contains(block.Owner) && Belongs(block, title)) kept.Add(block);
        RemoveEmptyHeadings(kept);
        RemoveBylines(kept);
        return kept;
    }

    // The lead may stand in the head of the article, between the title and the text.
    private int LeadStart(int first)
    {
        const int farthest = 40;
        for (int at = first - 1; at >= Math.Max(0, first - farthest); at--)
        {
            if (text.Blocks[at].Owner.Name != "h1") continue;
            hasTitleAbove = true;
            return at + 1;
        }
        return Math.Max(0, first - farthest);
    }

    private bool IsLead(TextBlock block)
    {
        if (block.Owner.Removed != PartKind.None || block.LinkShare > 0.3) return false;
        Element? element = block.Owner;
        for (int up = 0; up < 3 && element is not null; up++, element = element.Parent)
            if (element.Part == PartKind.Lead) return true;
        return block.IsProse && hasTitleAbove;
    }

    private bool Belongs(TextBlock block, string title)
    {
        if (block.Owner.Removed != PartKind.None && !IsWithinRemovedMain()) return false;
        if (block.Text == title) return false;
        if (block.Owner.Name == "h1" && !titleSeen)
        {
            titleSeen = true;
            return false;
        }
        if (!block.Text.Any(char.IsLetterOrDigit)) return false;
        if (block.LinkShare > 0.8) return false;
        if (InLinkList(block)) return false;
        return !openings.Opens(block.Text) && !furniture.Recognise(block.Text, out _);
    }

    private bool IsWithinRemovedMain() => main.Removed != PartKind.None;

    // A list, table or box within the article that is mostly links.
    private bool InLinkList(TextBlock block)
    {
        for (Element? element = block.Owner; element is not null && element != main; element = element.Parent)
        {
            if (element.LinkLength * 2 <= element.Length) continue;
            if (element.Name is "ul" or "ol" or "table" or "dl" || element.Name is "div" or "section" && !block.IsProse) return true;
        }
        return false;
    }

    // Who wrote it and when, in the lines before the first sentence and after the last.
    private void RemoveBylines(List<TextBlock> kept)
    {
        int first = kept.FindIndex(block => block.IsProse && !isByline(block.Text)), last = kept.FindLastIndex(block => block.IsProse && !isByline(block.Text));
        if (first < 0) return;
        for (int at = kept.Count - 1; at >= 0; at--)
            if ((at < first || at > last) && isByline(kept[at].Text)) kept.RemoveAt(at);
    }

    private static void RemoveEmptyHeadings(List<TextBlock> kept)
    {
        for (int at = kept.Count - 1; at >= 0; at--)
        {
            if (!kept[at].IsHeading || kept[at].IsProse) continue;
            if (at == kept.Count - 1 || kept[at + 1].IsHeading && string.CompareOrdinal(kept[at + 1].Owner.Name, kept[at].Owner.Name) <= 0) kept.RemoveAt(at);
        }
    }
}
