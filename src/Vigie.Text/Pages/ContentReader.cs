using System.Globalization;
using Vigie.Text.Pages.Documents;
using Vigie.Text.Pages.Feeds;

namespace Vigie.Text.Pages;

/// <summary>An article and what it is called: the page's name, with a number where the page has several.</summary>
public sealed record NamedArticle(string Id, PageArticle Article);

/// <summary>Reads whatever came as a page: HTML, a feed, a mail, a PDF file or plain text, by what stands in it rather than by what it is called.</summary>
public sealed class ContentReader
{
    private const int Opening = 4_096;

    private readonly PageReader pages;

    private ContentReader(PageReader pages)
    {
        this.pages = pages;
    }

    /// <exception cref="KnowledgeException">A data file is missing or broken.</exception>
    public static ContentReader Load(DataFolder data) => new(PageReader.Load(data));

    /// <summary>The articles of a page in their order; none where it has none. Never throws for what stands in the page.</summary>
    public IReadOnlyList<NamedArticle> Read(Page page)
    {
        ReadOnlySpan<byte> bytes = page.Bytes.Span;
        if (PdfText.Begins(bytes)) return One(page, Pdf(page));
        string opening = PageEncoding.Decode(bytes[..Math.Min(bytes.Length, Opening)], page.ContentType).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (IsHtml(opening)) return One(page, pages.Read(page));
        if (FeedReader.IsFeed(opening) && FeedReader.Read(bytes, page.ContentType) is { } feed) return Entries(page, feed);
        if ((page.ContentType?.StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase) == true || MailText.Begins(opening)) && MailText.Read(page.Bytes) is { } mail) return One(page, Mail(page, mail));
        bool saysPlain = page.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true || Path.GetExtension(page.Id).Equals(".txt", StringComparison.OrdinalIgnoreCase);
        return One(page, !saysPlain && opening.StartsWith('<') || opening.Contains("<body", StringComparison.OrdinalIgnoreCase) || IsHtmlByName(page) ? pages.Read(page) : Plain(page));
    }

    private static bool IsHtml(string opening) =>
        opening.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || opening.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || opening.Contains("<head>", StringComparison.OrdinalIgnoreCase);

    private static bool IsHtmlByName(Page page) =>
        page.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || Path.GetExtension(page.Id).ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML";

    private static NamedArticle[] One(Page page, PageArticle? article) =>
        article is null || article.Title.Length == 0 && article.Text.Length == 0 ? [] : [new NamedArticle(page.Id, article)];

    private PageArticle Plain(Page page)
    {
        Article article = PlainText.Read(page.Id, PageEncoding.Decode(page.Bytes.Span, page.ContentType));
        return new PageArticle(article.Title, article.Text, null, null, [], null, pages.Guess(article.FullText), page.Url, null, []);
    }

    private PageArticle? Pdf(Page page) =>
        PdfText.Read(page.Bytes) is { } pdf ? new PageArticle(pdf.Title, pdf.Text, pdf.Day, null, [], null, pages.Guess(pdf.Title + "\n" + pdf.Text), page.Url, null, []) : null;

    private PageArticle Mail(Page page, MailText mail)
    {
        string text = mail.Html is { } html ? pages.Lines(html) : mail.Text.ReplaceLineEndings("\n").Trim();
        return new PageArticle(mail.Subject, text, mail.Sent, null, mail.From, null, pages.Guess(mail.Subject + "\n" + text), page.Url, null, []);
    }

    private NamedArticle[] Entries(Page page, Feed feed)
    {
        var articles = new List<NamedArticle>();
        int number = 0;
        foreach (FeedEntry entry in feed.Entries)
        {
            number++;
            string text = pages.Lines(entry.Content);
            if (entry.Title.Length == 0 && text.Length == 0) continue;
            string? site = feed.Title.Length > 0 ? feed.Title : null;
            articles.Add(new NamedArticle(
                page.Id + "-" + number.ToString(CultureInfo.InvariantCulture),
                new PageArticle(entry.Title, text, entry.Published, entry.Updated, entry.Authors, site, pages.Guess(entry.Title + "\n" + text) ?? Language(feed), entry.Link, entry.Image, [])));
        }
        return [.. articles];
    }

    private static string? Language(Feed feed)
    {
        string code = feed.Language?.Split('-', '_')[0].ToLowerInvariant() ?? "";
        return code.Length is 2 or 3 ? code : null;
    }
}
