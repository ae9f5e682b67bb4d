using System.Text;

namespace Vigie.Text.Pages.Html;

/// <summary>The lines of text of a page in their order, and the elements that hold them.</summary>
internal sealed class PageText
{
    private readonly PageParts parts;
    private readonly List<Element> elements = [];
    private readonly List<TextBlock> blocks = [];
    private readonly StringBuilder line = new();
    private readonly Stack<Element> open = new();
    private bool blankBefore;
    private bool hasMarks;
    private int linkLength;
    private int links;

    private PageText(PageParts parts)
    {
        this.parts = parts;
    }

    /// <summary>All elements that make lines, each after the one it stands in; the first is the body.</summary>
    public IReadOnlyList<Element> Elements => elements;

    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <param name="root">The element whose text is read: the body, or the root where there is none.</param>
    public static PageText Read(HtmlNode root, PageParts parts)
    {
        var text = new PageText(parts);
        text.Walk(root);
        text.Count();
        return text;
    }

    // Without recursion: pages nest as deep as they like.
    private void Walk(HtmlNode root)
    {
        HtmlNode? node = root;
        while (node is not null)
        {
            Enter(node);
            if (node.Kind != TagKind.Mute && node.FirstChild is not null)
            {
                node = node.FirstChild;
                continue;
            }
            Leave(node);
            while (node != root && node.Next is null)
            {
                node = node.Parent!;
                Leave(node);
            }
            node = node == root ? null : node.Next;
        }
    }

    private void Enter(HtmlNode node)
    {
        if (node.IsText)
        {
            Append(node.Text!);
            return;
        }
        if (node.Name is "br" or "hr") EndLine();
        if (node.Name == "a") links++;
        PartKind part = node.Kind is TagKind.Void or TagKind.Mute ? PartKind.None : parts.Of(node);
        if (!MakesLine(node, part)) return;
        EndLine();
        var element = new Element(node, open.TryPeek(out Element? parent) ? parent : null, part);
        elements.Add(element);
        open.Push(element);
    }

    private void Leave(HtmlNode node)
    {
        if (node.Name == "a") links--;
        if (!open.TryPeek(out Element? element) || element.Node != node) return;
        EndLine();
        open.Pop();
    }

    // Furniture that stands in a line ("span class=share-count") is set apart from it.
    private bool MakesLine(HtmlNode node, PartKind part) =>
        open.Count == 0
        || node.Kind is TagKind.Block or TagKind.Boundary
        || part >= PartKind.Navigation && node.Name is "span" or "div" or "label" or "time" or "small" or "section";

    private void Append(string text)
    {
        foreach (char unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                blankBefore = line.Length > 0;
                continue;
            }
            if (unit is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\0') continue;
            if (blankBefore)
            {
                line.Append(' ');
                blankBefore = false;
            }
            line.Append(unit);
            hasMarks |= unit is >= '\u0300' and <= '\u036F';
            if (links > 0) linkLength++;
        }
    }

    private void EndLine()
    {
        if (line.Length > 0)
        {
            string words = line.ToString();
            // Letters and their accents apart are read as the letters that they make.
            if (hasMarks && !words.Any(char.IsSurrogate)) words = words.Normalize(NormalizationForm.FormC);
            var block = new TextBlock(open.Peek(), words, Math.Min(linkLength, words.Length));
            blocks.Add(block);
            Element owner = block.Owner;
            owner.Length += block.Text.Length;
            owner.LinkLength += block.LinkLength;
            if (block.IsProse) owner.OwnProse += block.Text.Length - block.LinkLength;
        }
        line.Clear();
        linkLength = 0;
        blankBefore = false;
        hasMarks = false;
    }

    private void Count()
    {
        foreach (Element element in elements) element.Prose = element.OwnProse;
        for (int at = elements.Count - 1; at > 0; at--)
        {
            Element element = elements[at], parent = element.Parent!;
            parent.Length += element.Length;
            parent.LinkLength += element.LinkLength;
            parent.Prose += element.Prose;
        }
    }
}
