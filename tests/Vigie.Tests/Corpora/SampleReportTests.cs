using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Scoring;
using Vigie.Tests.House;
using Vigie.Training.Gold;
using Xunit;

namespace Vigie.Tests.Corpora;

/// <summary>The sample reports, coded from their first word to their last: scores are floors that only rise.</summary>
public sealed class SampleReportTests
{
    private const double EventsInFrench = 0.60;
    private const double EventsInEnglish = 0.60;
    private const double EventsInArabic = 0.70;
    private const double SlotsInAll = 0.48;
    private const int QuietReports = 3;

    [Theory]
    [InlineData("fr", EventsInFrench)]
    [InlineData("en", EventsInEnglish)]
    [InlineData("ar", EventsInArabic)]
    public void Finds_the_expected_events(string language, double floor)
    {
        Found events = Board(language).Events;
        Assert.True(events.F1 >= floor, $"events in {language}: {events}, floor {floor}");
    }

    [Fact]
    public void Fills_the_expected_fields()
    {
        Found slots = Board(null).Slots;
        Assert.True(slots.F1 >= SlotsInAll, $"fields: {slots}, floor {SlotsInAll}");
    }

    [Fact]
    public void Leaves_quiet_reports_quiet()
    {
        GoldReport[] quiet = [.. SampleReport.All.Where(report => report.Events.Count == 0)];
        Assert.Equal(3, quiet.Length);
        string[] loud = [.. quiet.Where(report => SampleReport.Coded(report).Events.Count > 0).Select(report => report.Id)];
        Assert.True(quiet.Length - loud.Length >= QuietReports, "events found in " + string.Join(", ", loud));
    }

    [Fact]
    public void Every_value_is_proved_by_words_of_the_report()
    {
        int proofs = 0;
        foreach (GoldReport report in SampleReport.All)
        {
            CodedArticle coded = SampleReport.Coded(report);
            Assert.Equal(report.Title + "\n" + report.Text, coded.Document.Text);
            foreach (Event e in coded.Events)
            {
                proofs += e.Evidence.Count;
                Assert.All(e.Evidence, proof => Assert.Equal(proof.Span.Of(coded.Document.Text), proof.Text));
                Assert.All(e.Evidence, proof => Assert.False(string.IsNullOrWhiteSpace(proof.Text)));
                string[] filled =
                [
                    "event", .. e.Date.Start is null ? (string[])[] : ["date"], .. e.Place is null ? (string[])[] : ["place"],
                    .. e.Killed is null ? (string[])[] : ["killed"], .. e.Injured is null ? (string[])[] : ["injured"],
                    .. e.Detained is null ? (string[])[] : ["detained"], .. e.Abducted is null ? (string[])[] : ["abducted"],
                    .. e.Actors.Select((_, i) => FormattableString.Invariant($"actor:{i}")),
                ];
                Assert.Subset(e.Evidence.Select(proof => proof.Field).ToHashSet(), filled.ToHashSet());
            }
        }
        Assert.True(proofs > 0);
    }

    [Fact]
    public void Values_are_of_the_vocabulary_and_ids_are_apart()
    {
        foreach (GoldReport report in SampleReport.All)
        {
            IReadOnlyList<Event> events = SampleReport.Coded(report).Events;
            Assert.Equal(events.Count, events.Select(e => e.Id).Distinct().Count());
            foreach (Event e in events)
            {
                Assert.InRange(e.Confidence, 0, 1);
                Assert.All(e.Actors, actor => Assert.Contains(actor.Role, ActorRoles.All));
                Assert.All(e.Actors, actor => Assert.Contains(actor.Kind, ActorKinds.All));
            }
        }
    }

    [Fact]
    public void Is_coded_the_same_again_and_side_by_side()
    {
        using Coder coder = Coder.Load(Text.DataFolder.BesideProgram, threads: 2);
        GoldReport[] reports = [.. SampleReport.All.Take(4)];
        var again = new IReadOnlyList<Event>[reports.Length];
        Parallel.For(0, reports.Length, i => again[i] = coder.Code(SampleReport.Coded(reports[i]).Document.Article).Events);
        for (int i = 0; i < reports.Length; i++) Assert.Equivalent(SampleReport.Coded(reports[i]).Events, again[i], strict: true);
    }

    [Fact]
    public void The_pasted_text_is_that_of_the_expected_report()
    {
        Assert.Equal(18, SampleReport.All.Count);
        foreach (GoldReport report in SampleReport.All)
            Assert.Equal(Repository.Read("corpora", "reports", report.Id + ".txt"), report.Title + "\n" + report.Text + "\n");
    }

    private static Scoreboard Board(string? language)
    {
        var board = new Scoreboard();
        foreach (GoldReport report in SampleReport.All.Where(report => language is null || report.Language == language))
        {
            ScoredReport gold = ReportFile.Parse(Repository.Read("corpora", "reports", report.Id + ".json"), report.Id);
            board.Add(gold, [.. SampleReport.Coded(report).Events.Select(ScoredEvent.Of)]);
        }
        return board;
    }
}
