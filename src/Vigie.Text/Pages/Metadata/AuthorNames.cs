using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>Tells by the class or the address of an element that it holds the name of an author.</summary>
internal static class AuthorNames
{
    private static readonly string[] Classes = ["author", "autor", "auteur", "byline", "contributor", "posted-by", "postedby", "writer", "reporter", "journalist", "redacteur", "username"];
    private static readonly string[] Paths = ["/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/", "/journalist/", "/journalists/", "/journaliste/", "/people/", "/staff/", "/profile/", "/profil/", "/writers/", "/by/", "/redaktion/", "/signature/"];
    private static readonly string[] Apart = ["comment", "kommentar", "related", "teaser", "sidebar", "recommend", "widget", "avatar", "menu", "card"];

    public static bool NamesAuthor(HtmlNode node)
    {
        bool named = node["class"] is { } classes && HasAny(classes, Classes) && !classes.Contains("authority", StringComparison.OrdinalIgnoreCase);
        if (!named && !(node.Name == "a" && node["href"] is { } address && HasAny(address, Paths))) return false;
        bool inFooter = false;
        for (HtmlNode? above = node; above is not null && above.Name is not ("body" or "html"); above = above.Parent)
        {
            if (above.Name == "article") return true;
            if (above["class"] is { } around && HasAny(around, Apart) && !around.Contains("hentry", StringComparison.Ordinal)) return false;
            if (above.Name is "nav" or "aside") return false;
            inFooter |= above.Name == "footer";
        }
        return !inFooter;
    }

    private static bool HasAny(string text, string[] words)
    {
        foreach (string word in words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
