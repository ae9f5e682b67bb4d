namespace Vigie.Text.Pages.Html;

/// <summary>Finds the element that holds the article and marks what in the page is furniture.</summary>
internal static class MainContent
{
    /// <summary>An element with more of the running text than this is no furniture, whatever its class says.</summary>
    private const double MostProseOfFurniture = 0.4;

    /// <summary>Comments may be longer than the article, yet not all there is.</summary>
    private const double MostProseOfComments = 0.92;

    /// <summary>An element that names itself the text is it with this share of the running text that is left.</summary>
    private const double LeastProseOfNamed = 0.35;

    /// <summary>Going down from the body, an element is entered while it keeps this share of the running text.</summary>
    private const double LeastProseKept = 0.9;

    /// <summary>Parts that are never within an article, however much text they have.</summary>
    private static readonly PartKind[] Apart = [PartKind.Hidden, PartKind.Comments, PartKind.Navigation, PartKind.Subscription, PartKind.Form];

    /// <summary>Parts that stand within articles and about them, under names that some sites give to the text too.</summary>
    private static readonly PartKind[] Beside = [PartKind.Sharing, PartKind.Related, PartKind.Box, PartKind.Embed, PartKind.Caption, PartKind.Advertisement, PartKind.Byline, PartKind.Tags];

    /// <returns>The element of the article; the body where nothing better is known.</returns>

    public static Element Find(PageText text)
    {
        MarkFurniture(text.Elements, Apart);
        MarkFurniture(text.Elements, Beside);
        CountProse(text);
        Element body = text.Elements[0];
        foreach (PartKind kind in (ReadOnlySpan<PartKind>)[PartKind.Body, PartKind.Article, PartKind.Main])
        {
            if (Named(text.Elements, kind, body.ArticleProse) is { } named) return kind == PartKind.Body ? named : Narrowed(named, text.Elements);
        }
        return Narrowed(body, text.Elements);
    }

    private static void MarkFurniture(IReadOnlyList<Element> elements, PartKind[] kinds)
    {
        int all = 0;
        foreach (Element element in elements)
            if (element.Removed == PartKind.None) all += element.OwnProse;
        var taken = new Dictionary<PartKind, int>();
        foreach (Element element in elements)
            if (element.Removed == PartKind.None && kinds.Contains(element.Part)) taken[element.Part] = taken.GetValueOrDefault(element.Part) + element.OwnProse;
        foreach (Element element in elements)
        {
            if (element.Removed != PartKind.None || element.Parent is not { } parent) continue;
            element.Removed = parent.Removed;
            if (parent.Removed != PartKind.None || !kinds.Contains(element.Part)) continue;
            if (element.Name is "html" or "body" or "main" || element.Name == "article" && element.Part != PartKind.Hidden) continue;
            double most = element.Part == PartKind.Comments ? MostProseOfComments : MostProseOfFurniture;
            if (element.Part is PartKind.Advertisement or PartKind.Caption or PartKind.Byline or PartKind.Tags or PartKind.Sharing or PartKind.Form or PartKind.Box or PartKind.Embed && taken[element.Part] > all * 0.5) continue;
            if (element.Part == PartKind.Comments && taken[element.Part] > all * 0.95) continue;
            if (element.Prose <= all * most) element.Removed = element.Part;
        }
    }

    private static void CountProse(PageText text)
    {
        foreach (Element element in text.Elements)
            if (element.Removed == PartKind.None) element.ArticleProse += element.OwnProse;
        for (int at = text.Elements.Count - 1; at > 0; at--) text.Elements[at].Parent!.ArticleProse += text.Elements[at].ArticleProse;
    }

    // Where several have the name, the one with most; where their text is strewn over several, the element about them.
    private static Element? Named(IReadOnlyList<Element> elements, PartKind kind, int all)
    {
        Element? best = null;
        foreach (Element element in elements)
        {
            if (element.Part != kind || element.Removed != PartKind.None || element.ArticleProse == 0 || IsLine(element)) continue;
            if (best is null || element.ArticleProse > best.ArticleProse) best = element;
        }
        if (best is null) return null;
        if (kind == PartKind.Body)
        {
            int together = 0;
            var topmost = new List<Element>();
            foreach (Element element in elements)
            {
                if (element.Part != kind || element.Removed != PartKind.None || IsLine(element) || element.ArticleProse == 0 || topmost.Exists(above => element.Node.IsWithin(above.Node))) continue;
                together += element.ArticleProse;
                topmost.Add(element);
            }
            if (together > best.ArticleProse * 1.25) best = Common(topmost);
        }
        return best.ArticleProse >= all * LeastProseOfNamed ? best : null;
    }

    private static Element Common(List<Element> elements)
    {
        Element common = elements[0];
        foreach (Element element in elements)
            while (!element.Node.IsWithin(common.Node)) common = common.Parent!;
        return common;
    }

    private static bool IsLine(Element element) => element.Name is "p" or "span" or "li" or "td" or "tr" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "label" or "time" or "small" or "ul" or "ol" or "dl" or "form";

    private static Element Narrowed(Element from, IReadOnlyList<Element> elements)
    {
        Element at = from;
        int next = IndexOf(elements, from) + 1;
        for (; next < elements.Count; next++)
        {
            Element element = elements[next];
            if (element.Parent == at && element.ArticleProse > at.ArticleProse * LeastProseKept && !IsLine(element)) at = element;
        }
        return at;
    }

    private static int IndexOf(IReadOnlyList<Element> elements, Element element)
    {
        for (int i = 0; i < elements.Count; i++)
            if (elements[i] == element) return i;
        return -1;
    }
}
