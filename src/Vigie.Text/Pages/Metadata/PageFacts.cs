using System.Text;
using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>What a page says of itself outside its text: properties in its head, linked data, marked elements, in one pass over the tree.</summary>
internal sealed class PageFacts
{
    private const int MostOfAKind = 200;

    private readonly Dictionary<string, List<string>> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HtmlNode> headings = [];
    private readonly List<HtmlNode> times = [];
    private readonly List<HtmlNode> marked = [];
    private readonly List<HtmlNode> authorLinks = [];

    private PageFacts()
    {
    }

    public JsonLd Linked { get; } = new();

    /// <summary>The <c>title</c> of the head, or null.</summary>
    public string? HeadTitle { get; private set; }

    /// <summary>The headings of the first three levels, in the order of the page.</summary>
    public IReadOnlyList<HtmlNode> Headings => headings;

    /// <summary>The <c>time</c> elements.</summary>
    public IReadOnlyList<HtmlNode> Times => times;

    /// <summary>Elements with an <c>itemprop</c>.</summary>
    public IReadOnlyList<HtmlNode> Marked => marked;

    /// <summary>Dates that scripts hold for the page, as they stand there.</summary>
    public List<string> ScriptDates { get; } = [];

    /// <summary>Elements whose class or address names an author, outside comments.</summary>
    public List<HtmlNode> AuthorElements { get; } = [];

    /// <summary>Elements with <c>rel=author</c>.</summary>
    public IReadOnlyList<HtmlNode> AuthorLinks => authorLinks;

    public string? Canonical { get; private set; }

    /// <summary>The language that the root element declares, as it stands there.</summary>
    public string? RootLanguage { get; private set; }

    public HtmlNode? Body { get; private set; }

    public static PageFacts Of(HtmlNode root)
    {
        var facts = new PageFacts { RootLanguage = root["lang"] };
        foreach (HtmlNode node in root.WithDescendants())
            if (!node.IsText) facts.Take(node);
        return facts;
    }

    /// <summary>The first value of the first of these properties that the head has.</summary>
    public string? Property(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (properties.TryGetValue(name, out List<string>? values)) return values[0];
        return null;
    }

    /// <summary>All values of these properties, in the order of the names.</summary>
    public IEnumerable<string> Properties(params string[] names) => names.SelectMany(name => properties.GetValueOrDefault(name) ?? []);

    /// <summary>The text of an element, white space collapsed.</summary>
    public static string TextOf(HtmlNode element, int longest = 1_000)
    {
        var text = new StringBuilder();
        foreach (HtmlNode node in element.WithDescendants())
        {
            if (text.Length > longest) break;
            if (node.Text is { } run && node.Parent!.Kind != TagKind.Mute) text.Append(run);
            else if (node.Kind != TagKind.Inline && text.Length > 0) text.Append(' ');
        }
        return Collapsed(text.ToString());
    }

    public static string Collapsed(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (char unit in text)
        {
            if (unit is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060') continue;
            if (!char.IsWhiteSpace(unit)) collapsed.Append(unit);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ') collapsed.Append(' ');
        }
        return collapsed.ToString().TrimEnd();
    }

    private void Take(HtmlNode node)
    {
        switch (node.Name)
        {
            case "meta":
                if (node["content"] is { Length: > 0 } content && (node["property"] ?? node["name"] ?? node["itemprop"]) is { Length: > 0 } name) AddProperty(name, Collapsed(content));
                return;
            case "title" when HeadTitle is null && node.Parent?.Name is "html" or "head" && node.FirstChild?.Text is { } title:
                HeadTitle = Collapsed(title);
                return;
            case "link":
                if (node["rel"] == "canonical") Canonical ??= node["href"];
                return;
            case "script":
                if (node.FirstChild?.Text is not { } script) return;
                if (node["type"]?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true) Linked.Add(script);
                else if (ScriptDates.Count < MostOfAKind) ScriptDates.AddRange(ScriptDate.In(script));
                return;
            case "body":
                Body ??= node;
                break;
            case "h1" or "h2" or "h3":
                if (headings.Count < MostOfAKind) headings.Add(node);
                break;
            case "time":
                if (times.Count < MostOfAKind) times.Add(node);
                break;
        }
        TakeProperty(node);
        TakeAuthor(node);
        if (node["itemprop"] is not null && marked.Count < MostOfAKind) marked.Add(node);
        if (node["rel"] is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase) && authorLinks.Count < MostOfAKind) authorLinks.Add(node);
    }

    private void TakeAuthor(HtmlNode node)
    {
        if (AuthorElements.Count >= MostOfAKind || node.Kind is TagKind.Mute or TagKind.Void || !AuthorNames.NamesAuthor(node)) return;
        AuthorElements.Add(node);
    }

    // <span property="schema:datePublished" content="…">
    private void TakeProperty(HtmlNode node)
    {
        if (node["property"] is not { } property || (node["content"] ?? node["datetime"]) is not { Length: > 0 } content) return;
        AddProperty(property[(property.LastIndexOf(':') + 1)..], Collapsed(content));
    }

    private void AddProperty(string name, string value)
    {
        if (value.Length == 0) return;
        if (!properties.TryGetValue(name, out List<string>? values))
        {
            if (properties.Count >= MostOfAKind) return;
            properties[name] = values = [];
        }
        if (values.Count < MostOfAKind) values.Add(value);
    }
}
