using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Feeds;

/// <summary>
/// Builds the tree of a feed. Feeds are XML in name: many have undeclared entities and prefixes, tags that do not close and letters that XML
/// does not allow, so they are read with the tokens of HTML, which knows no error. Names are in lower case, with the prefix that their
/// namespace usually has.
/// </summary>
internal sealed class FeedTree
{
    private const int Deepest = 256;
    private const int MostAttributes = 64;

    /// <summary>Part of a namespace's address, and the prefix by which its names are known here.</summary>
    private static readonly (string Address, string Prefix)[] Namespaces =
    [
        ("www.w3.org/2005/atom", ""), ("purl.org/atom/", ""), ("purl.org/rss/1.0/modules/content", "content"), ("purl.org/rss/1.0/modules/", "module"), ("purl.org/rss/1.0", ""),
        ("my.netscape.com/rdf", ""), ("channel.netscape.com/rdf", ""), ("my.netscape.com/publish", ""), ("backend.userland.com/rss", ""), ("blogs.law.harvard.edu/tech/rss", ""),
        ("purl.org/net/rss1.1", ""), ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"), ("search.yahoo.com/mrss", "media"), ("www.itunes.com", "itunes"), ("www.itunes.com/dtds/podcast", "itunes"),
        ("www.sitemaps.org/schemas", ""), ("www.google.com/schemas/sitemap-news", "news"), ("www.google.com/schemas/sitemap-image", "image"), ("www.google.com/schemas/sitemap/", ""), ("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
        ("www.w3.org/1999/xhtml", "xhtml"),
    ];

    private readonly List<HtmlNode> open = [HtmlNode.Element("", TagKind.Block, [])];
    private readonly Dictionary<string, string> prefixes = new(StringComparer.OrdinalIgnoreCase);
    private int beyondDeepest;

    private FeedTree()
    {
    }

    /// <returns>A root without a name, above the feed's own.</returns>
    public static HtmlNode Parse(string xml)
    {
        using var source = new TextSource(xml);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            IsAcceptingCharacterData = true,
            ShouldEmitAttribute = (ref StructHtmlToken token, ReadOnlyMemory<char> _) => token.Attributes.Count < MostAttributes,
        };
        var tree = new FeedTree();
        while (true)
        {
            ref StructHtmlToken token = ref tokens.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return tree.open[0];
                case HtmlTokenType.StartTag:
                    tree.Start(ref token);
                    break;
                case HtmlTokenType.EndTag:
                    tree.End(token.Name.ToString());
                    break;
                case HtmlTokenType.Character:
                    tree.open[^1].Append(HtmlNode.Run(token.Data.ToString()));
                    break;
            }
        }
    }

    private void Start(ref StructHtmlToken token)
    {
        int count = token.Attributes.Count;
        var attributes = new KeyValuePair<string, string>[count];
        for (int i = 0; i < count; i++)
        {
            string name = token.Attributes[i].Name.ToString(), value = token.Attributes[i].Value.ToString();
            attributes[i] = new(name, value);
            if (name.StartsWith("xmlns", StringComparison.Ordinal)) prefixes[name.Length > 6 ? name[6..] : ""] = PrefixOf(value) ?? (name.Length > 6 ? name[6..] : "");
        }
        HtmlNode node = HtmlNode.Element(Known(token.Name.ToString()), TagKind.Inline, attributes);
        // Articles do not stand within articles: what was left open ends.
        if (node.Name is "item" or "entry") End(node.Name, ofArticle: true);
        open[^1].Append(node);
        if (token.IsSelfClosing) return;
        if (open.Count < Deepest) open.Add(node);
        else beyondDeepest++;
    }

    private void End(string name, bool ofArticle = false)
    {
        if (beyondDeepest > 0)
        {
            if (!ofArticle) beyondDeepest--;
            return;
        }
        string known = ofArticle ? name : Known(name);
        for (int at = open.Count - 1; at > 0; at--)
        {
            if (open[at].Name != known) continue;
            open.RemoveRange(at, open.Count - at);
            return;
        }
    }

    private string Known(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string prefix = colon < 0 ? "" : name[..colon], local = name[(colon + 1)..];
        if (prefixes.TryGetValue(prefix, out string? known)) prefix = known;
        return prefix.Length == 0 ? local : prefix + ":" + local;
    }

    private static string? PrefixOf(string address)
    {
        foreach ((string part, string prefix) in Namespaces)
            if (address.Contains(part, StringComparison.OrdinalIgnoreCase)) return prefix;
        return null;
    }
}
