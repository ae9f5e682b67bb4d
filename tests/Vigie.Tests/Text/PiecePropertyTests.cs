using CsCheck;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>What holds for the pieces of any text.</summary>
public sealed class PiecePropertyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly Gen<string> Parts = Pick.Text(
        40, " ", "  ", "\n", "\u00a0", "\u202f", "a", "é", "e\u0301", "\u0301", "\u0323\u0302", "L’", "armée", "12", "3 000", "tué", "killed", "U.S.", "…", "«", "»",
        "قتل", "مقتلَ", "ّ", "ﷲ", "ﻻ", "١٢", "😀", "👩‍👩‍👧", "\ud83d", "\ude00", "\u200f", "\ufeff", "\uffff", "▁", "<s>", "Київ", "京", "ﬁ", "\u0000", "\ud83d\u0301");

    [Fact]
    public void Any_text_has_pieces_in_order_that_cover_its_letters() => Gen.String.Sample(Holds);

    [Fact]
    public void Awkward_text_has_pieces_in_order_that_cover_its_letters() => Parts.Sample(Holds);

    [Fact]
    public void Composed_and_decomposed_letters_have_the_same_pieces() =>
        Assert.Equal(
            PieceCase.Segmenter.Segment("Blessés à l'église de Pétion").Select(piece => piece.Id),
            PieceCase.Segmenter.Segment("Blessés à l'église de Pétion".Normalize(System.Text.NormalizationForm.FormD)).Select(piece => piece.Id));

    public static TheoryData<string> Hostile => ["letters", "unknown", "marks", "spaces", "arabic", "surrogates"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_text_takes_linear_time(string kind)
    {
        const int million = 1_000_000;
        string text = kind switch
        {
            "letters" => string.Concat(Enumerable.Repeat("attaque", million / 7)),
            "unknown" => new string('\u4eac', million),
            "marks" => "a" + new string('\u0301', million / 10),
            "spaces" => new string(' ', million),
            "arabic" => string.Concat(Enumerable.Repeat("وال", million / 3)),
            _ => new string('\ud83d', million),
        };
        IReadOnlyList<Piece> pieces = await Task.Run(() => PieceCase.Segmenter.Segment(text)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.NotEmpty(pieces);
        Ordered(text, pieces);
    }

    private static void Holds(string text)
    {
        IReadOnlyList<Piece> pieces = PieceCase.Segmenter.Segment(text);
        Ordered(text, pieces);
        var covered = new bool[text.Length];
        foreach (Piece piece in pieces) Array.Fill(covered, true, piece.Span.Start, piece.Span.Length);
        for (int i = 0; i < text.Length; i++) Assert.True(covered[i] || !char.IsLetter(text[i]), $"unit {i} of \"{text}\" is in no piece");
        Assert.Equal(pieces, PieceCase.Segmenter.Segment(text));
    }

    private static void Ordered(string text, IReadOnlyList<Piece> pieces)
    {
        int start = 0, end = 0;
        foreach (Piece piece in pieces)
        {
            Assert.InRange(piece.Span.Start, start, text.Length);
            Assert.InRange(piece.Span.End, Math.Max(end, piece.Span.Start), text.Length);
            Assert.InRange(piece.Id, 3, PieceCase.Segmenter.Table.Count - 2);
            (start, end) = (piece.Span.Start, piece.Span.End);
        }
    }
}
