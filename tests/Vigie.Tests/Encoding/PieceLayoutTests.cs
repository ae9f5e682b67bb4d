using CsCheck;
using Vigie.Events.Encoding;
using Vigie.Tests.Texts;
using Vigie.Text;
using Xunit;
using Span = Vigie.Text.Span;

namespace Vigie.Tests.Encodings;

/// <summary>Which pieces are encoded, and where passages stand among them.</summary>
public sealed class PieceLayoutTests
{
    private static readonly Document Sample = Documents.Read(
        "Raid near Bor", "March 3, 202417 Views\nGunmen killed four people in Bor. They left by noon.\nRead also: Floods in Juba\n\nThe army came late.");

    [Fact]
    public void Furniture_is_left_out()
    {
        PieceLayout layout = PieceLayout.Of(Sample);
        Assert.True(layout.Count < Sample.Pieces.Count);
        foreach (Sentence sentence in Sample.Sentences)
        {
            PieceRange range = layout.RangeOf(sentence);
            Assert.Equal(sentence.Kind == SentenceKind.Furniture, range.Count == 0);
            for (int i = range.From; i < range.To; i++)
            {
                Assert.Equal(sentence.Index, layout.SentenceOf(i));
                Assert.True(layout[i].Span.Start < sentence.Span.End);
            }
        }
    }

    [Fact]
    public void A_passage_has_the_pieces_that_overlap_it()
    {
        PieceLayout layout = PieceLayout.Of(Sample);
        Assert.Equal("Gunmen killed", Covered(layout, Passage("Gunmen killed")));
        Assert.Equal("Bor", Covered(layout, Passage("Bor.") with { End = Passage("Bor.").Start + 3 }));
        Assert.Equal("came late.", Covered(layout, Passage("came late.")));
        Assert.Equal(0, layout.RangeOf(Passage("Floods in Juba")).Count);
        Assert.Equal(0, layout.RangeOf(new Span(Sample.Text.Length, Sample.Text.Length + 5)).Count);
        Assert.Equal(0, layout.RangeOf(new Span(0, 0)).Count);
        Assert.Equal(layout.Count, layout.RangeOf(new Span(0, Sample.Text.Length)).Count);
    }

    [Fact]
    public void A_range_holds_exactly_the_pieces_that_overlap()
    {
        PieceLayout layout = PieceLayout.Of(Sample);
        Gen.Select(Gen.Int[0, Sample.Text.Length], Gen.Int[1, 40]).Sample((start, length) =>
        {
            var span = new Span(start, start + length);
            PieceRange range = layout.RangeOf(span);
            for (int i = 0; i < layout.Count; i++)
                Assert.Equal(layout[i].Span.Overlaps(span), range.From <= i && i < range.To);
        });
    }

    [Fact]
    public void Every_piece_of_any_text_is_laid_out_in_the_sentence_that_holds_it() => Gen.Select(Gen.String, Gen.String).Sample((title, text) =>
    {
        Document document = Documents.Read(title, text);
        PieceLayout layout = PieceLayout.Of(document);
        int next = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            PieceRange range = layout.RangeOf(sentence);
            Assert.Equal(next, range.From);
            next = range.To;
        }
        Assert.Equal(next, layout.Count);
    });

    private static Span Passage(string words)
    {
        int start = Sample.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0);
        return new Span(start, start + words.Length);
    }

    private static string Covered(PieceLayout layout, Span span)
    {
        PieceRange range = layout.RangeOf(span);
        return new Span(layout[range.From].Span.Start, layout[range.To - 1].Span.End).Of(Sample.Text);
    }
}
