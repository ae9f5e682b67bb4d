namespace Vigie.Text.Pages.Html;

/// <summary>An element or a run of text of a page. Children are chained, so that a walk needs neither lists nor recursion.</summary>
internal sealed class HtmlNode
{
    private readonly KeyValuePair<string, string>[] attributes;

    private HtmlNode(string name, TagKind kind, string? text, KeyValuePair<string, string>[] attributes)
    {
        Name = name;
        Kind = kind;
        Text = text;
        this.attributes = attributes;
    }

    /// <summary>Name of the element in lower case; empty for text.</summary>
    public string Name { get; }

    public TagKind Kind { get; }

    /// <summary>The characters of a text node, references resolved; null for an element.</summary>
    public string? Text { get; private set; }

    public HtmlNode? Parent { get; private set; }

    public HtmlNode? FirstChild { get; private set; }

    public HtmlNode? LastChild { get; private set; }

    public HtmlNode? Next { get; private set; }

    /// <summary>Elements above this one.</summary>
    public int Depth { get; private set; }

    public bool IsText => Text is not null;

    public static HtmlNode Element(string name, TagKind kind, KeyValuePair<string, string>[] attributes) => new(name, kind, null, attributes);

    public static HtmlNode Run(string text) => new("", TagKind.Inline, text, []);

    /// <summary>Value of an attribute; null where the element has none.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (KeyValuePair<string, string> pair in attributes)
                if (pair.Key == attribute) return pair.Value;
            return null;
        }
    }

    public void Append(HtmlNode child)
    {
        child.Parent = this;
        child.Depth = Depth + 1;
        if (LastChild is null) FirstChild = child;
        else LastChild.Next = child;
        LastChild = child;
    }

    /// <summary>The node and all below it, in the order of the page.</summary>
    public IEnumerable<HtmlNode> WithDescendants()
    {
        HtmlNode? node = this;
        while (node is not null)
        {
            yield return node;
            node = node.FirstChild ?? After(node, this);
        }
    }

    /// <summary>The node that follows <paramref name="node"/> and all below it, within <paramref name="root"/>.</summary>
    public static HtmlNode? After(HtmlNode? node, HtmlNode root)
    {
        while (node is not null && node != root)
        {
            if (node.Next is not null) return node.Next;
            node = node.Parent;
        }
        return null;
    }

    public bool IsWithin(HtmlNode ancestor)
    {
        for (HtmlNode? node = this; node is not null; node = node.Parent)
            if (node == ancestor) return true;
        return false;
    }
}
