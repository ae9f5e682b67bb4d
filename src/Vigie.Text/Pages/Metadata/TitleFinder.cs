using System.Net;
using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>Chooses the title of an article among the headings of the page and what its head says.</summary>
internal sealed class TitleFinder
{
    private const int Longest = 400;
    private const int MostHeadings = 60;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", " › ", " ‹ ", " « ", " // ", "| ", " |", " — ", " ~ ", " : ", " / "];

    private readonly string head;
    private readonly string shared;
    private readonly string linked;
    private readonly string site;
    private readonly string host;

    private TitleFinder(PageFacts facts, string? url)
    {
        head = facts.HeadTitle ?? "";
        shared = Decoded(facts.Property("og:title", "twitter:title", "dc.title", "title"));
        linked = facts.Linked.HasArticle ? Decoded(facts.Linked.Headline) : "";
        site = Plain(facts.Property("og:site_name", "application-name") ?? facts.Linked.Publisher ?? "");
        host = Host(facts.Canonical ?? url);
    }

    /// <summary>The title; empty where the page has none.</summary>
    public static string Of(PageFacts facts, string? url) => new TitleFinder(facts, url).Choose(facts);

    private string Choose(PageFacts facts)
    {
        if (Heading(facts) is { } heading) return heading;
        if (linked.Length > 0) return WithoutSite(linked);
        return WithoutSite(shared.Length > 0 ? shared : head);
    }

    // A heading is the title where the head of the page says the same; a heading that is the site's name is not.
    private string? Heading(PageFacts facts)
    {
        string[] sources = [.. ((string[])[linked, shared, head]).Where(source => source.Length > 0)];
        string? only = null;
        int firsts = 0, seen = 0;
        foreach (HtmlNode node in facts.Headings)
        {
            if (++seen > MostHeadings) break;
            string text = TextOf(node);
            if (text.Length is < 2 or > Longest || !text.Any(char.IsLetter) || IsSite(text)) continue;
            if (node.Name == "h1")
            {
                firsts++;
                only = text;
            }
            string plain = Plain(text);
            bool said = plain.Length > 3 && sources.Any(source => IsSegment(source, plain) || node.Name == "h1" && plain.Length > 12 && Plain(source).Contains(plain, StringComparison.Ordinal));
            if (said && shared.Length == 0 && linked.Length == 0 && Named(head, text, facts) is { } other) return other;
            if (said) return text;
            if (node.Name == "h1" && Inner(text, plain) is { } inner) return inner;
        }
        if (firsts == 1 && only is not null && sources.Length > 0 && sources.Any(source => Overlap(only, source) >= 0.5)) return only;
        return sources.Length == 0 || firsts == 1 && shared.Length == 0 && linked.Length == 0 && only!.Length > 12 ? only : null;
    }

    // "Title | Site" where both are headings: the longer is the title.
    private static string? Named(string head, string heading, PageFacts facts)
    {
        foreach (HtmlNode node in facts.Headings.Take(MostHeadings))
        {
            string other = TextOf(node);
            if (other.Length * 2 < heading.Length * 3 || other.Length > Longest || Plain(other) == Plain(head)) continue;
            if (IsSegment(head, Plain(other)) && Plain(head).Length <= Plain(other).Length + Plain(heading).Length) return other;
        }
        return null;
    }

    // The heading has a kicker before the title that the head of the page gives.
    private string? Inner(string text, string plain)
    {
        foreach (string source in (string[])[linked, WithoutSite(shared)])
        {
            string wanted = Plain(source);
            if (wanted.Length < 12 || !plain.EndsWith(wanted, StringComparison.Ordinal)) continue;
            int start = text.Length, left = wanted.Length;
            while (left > 0) if (char.IsLetterOrDigit(text[--start])) left--;
            while (start > 0 && text[start - 1] is '"' or '„' or '«' or '“' or '»' or '\'' or '‘' or '(' or '#') start--;
            return text[start..];
        }
        return null;
    }

    private static string TextOf(HtmlNode heading)
    {
        string whole = PageFacts.TextOf(heading);
        foreach (HtmlNode node in heading.WithDescendants())
        {
            if (node == heading || node.IsText || node["class"] is not { } names) continue;
            if (!names.Contains("kicker", StringComparison.OrdinalIgnoreCase) && !names.Contains("overline", StringComparison.OrdinalIgnoreCase) && !names.Contains("dachzeile", StringComparison.OrdinalIgnoreCase)
                && !names.Contains("topline", StringComparison.OrdinalIgnoreCase) && !names.Contains("pretitle", StringComparison.OrdinalIgnoreCase) && !names.Contains("roofline", StringComparison.OrdinalIgnoreCase)
                && !names.Contains("surtitre", StringComparison.OrdinalIgnoreCase) && !names.Contains("eyebrow", StringComparison.OrdinalIgnoreCase) && !names.Contains("label", StringComparison.OrdinalIgnoreCase)) continue;
            string part = PageFacts.TextOf(node);
            if (part.Length > 0 && part.Length < whole.Length && whole.StartsWith(part, StringComparison.Ordinal)) return whole[part.Length..].TrimStart(' ', ':', '|', '-', '–', '·');
        }
        return whole;
    }

    /// <summary>Whether the words are one of the parts of a title, or some of them, as its separators part it.</summary>
    private static bool IsSegment(string title, string plain)
    {
        if (Plain(title) == plain) return true;
        foreach (string separator in Separators)
        {
            int first = title.IndexOf(separator, StringComparison.Ordinal), last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (first < 0) continue;
            if (Plain(title[..first]) == plain || Plain(title[..last]) == plain || Plain(title[(first + separator.Length)..]) == plain || Plain(title[(last + separator.Length)..]) == plain) return true;
            if (last > first && Plain(title[(first + separator.Length)..last]) == plain) return true;
        }
        return false;
    }

    private bool IsSite(string text)
    {
        string plain = Plain(text);
        return plain.Length > 2 && (plain == site || host.Length > 3 && (plain == host || plain.Length >= 5 && plain.StartsWith(host, StringComparison.Ordinal) && plain.Length <= host.Length + 6 || plain.Length >= 6 && host.Contains(plain, StringComparison.Ordinal)));
    }

    /// <summary>The title without the name of the site that follows or leads it.</summary>
    private string WithoutSite(string title)
    {
        foreach (string separator in Separators)
        {
            int last = title.LastIndexOf(separator, StringComparison.Ordinal), first = title.IndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            string before = title[..last].Trim(), after = title[(last + separator.Length)..].Trim(), begin = title[..first].Trim();
            if (NamesSite(after)) return WithoutSite(before);
            if (NamesSite(begin)) return WithoutSite(title[(first + separator.Length)..].Trim());
            if (separator is not (" : " or " / " or " - " or " – ") && after.Length < before.Length && after.Length <= 40) return WithoutSite(before);
            if (title == head && shared.Length == 0 && after.Length * 2 < before.Length && after.Length <= 40) return before;
        }
        return title;
    }

    private bool NamesSite(string part)
    {
        string plain = Plain(part);
        return plain.Length > 0 && (site.Length > 2 && (plain == site || plain.Length > 3 && site.Contains(plain, StringComparison.Ordinal) || plain.Contains(site, StringComparison.Ordinal) && plain.Length < site.Length * 3)
            || host.Length > 2 && plain.Length > 2 && (plain.Contains(host, StringComparison.Ordinal) && plain.Length < host.Length + 25 || host.Contains(plain, StringComparison.Ordinal)));
    }

    private static string Host(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out Uri? address)) return "";
        string[] labels = address.Host.Split('.');
        if (labels.Length < 2) return Plain(address.Host);
        string name = labels[^2].Length <= 3 && labels.Length > 2 ? labels[^3] : labels[^2];
        return Plain(name is "wordpress" or "blogspot" or "over-blog" or "substack" or "tumblr" ? labels[0] : name);
    }

    private static string Decoded(string? text) => text is null ? "" : PageFacts.Collapsed(text.Contains('&') ? WebUtility.HtmlDecode(text) : text);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Share of the words of the shorter that the other has too.</summary>
    private static double Overlap(string first, string second)
    {
        HashSet<string> one = Words(first), two = Words(second);
        if (one.Count < 2 || two.Count < 2) return 0;
        return (double)one.Count(two.Contains) / Math.Min(one.Count, two.Count);
    }

    private static HashSet<string> Words(string text) =>
        new(text.Split((char[])[' ', ',', '.', ':', ';', '-', '–', '"', '„', '“', '”', '«', '»', '|', '?', '!'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
