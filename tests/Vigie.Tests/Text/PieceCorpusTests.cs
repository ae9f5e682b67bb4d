using System.Text;
using Vigie.Tests.Corpora;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>Pieces as the encoder was trained on them: <c>corpora/pieces/cases.jsonl</c>. VIGIE_ACCEPT=1 writes them anew, to be read before they are kept.</summary>
public sealed class PieceCorpusTests
{
    public static TheoryData<int> Own => Numbers(PieceCase.Path);

    [Theory]
    [MemberData(nameof(Own))]
    public void Gives_the_pieces_of_the_case(int line)
    {
        var expected = PieceCase.Parse(File.ReadAllLines(PieceCase.Path)[line]);
        Assert.Equal(expected.Pieces, PieceCase.Segmenter.Segment(expected.Text));
    }

    [Fact]
    public void Gives_the_pieces_of_the_measured_cases()
    {
        string? path = Corpus.Shared("data", "encoder", "segmentation.jsonl");
        Assert.SkipWhen(path is null, "the measured segmentations are not beside the repository");
        foreach (PieceCase measured in File.ReadLines(path).Select(PieceCase.Parse))
        {
            // The measured pieces are of text as it came; here text is composed first, so that case is compared on its pieces alone.
            if (measured.Text.IsNormalized(NormalizationForm.FormC))
                Assert.Equal(measured.Pieces, PieceCase.Segmenter.Segment(measured.Text));
            else
                Assert.Equal(PieceCase.Segmenter.Segment(measured.Text.Normalize()).Select(piece => piece.Id), PieceCase.Segmenter.Segment(measured.Text).Select(piece => piece.Id));
        }
    }

    [Fact]
    public void Holds_enough_cases() => Assert.True(Own.Count >= 24);

    [Fact]
    public void Accepts_the_pieces_where_told_to()
    {
        if (Environment.GetEnvironmentVariable("VIGIE_ACCEPT") != "1") return;
        string[] lines = File.ReadAllLines(PieceCase.Path);
        File.WriteAllText(PieceCase.Path, string.Concat(lines.Select(line => PieceCase.With(line, PieceCase.Segmenter.Segment(PieceCase.Parse(line).Text)) + "\n")));
    }

    private static TheoryData<int> Numbers(string path)
    {
        var numbers = new TheoryData<int>();
        for (int i = 0; i < File.ReadAllLines(path).Length; i++) numbers.Add(i);
        return numbers;
    }
}
