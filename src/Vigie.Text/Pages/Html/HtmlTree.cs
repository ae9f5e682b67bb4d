using System.Collections.Frozen;
using AngleSharp.Common;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Vigie.Text.Pages.Html;

/// <summary>
/// Builds the tree of a page from AngleSharp's tokens. It is a simpler tree than the standard's (no formatting elements opened anew, nothing moved
/// out of tables): the words and their order are the same, and time is linear in the length of the page whatever stands in it.
/// </summary>
internal sealed class HtmlTree
{
    /// <summary>Deepest nesting kept, as in browsers; what is nested deeper stands beside the deepest.</summary>
    private const int Deepest = 512;

    /// <summary>Most attributes of one element that are looked at.</summary>
    private const int MostAttributes = 64;

    /// <summary>Longest value of an attribute kept, in UTF-16 code units.</summary>
    private const int LongestValue = 4_000;

    private static readonly FrozenSet<string> Wanted = "class id href content property name itemprop itemtype datetime rel role type lang style hidden aria-hidden aria-label src alt title pubdate data-testid dir".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WantedBySpan = Wanted.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Elements that end an open one of theirs: the start tag, what it ends, and what it does not look beyond.</summary>
    private static readonly FrozenDictionary<string, (string[] Ends, string[] Within)> EndedBy = new Dictionary<string, (string[], string[])>
    {
        ["li"] = (["li"], ["ul", "ol", "menu", "dir"]),
        ["dt"] = (["dt", "dd"], ["dl"]),
        ["dd"] = (["dt", "dd"], ["dl"]),
        ["option"] = (["option"], ["select", "optgroup"]),
        ["td"] = (["td", "th"], ["tr", "table"]),
        ["th"] = (["td", "th"], ["tr", "table"]),
        ["tr"] = (["tr"], ["tbody", "thead", "tfoot", "table"]),
        ["tbody"] = (["tbody", "thead", "tfoot"], ["table"]),
        ["thead"] = (["tbody", "thead", "tfoot"], ["table"]),
        ["tfoot"] = (["tbody", "thead", "tfoot"], ["table"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly List<HtmlNode> open = [];
    private int beyondDeepest;
    private bool hasBody;

    private HtmlTree()
    {
        open.Add(HtmlNode.Element("html", TagKind.Block, []));
    }

    private HtmlNode Current => open[^1];

    /// <param name="html">The page's characters.</param>
    /// <returns>The root element.</returns>
    public static HtmlNode Parse(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = IsWanted,
        };
        var tree = new HtmlTree();
        while (true)
        {
            ref StructHtmlToken token = ref tokens.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return tree.open[0];
                case HtmlTokenType.StartTag:
                    tokens.State = tree.Start(ref token);
                    break;
                case HtmlTokenType.EndTag:
                    tree.End(token.Name.Memory.Span);
                    break;
                case HtmlTokenType.Character:
                    tree.AddText(token.Data);
                    break;
            }
        }
    }

    private static bool IsWanted(ref StructHtmlToken token, ReadOnlyMemory<char> name) =>
        token.Attributes.Count < MostAttributes && WantedBySpan.Contains(name.Span);

    private HtmlParseMode Start(ref StructHtmlToken token)
    {
        string name = Tags.NameOf(token.Name.Memory.Span);
        TagKind kind = Tags.KindOf(name);
        if (name is "html" or "head" or "body")
        {
            StartFrame(name, ref token);
            return HtmlParseMode.PCData;
        }
        if (kind is TagKind.Block or TagKind.Boundary) EndParagraph();
        if (name == "a") EndLink();
        if (EndedBy.TryGetValue(name, out var rule)) EndOpen(rule.Ends, rule.Within);
        HtmlNode node = HtmlNode.Element(name, kind, Attributes(ref token));
        Current.Append(node);
        if (kind != TagKind.Void && !(token.IsSelfClosing && name is "svg" or "math")) Push(node);
        return ModeWithin(name);
    }

    // A page has one frame however often its parts bring their own; the attributes of the first hold.
    private void StartFrame(string name, ref StructHtmlToken token)
    {
        if (name == "html" && open.Count == 1 && Current.FirstChild is null && Current["lang"] is null)
        {
            open[0] = HtmlNode.Element("html", TagKind.Block, Attributes(ref token));
        }
        else if (name == "body" && !hasBody)
        {
            hasBody = true;
            open.RemoveRange(1, open.Count - 1);
            HtmlNode body = HtmlNode.Element("body", TagKind.Block, Attributes(ref token));
            Current.Append(body);
            open.Add(body);
        }
    }

    private void Push(HtmlNode node)
    {
        if (open.Count < Deepest) open.Add(node);
        else beyondDeepest++;
    }

    private void End(ReadOnlySpan<char> name)
    {
        TagKind kind = Tags.KindOf(name);
        if (kind == TagKind.Void || name is "html" or "head" or "body") return;
        if (beyondDeepest > 0)
        {
            beyondDeepest--;
            return;
        }
        for (int at = open.Count - 1; at > 0; at--)
        {
            if (name.SequenceEqual(open[at].Name))
            {
                open.RemoveRange(at, open.Count - at);
                return;
            }
            if (open[at].Kind == TagKind.Boundary ? name is not ("table" or "tr" or "tbody" or "thead" or "tfoot" or "td") : kind == TagKind.Inline && open[at].Kind == TagKind.Block) return;
        }
    }

    // A paragraph ends where another block begins, also with links and emphasis still open in it.
    private void EndParagraph()
    {
        for (int at = open.Count - 1; at > 0; at--)
        {
            if (open[at].Name == "p")
            {
                open.RemoveRange(at, open.Count - at);
                return;
            }
            if (open[at].Kind != TagKind.Inline) return;
        }
    }

    // A link never closed ends where the next begins.
    private void EndLink()
    {
        for (int at = open.Count - 1; at > 0 && open[at].Kind == TagKind.Inline; at--)
        {
            if (open[at].Name != "a") continue;
            open.RemoveRange(at, open.Count - at);
            return;
        }
    }

    private void EndOpen(string[] ends, string[] within)
    {
        for (int at = open.Count - 1; at > 0; at--)
        {
            if (ends.Contains(open[at].Name))
            {
                open.RemoveRange(at, open.Count - at);
                return;
            }
            if (within.Contains(open[at].Name)) return;
        }
    }

    private void AddText(StringOrMemory data)
    {
        string parent = Current.Name;
        if (parent is "style" or "textarea" or "noframes" or "noembed" or "iframe") return;
        if (parent == "script" && Current["type"] is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase) && !type.Contains("javascript", StringComparison.OrdinalIgnoreCase)) return;
        Current.Append(HtmlNode.Run(data.ToString()));
    }

    private static HtmlParseMode ModeWithin(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private static KeyValuePair<string, string>[] Attributes(ref StructHtmlToken token)
    {
        int count = token.Attributes.Count;
        if (count == 0) return [];
        var attributes = new KeyValuePair<string, string>[count];
        for (int i = 0; i < count; i++)
        {
            MemoryHtmlAttributeToken attribute = token.Attributes[i];
            ReadOnlySpan<char> value = attribute.Value.Memory.Span;
            attributes[i] = new(
                string.IsInterned(attribute.Name.ToString()) ?? attribute.Name.ToString(),
                value[..Math.Min(value.Length, LongestValue)].ToString());
        }
        return attributes;
    }
}
