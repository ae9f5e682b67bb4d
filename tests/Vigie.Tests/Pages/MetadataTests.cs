using Vigie.Text.Pages;
using Xunit;

namespace Vigie.Tests.Pages;

/// <summary>Where a page says who wrote it, when, and what it is called.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void A_time_at_universal_time_is_the_day_that_the_page_prints()
    {
        PageArticle article = PageSample.Read(PageSample.Html("Raid on a market town", "<p class=\"date\">November 8, 2023</p>" + PageSample.Paragraphs(3), "<meta property=\"article:published_time\" content=\"2023-11-09T02:11:03Z\">"));
        Assert.Equal("2023-11-08", article.Published?.ToString());
    }

    [Fact]
    public void Days_of_comments_and_teasers_are_not_the_articles()
    {
        string body = "<p>14 mars 2025</p>" + PageSample.Paragraphs(4) + "<div class=\"comments\"><p>Awa, 2 avril 2025</p></div><div class=\"related\"><time datetime=\"2025-05-01\">1er mai 2025</time></div>";
        Assert.Equal("2025-03-14", PageSample.Read(PageSample.Html("Attaque au nord de la ville", body)).Published?.ToString());
    }

    [Fact]
    public void A_page_without_a_day_has_none() => Assert.Null(PageSample.Read(PageSample.Html("Raid on a market town", PageSample.Paragraphs(4))).Published);

    [Theory]
    [InlineData("<p class=\"byline\">By Grace Achieng and Musa Ibrahim</p>", "Grace Achieng|Musa Ibrahim")]
    [InlineData("<p>Par Awa Koulibaly</p>", "Awa Koulibaly")]
    [InlineData("<div>بقلم: سامر الخطيب</div>", "سامر الخطيب")]
    [InlineData("<a rel=\"author\" href=\"/a\">Denis Ngarlem</a>", "Denis Ngarlem")]
    [InlineData("<p class=\"byline\">By admin</p>", "")]
    public void Authors_are_found_and_what_is_no_name_is_none(string byline, string authors) =>
        Assert.Equal(authors, string.Join('|', PageSample.Read(PageSample.Html("Raid on a market town", byline + PageSample.Paragraphs(3))).Authors));

    [Fact]
    public void The_name_of_the_site_is_no_title()
    {
        string html = "<html><head><title>Shooting near the old bridge | Lakeside Times</title></head><body><h1>Lakeside Times</h1><h2>Shooting near the old bridge</h2>" + PageSample.Paragraphs(3) + "</body></html>";
        Assert.Equal("Shooting near the old bridge", PageSample.Read(html).Title);
    }

    [Fact]
    public void A_broken_script_of_linked_data_is_mended_or_passed_over()
    {
        string script = "<script type=\"application/ld+json\">/*<![CDATA[*/{\"@type\":\"NewsArticle\",\"headline\":\"Raid\non a market\",\"datePublished\":\"2025-01-02\",}/*]]>*/</script><script type=\"application/ld+json\">{\"@type\":</script>";
        Assert.Equal("2025-01-02", PageSample.Read(PageSample.Html("Raid on a market", PageSample.Paragraphs(2), script)).Published?.ToString());
    }
}
