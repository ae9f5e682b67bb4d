namespace Vigie.Text.Pages.Html;

/// <summary>An element of the body as the extraction sees it: what it is for, and how much running text it holds.</summary>
/// <param name="parent">Null for the body.</param>
internal sealed class Element(HtmlNode node, Element? parent, PartKind part)
{
    public HtmlNode Node { get; } = node;

    public Element? Parent { get; } = parent;

    public string Name => Node.Name;

    /// <summary>What its name, role and class say that it is for.</summary>
    public PartKind Part { get; } = part;

    /// <summary>Units of all text in it.</summary>
    public int Length { get; set; }

    /// <summary>Units of it that stand in links.</summary>
    public int LinkLength { get; set; }

    /// <summary>Units of running text in its own lines.</summary>
    public int OwnProse { get; set; }

    /// <summary>Units of running text in it, furniture included.</summary>
    public int Prose { get; set; }

    /// <summary>Units of running text in it, without that in furniture.</summary>
    public int ArticleProse { get; set; }

    /// <summary>What takes it, or an element above it, out of the article; <see cref="PartKind.None"/> where nothing does.</summary>
    public PartKind Removed { get; set; }
}
