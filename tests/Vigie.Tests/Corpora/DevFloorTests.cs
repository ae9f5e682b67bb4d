using NodaTime.Text;
using Vigie.Events.Coding;
using Vigie.Scoring;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Corpora;

/// <summary>Reports kept for deciding, where they lie beside the repository: their scores are floors that only rise.</summary>
public sealed class DevFloorTests
{
    [Theory]
    [InlineData("fr", 0.74, 0.52)]
    [InlineData("en", 0.75, 0.55)]
    [InlineData("ar", 0.76, 0.55)]
    public void Scores_do_not_fall(string language, double eventFloor, double slotFloor)
    {
        string? path = Corpus.Shared("gold", $"dev-{language}.jsonl");
        Assert.SkipWhen(path is null, "the reports kept for deciding are not beside the repository");
        using Coder coder = Coder.Load(DataFolder.BesideProgram);
        var board = new Scoreboard();
        foreach (ScoredReport report in ReportFile.Read(path))
        {
            var article = new Article(report.Id, report.Title!, report.Text!, report.Language, LocalDatePattern.Iso.Parse(report.Published!).Value, report.Source);
            board.Add(report, [.. coder.Code(article).Events.Select(ScoredEvent.Of)]);
        }
        Assert.True(board.Events.F1 >= eventFloor && board.Slots.F1 >= slotFloor, $"events {board.Events}, floor {eventFloor}; slots {board.Slots}, floor {slotFloor}");
    }
}
