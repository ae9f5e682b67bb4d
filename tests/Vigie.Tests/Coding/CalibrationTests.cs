using CsCheck;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Tests.Cli;
using Xunit;
using static Vigie.Tests.Coding.Drafts;

namespace Vigie.Tests.Coding;

/// <summary>From scores to confidences, and what is left where only sure events are wanted.</summary>
public sealed class CalibrationTests
{
    [Fact]
    public void No_calibration_leaves_probabilities_as_they_are() => Gen.Double[0.001, 0.999].Sample(p =>
        Calibration.FieldNames.All(field => Math.Abs(Calibration.None.Confidence(field, p) - p) < 1e-9)
        && Math.Abs(Calibration.None.Confidence(ConfidenceFeatures.Of(Sample, [Draft(probability: p)], "Battles")) - p) < 1e-6);

    [Fact]
    public void Confidences_are_probabilities_and_keep_their_order() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0.05, 3], Gen.Double[-5, 5]).Sample((a, b, scale, shift) =>
        {
            Calibration calibration = WithDate(scale, shift);
            double low = calibration.Confidence("date", Math.Min(a, b)), high = calibration.Confidence("date", Math.Max(a, b));
            return low is >= 0 and <= 1 && high is >= 0 and <= 1 && low <= high;
        });

    [Fact]
    public void What_is_known_of_an_event_has_a_place_each()
    {
        double[] bare = ConfidenceFeatures.Of(Sample, [Draft()], "Riots");
        double[] full = ConfidenceFeatures.Of(
            Sample,
            [Draft(date: Time("Monday", 10), place: Place("Bor", "gn:1"), killed: Drafts.Count("9 traders", CountOf.Killed, Vigie.Events.Count.Exactly(9)), parties: [new RoleChoice(Actor("Gunmen"), "initiator", "unidentified", 0.9)]), Draft()],
            "Riots");
        Assert.Equal(ConfidenceFeatures.Names.Count, bare.Length);
        foreach (string stated in (string[])["dated", "placed", "counted", "with a party"])
            Assert.Equal((0, 1), (At(bare, stated), At(full, stated)));
        Assert.Equal(Math.Log(2), At(full, "told again"), 1e-9);
        Assert.Equal(1, At(full, "Riots"));
        Assert.Equal(0, At(full, "Battles"));
        Assert.Equal(LogOdds.Of(0.9), At(full, "count"), 1e-9);
        Assert.All(full, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Less_sure_events_are_dropped_and_their_sentences_say_so()
    {
        CodedArticle all = SampleArticle.Coded;
        Assert.Same(all, all.AtLeast(0.5));
        CodedArticle sure = all.AtLeast(0.6);
        Assert.Equal(["kidal-1"], sure.Events.Select(e => e.Id));
        Assert.Single(sure.Explanation.Confidences);
        Assert.All(sure.Explanation.Values, value => Assert.Equal(0, value.Event));
        SentenceView left = sure.Explanation.Sentences.Single(view => view.Note?.Contains("confidence", StringComparison.Ordinal) == true);
        Assert.Null(left.Event);
        Assert.Contains("0.50, and 0.60", left.Note, StringComparison.Ordinal);
        Assert.Empty(all.AtLeast(0.95).Events);
    }

    [Fact]
    public void Events_after_a_dropped_one_keep_their_values()
    {
        CodedArticle article = SampleArticle.Coded;
        CodedArticle second = (article with { Events = [article.Events[0] with { Confidence = 0.1 }, article.Events[1]] }).AtLeast(0.3);
        Assert.Equal(["kidal-2"], second.Events.Select(e => e.Id));
        Assert.Equal(["status"], second.Explanation.Values.Select(value => value.Field));
        Assert.All(second.Explanation.Values, value => Assert.Equal(0, value.Event));
        Assert.Equal(0, second.Explanation.Sentences.Single(view => view.Best[0].Probability == 0.71).Event);
    }

    private static double At(double[] features, string name) => features[ConfidenceFeatures.Names.Index().First(other => other.Item == name).Index];

    private static Calibration WithDate(double scale, double shift) => new()
    {
        Event = Calibration.None.Event,
        Fields = Calibration.FieldNames.ToDictionary(name => name, _ => new FieldCalibration { Scale = scale, Shift = shift }),
    };
}
