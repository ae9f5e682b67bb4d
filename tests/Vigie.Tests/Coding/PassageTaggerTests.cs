using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Text;
using Vigie.Text.Languages;
using Xunit;

namespace Vigie.Tests.Coding;

/// <summary>Tags of pieces to passages: outside 0, begin 1, inside 2.</summary>
public sealed class PassageTaggerTests
{
    private static readonly NameWords Words = new(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "the", "of" }, new HashSet<string> { "of" });

    [Theory]
    [InlineData("Gunmen shot the police chief.", "10000", "Gunmen")]
    [InlineData("Gunmen shot the police chief.", "00122", "police chief")]
    [InlineData("Gunmen shot the police chief.", "10012", "Gunmen|police chief")]
    [InlineData("The Ministry of Defence spoke.", "01010", "Ministry of Defence")]
    [InlineData("Police and army came.", "1010", "Police|army")]
    [InlineData("Gunmen shot the police chief.", "00112", "police chief")]
    [InlineData("Gunmen shot the police chief.", "00222", "police chief")]
    [InlineData("Gunmen shot the police chief.", "11000", "Gunmen shot")]
    [InlineData("Gunmen shot the police chief.", "00000", "")]
    [InlineData("Gunmen shot. The police came.", "02222", "shot|police came")]
    [InlineData("… , .", "122", "")]
    public void Passages_are_whole_words_within_a_sentence(string body, string tags, string expected)
    {
        Document document = Drafts.Of("T", body);
        EncodedDocument encoded = Tagged(document, "0" + tags);
        Assert.Equal(expected, string.Join('|', PassageTagger.Tagged(encoded, PieceScores.Party, Words).Select(span => span.Of(document.Text))));
        Assert.Empty(PassageTagger.Tagged(encoded, PieceScores.Source, Words));
    }

    [Fact]
    public void Parts_of_a_word_are_widened_to_it_but_not_over_an_arabic_prefix()
    {
        Document latin = Drafts.Of("T", "Gunmen came.");
        Assert.Equal("Gunmen", Assert.Single(PassageTagger.Tagged(Tagged(latin, "01", new Piece(4, new Span(0, 1)), new Piece(4, new Span(4, 6))), PieceScores.Party, Words)).Of(latin.Text));
        Document arabic = Drafts.Of("T", "والجيش هنا.");
        Document within = Drafts.Of("T", "صومالية هنا.");
        Assert.Equal("صومالية", Assert.Single(PassageTagger.Tagged(Tagged(within, "01", new Piece(4, new Span(0, 1)), new Piece(4, new Span(5, 9))), PieceScores.Party, Words)).Of(within.Text));
        Assert.Equal("الجيش", Assert.Single(PassageTagger.Tagged(Tagged(arabic, "01", new Piece(4, new Span(0, 1)), new Piece(4, new Span(3, 5))), PieceScores.Party, Words)).Of(arabic.Text));
    }

    /// <summary>A digit a piece; a piece a word where none are given.</summary>
    private static EncodedDocument Tagged(Document document, string tags, params Piece[] pieces)
    {
        Document whole = pieces.Length > 0 ? document with { Pieces = pieces } : EmptyReader.Encoded(document).Document;
        PieceLayout layout = PieceLayout.Of(whole);
        Assert.Equal(tags.Length, layout.Count);
        var scores = new float[layout.Count * PieceScores.Width];
        for (int i = 0; i < tags.Length; i++)
        {
            scores[i * PieceScores.Width + PieceScores.Party + (tags[i] - '0')] = 1;
            scores[i * PieceScores.Width + PieceScores.Source] = 1;
        }
        var encoded = new EncodedDocument(whole, layout);
        encoded.Take(0, new float[layout.Count * EncodedDocument.Width], scores, new float[EncodedDocument.Width]);
        return encoded;
    }
}
