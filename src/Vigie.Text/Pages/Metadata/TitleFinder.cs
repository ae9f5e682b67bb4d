using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>Chooses the title of an article among the headings of the page and what its head says.</summary>
internal static class TitleFinder
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", " : ", " / ", " › ", " ‹ ", " « ", " – "];

    /// <summary>The title; empty where the page has none.</summary>
    public static string Of(PageFacts facts)
    {
        string head = facts.HeadTitle ?? "";
        string shared = facts.Property("og:title", "twitter:title", "dc.title", "title") ?? "";
        string linked = facts.Linked.HasArticle ? PageFacts.Collapsed(System.Net.WebUtility.HtmlDecode(facts.Linked.Headline ?? "")) : "";
        if (Heading(facts, head, shared, linked) is { } heading) return heading;
        if (linked.Length > 0) return linked;
        string site = facts.Property("og:site_name") ?? "";
        return shared.Length > 0 ? WithoutSite(shared, site, head) : WithoutSite(head, site, "");
    }

    // A heading is the title where the head of the page says the same, or where it is the only one.
    private static string? Heading(PageFacts facts, string head, string shared, string linked)
    {
        var texts = new List<string>();
        foreach (HtmlNode node in facts.Headings)
        {
            string text = PageFacts.TextOf(node);
            if (text.Length is > 1 and <= 400 && text.Any(char.IsLetter)) texts.Add(text);
        }
        foreach (string text in texts)
            if (text.Length > 5 && (Says(head, text) || Says(shared, text) || Says(linked, text) || Says(text, linked) || Says(text, shared))) return text;
        foreach (string text in texts)
            if (Overlap(text, shared.Length > 0 ? shared : head) >= 0.5) return text;
        return texts.Count == 1 && linked.Length == 0 && texts[0].Length > 12 && shared.Length == 0 ? texts[0] : null;
    }

    private static bool Says(string text, string part) => part.Length > 8 && Plain(text).Contains(Plain(part), StringComparison.Ordinal);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Share of the words of the shorter that the other has too.</summary>
    private static double Overlap(string first, string second)
    {
        HashSet<string> one = Words(first), two = Words(second);
        if (one.Count < 2 || two.Count < 2) return 0;
        int both = one.Count(two.Contains);
        return (double)both / Math.Min(one.Count, two.Count);
    }

    private static HashSet<string> Words(string text) =>
        new(text.Split((char[])[' ', ',', '.', ':', ';', '-', '–', '"', '„', '“', '”', '«', '»', '|', '?', '!'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>The title without the name of the site that follows or leads it.</summary>
    private static string WithoutSite(string title, string site, string other)
    {
        foreach (string separator in Separators)
        {
            int last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            string before = title[..last].Trim(), after = title[(last + separator.Length)..].Trim();
            if (site.Length > 0 && Plain(before) == Plain(site)) return after;
            bool names = site.Length > 0 && (Plain(after) == Plain(site) || Plain(site).Contains(Plain(after), StringComparison.Ordinal) || Plain(after).Contains(Plain(site), StringComparison.Ordinal));
            if (names || separator != " : " && separator != " / " && after.Length < before.Length && after.Length <= 40 && other.Length == 0) return WithoutSite(before, site, other);
        }
        return title;
    }
}
