using CsCheck;
using Vigie.Events.Encoding;
using Vigie.Events.Names;
using Vigie.Tests.Texts;
using Vigie.Text;
using Xunit;
using Span = Vigie.Text.Span;

namespace Vigie.Tests.Names;

/// <summary>How a document falls into the tokens that are tagged.</summary>
public sealed class NameTokenTests
{
    [Theory]
    [InlineData("Jean-Paul d'Arc (ONU)", "Jean - Paul d ' Arc ( ONU )")]
    [InlineData("12.5 km…", "12 . 5 km …")]
    [InlineData("وصل إلى بغداد،", "وصل إلى بغداد ،")]
    [InlineData("مُحَمَّد", "مُحَمَّد")]
    public void Words_stay_whole_and_signs_stand_alone(string text, string expected)
    {
        Document document = Documents.Read("", text);
        Assert.Equal(expected, string.Join(' ', NameToken.Of(document, PieceLayout.Of(document)).Select(token => token.Span.Of(document.Text))));
    }

    [Fact]
    public void Tokens_are_in_order_and_leave_out_blanks_alone() => Gen.String[Gen.OneOf(Gen.Char, Gen.Char["ab Zé.-'\n"], Gen.Char["وسلام َ"]), 0, 60].Sample(text =>
    {
        Document document = Documents.Read("", text);
        PieceLayout layout = PieceLayout.Of(document);
        IReadOnlyList<NameToken> tokens = NameToken.Of(document, layout);
        int at = 0;
        foreach (NameToken token in tokens)
        {
            Assert.True(token.Span.Start >= at && token.Span.Length > 0);
            Assert.True(document.Sentences[token.Sentence].Span.Contains(token.Span));
            at = token.Span.End;
        }
        foreach (Sentence sentence in document.Sentences.Where(sentence => layout.RangeOf(sentence).Count > 0))
        {
            for (int i = sentence.Span.Start; i < sentence.Span.End; i++)
                Assert.Equal(!char.IsWhiteSpace(document.Text[i]), tokens.Any(token => token.Span.Contains(new Span(i, i + 1))));
        }
    }, iter: 200);
}
