using Vigie.Text;
using Vigie.Text.Pages;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>What a person pastes becomes title and text, and nothing of it is lost.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Raid near Bor\nGunmen came.\nThey left.", "Raid near Bor", "Gunmen came.\nThey left.")]
    [InlineData("\ufeffRaid near Bor\r\nGunmen came.\r\nThey left.\r\n", "Raid near Bor", "Gunmen came.\nThey left.")]
    [InlineData("\ufeff\r\n\r\n  Raid near Bor  \r\n\r\n\r\nGunmen came.", "Raid near Bor", "Gunmen came.")]
    [InlineData("Raid near Bor\rGunmen came.", "Raid near Bor", "Gunmen came.")]
    [InlineData("Raid\n\n12 Views\n\nGunmen came.\n\n", "Raid", "12 Views\n\nGunmen came.")]
    [InlineData("Gunmen came to the village.", "", "Gunmen came to the village.")]
    [InlineData("Gunmen came to the village.\n\n", "", "Gunmen came to the village.")]
    [InlineData("\ufeff", "", "")]
    [InlineData("", "", "")]
    [InlineData(" \r\n\t\n", "", "")]
    public void Parts_title_and_text(string pasted, string title, string text)
    {
        Article article = PlainText.Read("a", pasted);
        Assert.Equal((title, text), (article.Title, article.Text));
        Assert.Equal(title + "\n" + text, article.FullText);
        Assert.Equal("a", article.Id);
    }

    [Fact]
    public void An_empty_text_has_no_sentence_and_no_piece_that_matters()
    {
        Document document = Documents.Reader.Read(PlainText.Read("a", "") with { Language = "fr" });
        Assert.Empty(document.Sentences);
        Assert.Equal("\n", document.Text);
    }
}
