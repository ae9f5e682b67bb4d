using Vigie.Evaluation;
using Vigie.Tests.Corpora;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Times;

/// <summary>Corpora kept for deciding, where they lie beside the repository: floors that only rise.</summary>
public sealed class TimeFloorTests
{
    private static readonly Lazy<DocumentReader> Reader = new(() => DocumentReader.Load(DataFolder.BesideProgram));

    [Fact]
    public void Passages_and_values_of_the_French_TimeBank_do_not_fall()
    {
        string? folder = Corpus.Shared("data", "times", "fr_timebank");
        Assert.SkipWhen(folder is null, "the French TimeBank is not beside the repository");
        var score = new TimeScore();
        foreach (string file in Directory.GetFiles(folder, "*.tml").Order(StringComparer.Ordinal))
        {
            TimedText text = TimeMlFile.Read(file, "fr");
            score.Add(text, TimeCorpus.Recogniser.Find(Reader.Value.Read(text.Article)));
        }
        Assert.True(score is { Strict: >= 0.84, Relaxed: >= 0.93, Value: >= 0.79 }, score.ToString());
    }

    [Theory]
    [InlineData("fr", 0.93)]
    [InlineData("en", 0.95)]
    [InlineData("ar", 0.93)]
    public void The_days_of_coded_events_are_offered(string language, double floor)
    {
        string? path = Corpus.Shared("gold", $"dev-{language}.jsonl");
        Assert.SkipWhen(path is null, "the reports kept for deciding are not beside the repository");
        var dates = new Coverage("dates");
        foreach (GoldReport report in GoldReport.Read(path)) dates.AddDates(report, TimeCorpus.Recogniser.Offer(Reader.Value.Read(report.Article)));
        Assert.True(dates.Share >= floor, dates.ToString());
    }
}
