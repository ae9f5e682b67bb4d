using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;
using Vigie.Training.Gold;
using Xunit;

namespace Vigie.Tests.Corpora;

/// <summary>Reports kept for deciding, where they lie beside the repository: their scores are floors that only rise.</summary>
public sealed class DevFloorTests
{
    [Theory]
    [InlineData("fr", 0.67, 0.42)]
    [InlineData("en", 0.71, 0.48)]
    [InlineData("ar", 0.73, 0.47)]
    public void Scores_do_not_fall(string language, double eventFloor, double slotFloor)
    {
        string? path = Corpus.Shared("gold", $"dev-{language}.jsonl");
        Assert.SkipWhen(path is null, "the reports kept for deciding are not beside the repository");
        using Coder coder = Coder.Load(DataFolder.BesideProgram);
        Tally events = default, slots = default;
        foreach (GoldReport report in GoldReport.Read(path))
        {
            IReadOnlyList<Event> coded = coder.Code(new Article(
                report.Id, report.Title, report.Text, report.Language, LocalDatePattern.Iso.Parse(report.Published).Value, report.Source)).Events;
            events += new Tally(Pairing.Of(report.Events, coded).Count, report.Events.Count, coded.Count);
            slots += Slots.Of(report.Events, coded);
        }
        Assert.True(events.F1 >= eventFloor && slots.F1 >= slotFloor, $"events {events}, floor {eventFloor}; fields {slots}, floor {slotFloor}");
    }
}
