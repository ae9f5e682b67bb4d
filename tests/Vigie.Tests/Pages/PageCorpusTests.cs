using System.Text.Json;
using Vigie.Tests.House;
using Vigie.Text;
using Vigie.Text.Pages;
using Xunit;

namespace Vigie.Tests.Pages;

/// <summary>The pages under <c>corpora/pages</c>: what each says is known to the letter.</summary>
public sealed class PageCorpusTests
{
    public static TheoryData<string> Lines()
    {
        var data = new TheoryData<string>();
        foreach (string line in File.ReadLines(Repository.File("corpora", "pages", "expected.jsonl"))) data.Add(line);
        return data;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_page_is_read_to_the_letter(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement expected = document.RootElement;
        string file = expected.GetProperty("file").GetString()!;
        PageArticle article = PageSample.Reader.Read(new Page(file, File.ReadAllBytes(Repository.File("corpora", "pages", file))));

        Assert.Equal(expected.GetProperty("title").GetString(), article.Title);
        Assert.Equal(expected.GetProperty("text").GetString(), article.Text);
        Assert.Equal(expected.GetProperty("published").GetString(), Plain(article.Published?.ToString()));
        Assert.Equal(expected.GetProperty("updated").GetString(), Plain(article.Updated?.ToString()));
        Assert.Equal(expected.GetProperty("authors").EnumerateArray().Select(author => author.GetString()), article.Authors);
        Assert.Equal(expected.GetProperty("site").GetString(), article.Site);
        Assert.Equal(expected.GetProperty("language").GetString(), article.Language);
        Assert.Equal(expected.GetProperty("url").GetString(), article.Url);
        Assert.Equal(expected.GetProperty("paid").GetBoolean(), article.IsPaid);
    }

    [Fact]
    public void There_are_pages_in_every_language_and_markup()
    {
        string[] files = [.. Directory.GetFiles(Repository.File("corpora", "pages"), "*.html").Select(file => Path.GetFileName(file))];
        Assert.True(files.Length >= 40);
        Assert.Equal(["ar", "en", "fr"], files.Select(file => file.Split('-')[1]).Distinct().Order());
    }

    [Fact]
    public void What_is_left_out_is_listed_with_what_it_is_and_where_it_stood()
    {
        string file = Directory.GetFiles(Repository.File("corpora", "pages"), "*-fr-wordpress.html").Order().First();
        PageArticle article = PageSample.Reader.Read(new Page(file, File.ReadAllBytes(file)));
        FurnitureLine caption = Assert.Single(article.Furniture, line => line.Kind == "caption");
        Assert.Equal(0, caption.Offset);
        FurnitureLine also = Assert.Single(article.Furniture, line => line.Text.StartsWith("Lire aussi", StringComparison.Ordinal));
        Assert.Equal('\n', article.Text[also.Offset]);
        Assert.All(article.Furniture, line => Assert.DoesNotContain(line.Text, article.Text.Split('\n')));
    }

    // Z and +00:00 are one.
    private static string? Plain(string? time) => time?.Replace("Z", "+00:00", StringComparison.Ordinal);
}
