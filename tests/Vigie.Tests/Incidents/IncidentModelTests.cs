using Vigie.Events.Incidents;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Incidents;

public sealed class IncidentModelTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_model_that_was_written_is_read_as_it_was()
    {
        IncidentModel model = IncidentModel.ForTables(DataFolder.BesideProgram);
        File.WriteAllText(path, model.ToYaml("a test"));
        IncidentModel read = IncidentModel.Load(path);
        Assert.Equal((model.Join, model.Automatic, model.Bias), (read.Join, read.Automatic, read.Bias));
        Assert.Equal(model.Weights.ToArray(), read.Weights.ToArray());
    }

    [Theory]
    [InlineData("join: 0.3\nautomatic: 1\nbias: 0\nweights:\n  \"phase of the moon\": 1\n", "phase of the moon")]
    [InlineData("join: 0\nautomatic: 1\nbias: 0\nweights: {}\n", "join and automatic")]
    [InlineData("join: 0.3\nautomatic: 1\nbias: 0\nweights:\n  \"same type: 1\": .nan\n", "no number")]
    [InlineData("join: 0.3\n", "")]
    public void A_broken_file_is_named(string yaml, string problem)
    {
        File.WriteAllText(path, yaml);
        KnowledgeException error = Assert.Throws<KnowledgeException>(() => IncidentModel.Load(path));
        Assert.Equal(path, error.File);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_speaks_for_an_incident_is_learned()
    {
        int toll = Comparison.Levels.ToList().IndexOf("killed the same: 8"), gap = Comparison.Levels.ToList().IndexOf("days apart: 3");
        LabelledPair[] pairs =
        [
            .. Enumerable.Repeat(new LabelledPair([toll], true), 40), .. Enumerable.Repeat(new LabelledPair([toll], false), 10),
            .. Enumerable.Repeat(new LabelledPair([gap], true), 5), .. Enumerable.Repeat(new LabelledPair([gap], false), 45),
        ];
        (double bias, double[] weights) = LikelihoodTrainer.Fit(pairs, pull: 0.001);
        // Without a pull the fitted likelihood of a level is its share of true pairs.
        Assert.Equal(0.8, 1 / (1 + Math.Exp(-(bias + weights[toll]))), 2);
        Assert.Equal(0.1, 1 / (1 + Math.Exp(-(bias + weights[gap]))), 2);
        (_, double[] pulled) = LikelihoodTrainer.Fit(pairs, pull: 1e6, new IncidentModel(0, [.. weights.Select(_ => 0.25)], 1, 1));
        Assert.All(pulled, weight => Assert.Equal(0.25, weight, 3));
    }
}
