using Vigie.Events.Triage;
using Vigie.Tests.House;
using Vigie.Training.Gold;
using Vigie.Training.Triage;
using Xunit;

namespace Vigie.Tests.Training;

/// <summary>The gate is learned from what stands in the repository, and the same reports give the same gate.</summary>
public sealed class TriageTrainerTests
{
    [Fact]
    public void A_sentence_with_a_gold_passage_tells_and_the_others_do_not()
    {
        GoldReport report = GoldReport.Read(Repository.File("corpora", "gold", "train-en.jsonl")).First(report => report.Events.Count > 0);
        var example = TriageExample.Of(report);
        Assert.True(example.HasEvents);
        Assert.Contains(example.Sentences, sentence => sentence.TellsOfEvent);
        Assert.DoesNotContain(TriageExample.Of(report with { Events = [] }).Sentences, sentence => sentence.TellsOfEvent);
    }

    [Fact]
    public void The_same_reports_give_the_same_gate_which_parts_them()
    {
        TriageExample[] reports = [.. GoldReport.ReadAll([Repository.File("corpora", "gold", "train-own.jsonl"), Repository.File("corpora", "triage")]).Select(TriageExample.Of)];
        var lines = new List<string>();
        (float[] weights, float bias, double threshold) = TriageTrainer.Train(reports, 0.97, 1, lines.Add);
        (float[] again, float biasAgain, double thresholdAgain) = TriageTrainer.Train(reports, 0.97, 1, _ => { });
        Assert.Equal(weights, again);
        Assert.Equal((bias, threshold), (biasAgain, thresholdAgain));
        Assert.NotEmpty(lines);
        var gate = new Gate(weights, bias, threshold);
        double Share(bool events) => reports.Where(report => report.HasEvents == events).Average(report => report.Sentences.Max(sentence => gate.Score(sentence.Buckets)) >= threshold ? 1 : 0);
        Assert.True(Share(true) > 0.9);
        Assert.True(Share(false) < 0.5);
    }

    [Fact]
    public void The_quiet_reports_keep_to_the_format()
    {
        GoldReport[] quiet = [.. GoldReport.ReadAll([Repository.File("corpora", "triage")])];
        Assert.True(quiet.Length >= 60);
        Assert.All(quiet, report => Assert.Empty(report.Events));
        Assert.Equal(quiet.Length, quiet.Select(report => report.Id).Distinct().Count());
        Assert.Equal(3, quiet.Select(report => report.Language).Distinct().Count());
    }
}
