using System.Text;
using Vigie.Text.Pages.Html;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Feeds;

/// <summary>The text of a feed's elements, which is plain, escaped HTML, or elements of XHTML.</summary>
internal static class FeedText
{
    private const int LongestMarkup = 4_000_000;

    /// <summary>The text of an element as plain text: markup is taken away where the element says or shows that it is HTML.</summary>
    public static string Plain(HtmlNode? element)
    {
        if (element is null) return "";
        string type = element["type"]?.ToLowerInvariant() ?? "";
        string text = type is "xhtml" or "application/xhtml+xml" ? Characters(element) : Raw(element);
        if (type is not ("text" or "text/plain") && type is not ("xhtml" or "application/xhtml+xml") && LooksLikeMarkup(text)) text = WithoutMarkup(text);
        return PageFacts.Collapsed(text);
    }

    /// <summary>The text of an element as HTML.</summary>
    public static string Markup(HtmlNode? element) => element is null ? "" : HasElements(element) ? Serialised(element) : Raw(element).Trim();

    /// <summary>HTML as plain text.</summary>
    public static string WithoutMarkup(string html) => html.Length > LongestMarkup ? html : PageFacts.TextOf(HtmlTree.Parse(html), LongestMarkup);

    private static string Raw(HtmlNode element)
    {
        if (element["mode"] == "base64" || element["type"] is { } type && type.Contains("base64", StringComparison.OrdinalIgnoreCase) || element["encoding"] == "base64") return FromBase64(Characters(element));
        return Characters(element);
    }

    private static string Characters(HtmlNode element)
    {
        if (element.FirstChild is { IsText: true } only && only.Next is null) return only.Text!;
        var text = new StringBuilder();
        foreach (HtmlNode node in element.WithDescendants())
            if (node.Text is { } run && Local(node.Parent!) is not ("script" or "style")) text.Append(run);
        return text.ToString();
    }

    private static bool HasElements(HtmlNode element)
    {
        for (HtmlNode? child = element.FirstChild; child is not null; child = child.Next)
            if (!child.IsText) return true;
        return false;
    }

    // The elements again as tags; without recursion, as feeds nest as deep as they like.
    private static string Serialised(HtmlNode element)
    {
        var html = new StringBuilder();
        HtmlNode? node = element.FirstChild;
        while (node is not null)
        {
            if (node.Text is { } run) html.Append(run.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
            else html.Append('<').Append(Local(node)).Append('>');
            if (node.FirstChild is not null)
            {
                node = node.FirstChild;
                continue;
            }
            while (node != element && node!.Next is null)
            {
                if (!node.IsText) html.Append("</").Append(Local(node)).Append('>');
                node = node.Parent;
            }
            if (node == element) break;
            if (!node.IsText) html.Append("</").Append(Local(node)).Append('>');
            node = node.Next;
        }
        return html.ToString().Trim();
    }

    private static string Local(HtmlNode node) => node.Name[(node.Name.LastIndexOf(':') + 1)..];

    private static bool LooksLikeMarkup(string text)
    {
        for (int at = text.AsSpan().IndexOfAny('<', '&'); at >= 0 && at + 1 < text.Length;)
        {
            char next = text[at + 1];
            if (text[at] == '<' ? char.IsAsciiLetter(next) || next is '/' or '!' : next == '#' || char.IsAsciiLetter(next) && text.AsSpan(at, Math.Min(12, text.Length - at)).Contains(';')) return true;
            int further = text.AsSpan(at + 1).IndexOfAny('<', '&');
            at = further < 0 ? -1 : at + 1 + further;
        }
        return false;
    }

    private static string FromBase64(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)))));
        }
        catch (FormatException)
        {
            return text;
        }
    }
}
