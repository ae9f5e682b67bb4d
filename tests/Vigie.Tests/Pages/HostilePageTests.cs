using System.Text;
using CsCheck;
using Vigie.Tests.House;
using Vigie.Text;
using Vigie.Text.Pages;
using Vigie.Text.Pages.Feeds;
using Xunit;

namespace Vigie.Tests.Pages;

/// <summary>Pages made to stop the reader: none does.</summary>
public sealed class HostilePageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly byte[][] Pages = [.. Directory.GetFiles(Repository.File("corpora", "pages"), "*.html").Order(StringComparer.Ordinal).Take(20).Select(File.ReadAllBytes)];

    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<p>", "</p>", "<table>", "<tr><td>", "</table>", "<a href=x>", "<li>", "<h1>", "<script>", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<svg/>", "<style>",
        "<title>", "<body>", "<html>", "<time datetime='2025-01-", "&#xD83D;", "&nbsp", "<b", "\"", "'", "=", "<item>", "<entry>", "<title type='html'>", "\u0000", "\uD800", "e\u0301", "<textarea>", "<plaintext>", "<select><option>", "<frameset>",
    ];

    [Theory]
    [InlineData("<div>", 4_000_000)]
    [InlineData("<b>", 1_000_000)]
    [InlineData("<a href=x>x", 500_000)]
    [InlineData("<p><b>x", 500_000)]
    [InlineData("<table><tr><td>", 300_000)]
    [InlineData("<ul><li>x", 300_000)]
    [InlineData("<span class=\"share\">x", 200_000)]
    [InlineData("<time class=author>x", 100_000)]
    [InlineData("<h1>x", 200_000)]
    [InlineData("</div>", 2_000_000)]
    [InlineData("<", 4_000_000)]
    [InlineData("&", 4_000_000)]
    [InlineData("<!--", 1_000_000)]
    [InlineData("<p>Residents said that it went on until the patrol came back. ", 100_000)]
    public async Task Time_is_linear_in_the_length(string piece, int count)
    {
        string html = "<html><body>" + string.Concat(Enumerable.Repeat(piece, count));
        PageArticle article = await Task.Run(() => PageSample.Read(html), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.NotNull(article);
    }

    [Fact]
    public async Task A_hundred_thousand_attributes_are_passed_over()
    {
        string html = "<html><body><p " + string.Join(' ', Enumerable.Range(0, 100_000).Select(n => $"a{n}=\"{n}\" class=c{n}")) + ">" + PageSample.Paragraphs(3);
        PageArticle article = await Task.Run(() => PageSample.Read(html), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Contains("quarter number 2", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_nested_deeper_than_is_kept_is_read_all_the_same()
    {
        string html = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 5_000)) + PageSample.Paragraphs(3) + string.Concat(Enumerable.Repeat("</div>", 5_000));
        Assert.Contains("quarter number 3", PageSample.Read(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_pages_are_read() =>
        Gen.Select(Gen.Int[0, Pages.Length - 1], Gen.Int[0, 8_000], Gen.Int[0, Pieces.Length - 1].Array[0, 12], Gen.Int[0, 600]).Sample((page, at, pieces, cut) =>
        {
            byte[] bytes = Pages[page];
            int start = Math.Min(at, bytes.Length), end = Math.Min(bytes.Length, start + cut);
            byte[] changed = [.. bytes[..start], .. Encoding.UTF8.GetBytes(string.Concat(pieces.Select(piece => Pieces[piece]))), .. bytes[end..]];
            return PageSample.Contents.Read(new Page("page.html", changed)) is not null;
        }, iter: 2_000);

    [Fact]
    public void Any_pieces_are_a_page_and_a_feed() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Sample(pieces =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(pieces.Select(piece => Pieces[piece])));
            Feed? feed = FeedReader.Read(bytes);
            return feed is not null && PageSample.Reader.Read(new Page("page", bytes)) is not null;
        }, iter: 3_000);

    [Fact]
    public void Any_bytes_are_read() => Gen.Byte.Array[0, 2_000].Sample(bytes => PageSample.Contents.Read(new Page("page", bytes)) is not null, iter: 500);

    [Fact]
    public void The_same_page_is_read_the_same()
    {
        foreach (byte[] bytes in Pages) Assert.Equal(PageSample.Reader.Read(new Page("p", bytes)).Text, PageSample.Reader.Read(new Page("p", bytes)).Text);
    }
}
