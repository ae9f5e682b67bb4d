using NodaTime;
using Vigie.Text.Languages;
using Vigie.Text.Pages.Html;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages;

/// <summary>Page to article: the text, and what the page says of it.</summary>
public sealed class PageReader
{
    /// <summary>Most characters of a page that are read; what is beyond is no article.</summary>
    public const int LongestPage = 32 * 1024 * 1024;

    private readonly PageParts parts;
    private readonly Furniture furniture;
    private readonly LineOpenings openings;
    private readonly PageDates dates;
    private readonly AuthorWords authors;
    private readonly LanguageGuesser guesser;

    private PageReader(PageParts parts, Furniture furniture, LineOpenings openings, PageDates dates, AuthorWords authors, LanguageGuesser guesser)
    {
        this.parts = parts;
        this.furniture = furniture;
        this.openings = openings;
        this.dates = dates;
        this.authors = authors;
        this.guesser = guesser;
    }

    /// <exception cref="KnowledgeException">A data file is missing or broken.</exception>
    public static PageReader Load(DataFolder data) => new(
        PageParts.Load(data),
        Furniture.Load(data, LanguageGuesser.Coded),
        LineOpenings.Load(data),
        PageDates.Load(data),
        AuthorWords.Load(data),
        LanguageGuesser.Load(data));

    /// <summary>The article of a page; its text is empty where the page has none. Never throws for what stands in the page.</summary>
    public PageArticle Read(Page page)
    {
        string html = PageEncoding.Decode(page.Bytes.Span, page.ContentType);
        if (html.Length > LongestPage) html = html[..LongestPage];
        HtmlNode root = HtmlTree.Parse(html);
        PageFacts facts = PageFacts.Of(root);
        PageText text = PageText.Read(facts.Body ?? root, parts);
        string title = TitleFinder.Of(facts, page.Url);
        ArticleBody body = ArticleBody.Choose(text, furniture, openings, IsByline, title);
        var days = new DateFinder(facts, page.Url, text, body.Main, dates);
        return new PageArticle(
            title,
            body.Text,
            days.Published(),
            days.Updated(),
            new AuthorFinder(facts, text, authors).All(),
            facts.Property("og:site_name", "application-name") ?? facts.Linked.Publisher,
            Language(title, body.Text, facts),
            facts.Canonical is { } canonical && canonical.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? canonical : facts.Property("og:url") ?? page.Url,
            facts.Property("og:image", "og:image:url", "twitter:image") ?? facts.Linked.Image,
            body.Furniture,
            facts.Linked.IsPaid);
    }

    private bool IsByline(string line)
    {
        const int longest = 120, mostLetters = 45, longestName = 80;
        if (line.Length > longest) return false;
        if (authors.Introduces(line) && line.Length <= longestName && !TextBlock.EndsSentence(line) && authors.Names(line).Any()) return true;
        string rest = dates.RemoveShort(line, out LocalDate? day);
        return day is not null && rest.Count(char.IsLetter) <= mostLetters && !TextBlock.EndsSentence(line);
    }

    /// <summary>The language of a text; null where it is too short to tell.</summary>
    internal string? Guess(string text) => guesser.Guess(text) is { } language and not "und" ? language : null;

    /// <summary>The lines of a piece of HTML that is all article, as feeds and mails have it.</summary>
    internal string Lines(string html)
    {
        if (html.Length == 0) return "";
        PageText text = PageText.Read(HtmlTree.Parse(html), parts);
        return string.Join('\n', text.Blocks.Where(block => !openings.Opens(block.Text) && !furniture.Recognise(block.Text, out _)).Select(block => block.Text));
    }

    private string? Language(string title, string text, PageFacts facts)
    {
        string guessed = guesser.Guess(title + "\n" + text);
        if (guessed != "und") return guessed;
        string? declared = facts.RootLanguage ?? facts.Property("og:locale", "language", "content-language", "dc.language") ?? facts.Linked.Language;
        string code = declared?.Split('-', '_')[0].Trim().ToLowerInvariant() ?? "";
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) ? code : null;
    }
}
