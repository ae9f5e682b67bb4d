using Vigie.Evaluation;
using Vigie.Tests.Corpora;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Places;

/// <summary>Measuring data, where it lies beside the repository: what is found there is a floor that only rises.</summary>
public sealed class PlaceFloorTests
{
    [Theory]
    [InlineData("fr", 0.88, 0.80, 0.92)]
    [InlineData("en", 0.88, 0.84, 0.95)]
    [InlineData("ar", 0.89, 0.80, 0.90)]
    public void Places_of_events_are_offered_and_chosen(string language, double among, double chosen, double country)
    {
        var score = Measured(Corpus.Shared("gold", $"dev-{language}.jsonl"));
        Assert.True(score.Among >= among && score.Chosen >= chosen && score.Country >= country, string.Join("; ", score.Lines()));
    }

    [Fact]
    public void Toponyms_of_local_papers_are_found_and_placed()
    {
        var score = Measured(Corpus.Shared("data", "geoparsing", "lgl.xml.gz"));
        Assert.True(score.Recognition >= 0.63 && score.Chosen >= 0.72, string.Join("; ", score.Lines()));
    }

    private static PlaceScore Measured(string? path)
    {
        Assert.SkipWhen(path is null, "the measuring data is not beside the repository");
        var reader = DocumentReader.Load(DataFolder.BesideProgram);
        var score = new PlaceScore();
        foreach (PlacedText text in PlacedText.Read(path)) score.Add(text, PlaceDocuments.Recogniser.Find(reader.Read(text.Article)));
        return score;
    }
}
