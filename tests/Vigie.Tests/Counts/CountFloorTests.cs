using Vigie.Evaluation;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Counts;
using Vigie.Tests.Corpora;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Counts;

/// <summary>Reports kept for deciding, where they lie beside the repository: floors that only rise.</summary>
public sealed class CountFloorTests
{
    [Theory]
    [InlineData("fr", 0.94)]
    [InlineData("en", 0.93)]
    [InlineData("ar", 0.91)]
    public void The_counts_of_coded_events_are_offered(string language, double floor)
    {
        string? path = Corpus.Shared("gold", $"dev-{language}.jsonl");
        Assert.SkipWhen(path is null, "the reports kept for deciding are not beside the repository");
        DocumentReader reader = DocumentReader.Load(DataFolder.BesideProgram);
        CountRecogniser counts = CountRecogniser.Load(DataFolder.BesideProgram);
        var all = new Coverage("counts");
        foreach (GoldReport report in GoldReport.Read(path))
        {
            IReadOnlyList<CountCandidate> offered = counts.Find(reader.Read(report.Article));
            foreach (string field in Draft.CountFields) all.AddCounts(report, field, offered);
        }
        Assert.True(all.Share >= floor, all.ToString());
    }
}
