using Vigie.Events.Coding;
using Vigie.Scoring;
using Vigie.Tests.Cli;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Scoring;

/// <summary>Confidences learned from what was right: they then hold, and the file that is written is the one that is read.</summary>
public sealed class CalibrationFitTests
{
    [Fact]
    public void Weights_are_found_again()
    {
        // Of examples at each x as many hold as the weights say.
        var examples = new List<(double[], bool)>();
        foreach (double x in (double[])[-2, -1, 0, 1, 2])
        {
            int holding = (int)Math.Round(1000 / (1 + Math.Exp(-(0.5 + 1.5 * x))));
            for (int i = 0; i < 1000; i++) examples.Add(([1, x], i < holding));
        }
        double[] weights = LogisticRegression.Fit(examples, [0, 0], 1e-6);
        Assert.Equal(0.5, weights[0], 0.01);
        Assert.Equal(1.5, weights[1], 0.01);
    }

    [Fact]
    public void Without_examples_the_prior_stands_and_with_parted_ones_weights_stay_finite()
    {
        Assert.Equal([0, 1], LogisticRegression.Fit([], [0, 1], 3));
        double[] parted = LogisticRegression.Fit([.. Enumerable.Range(0, 100).Select(i => (new double[] { 1, i < 50 ? -8 : 8 }, i >= 50))], [0, 1], 3);
        Assert.All(parted, weight => Assert.InRange(weight, -10, 10));
    }

    [Fact]
    public void An_overconfident_reader_is_held_back()
    {
        // Forty reports whose one event is said to be right at 0.9, and is in every second.
        var fit = new CalibrationFit();
        for (int i = 0; i < 40; i++) fit.Add(i % 2 == 0 ? ScoredEvents.Report(ScoredEvent.Of(Sure().Events[0])) : ScoredEvents.Report(), Sure());
        (IReadOnlyList<Judged> events, IReadOnlyDictionary<string, IReadOnlyList<Judged>> fields) = fit.HeldOut();
        Assert.Equal(40, events.Count);
        Assert.All(events, judged => Assert.InRange(judged.Calibrated, 0.4, 0.6));
        Assert.True(Reliability.Error(events, one => one.Calibrated) < 0.1);
        Assert.Equal(0.4, Reliability.Error(events, one => one.Raw), 1e-6);
        Assert.True(Reliability.Brier(events, one => one.Calibrated) < Reliability.Brier(events, one => one.Raw));
        Assert.All(fields["date"], judged => Assert.True(judged.Right));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var data = new DataFolder(folder.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(data.Model("reader", "calibration.yaml"))!);
        var fit = new CalibrationFit();
        for (int i = 0; i < 10; i++) fit.Add(i % 2 == 0 ? ScoredEvents.Report(ScoredEvent.Of(Sure().Events[0])) : ScoredEvents.Report(), Sure());
        Calibration made = fit.Fit();
        CalibrationFile.Write(data.Model("reader", "calibration.yaml"), made, 10);
        Calibration read = Calibration.Load(data);
        Assert.All(ConfidenceFeatures.Names, name => Assert.Equal(made.Event[name], read.Event[name], 1e-4));
        Assert.All(Calibration.FieldNames, name => Assert.Equal(made.Fields[name].Scale, read.Fields[name].Scale, 1e-4));
    }

    [Fact]
    public void Ranges_of_confidence_have_their_shares()
    {
        Judged[] judged = [new(0.95, 0.5, true), new(1, 0.5, true), new(0.85, 0.5, false), new(0.1, 0.5, false)];
        IReadOnlyList<Reliability.Row> rows = Reliability.Rows(judged);
        Assert.Equal(new Part(2, 2), rows[^1].Right);
        Assert.Equal(new Part(0, 1), rows[^2].Right);
        Assert.Equal(0.975, rows[^1].Said, 1e-9);
        Assert.Equal((0.05 + 0.85 + 0.1) / 4, Reliability.Error(judged, one => one.Calibrated), 1e-9);
        Assert.Equal(0, Reliability.Error([], one => one.Raw));
    }

    // The first event of the sample, said by an uncalibrated reader to be right at 0.9.
    private static CodedArticle Sure()
    {
        CodedArticle sample = SampleArticle.Coded;
        ConfidencePart[] parts = [.. ConfidenceFeatures.Names.Select(name => new ConfidencePart(name, name switch { "bias" => 1, ConfidenceFeatures.Sentence => LogOdds.Of(0.9), _ => 0 }, 0))];
        var explanation = new Explanation([], [.. sample.Explanation.Values.Where(value => value.Event == 0)], [parts]);
        return new CodedArticle(sample.Document, [sample.Events[0] with { Confidence = 0.9 }], explanation);
    }
}
