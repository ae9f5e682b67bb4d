using System.Text;
using System.Text.Json;
using Vigie.Cli;
using Xunit;

namespace Vigie.Tests.Cli;

/// <summary><c>vigie times</c>, <c>counts</c> and <c>eval</c>, as their users run them.</summary>
public sealed class RecogniserCommandTests
{
    private const string Report = "Une mine tue deux bergers\nDeux bergers ont été tués mardi à Ansongo.";

    [Fact]
    public void Times_writes_a_line_a_time()
    {
        VigieProcess.Result run = VigieProcess.Run(["times", "-", "--published", "2025-08-21"], Encoding.UTF8.GetBytes(Report));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("{\"id\":\"stdin\",\"start\":52,\"end\":57,\"text\":\"mardi\",\"value\":\"2025-08-19\",\"from\":\"2025-08-19\",\"to\":\"2025-08-19\",\"precision\":\"day\"}\n", run.Output);
    }

    [Fact]
    public void Counts_writes_a_line_a_number()
    {
        VigieProcess.Result run = VigieProcess.Run(["counts", "-", "--published", "2025-08-21"], Encoding.UTF8.GetBytes(Report));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Equal(["id", "start", "end", "text", "of", "who", "low", "high", "best"], JsonDocument.Parse(line).RootElement.EnumerateObject().Select(key => key.Name)));
        Assert.Contains("{\"id\":\"stdin\",\"start\":26,\"end\":51,\"text\":\"Deux bergers ont été tués\",\"of\":\"killed\",\"who\":\"bergers\",\"low\":2,\"high\":2,\"best\":2}", lines);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_read()
    {
        using var folder = new TemporaryFolder();
        string good = folder.File("good.txt", Report), missing = Path.Combine(folder.Path, "missing.txt");
        VigieProcess.Result run = VigieProcess.Run(["times", missing, good, "--published", "2025-08-21"]);
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("missing.txt", run.Errors, StringComparison.Ordinal);
        Assert.Contains("\"mardi\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_measures_coded_reports_and_names_what_is_none()
    {
        using var folder = new TemporaryFolder();
        string broken = folder.File("broken.jsonl", "{}");
        string gold = House.Repository.File("corpora", "gold", "train-own.jsonl");
        VigieProcess.Result times = VigieProcess.Run(["eval", "times", gold, broken]);
        Assert.Equal(ExitCode.Unreadable, times.ExitCode);
        Assert.Matches(@"^train-own.jsonl: dates: \d+ of \d+ offered \(0\.\d{3}|1\.000\)", times.Output);
        Assert.Contains("broken.jsonl", times.Errors, StringComparison.Ordinal);
        VigieProcess.Result counts = VigieProcess.Run(["eval", "counts", gold]);
        Assert.Equal(ExitCode.Done, counts.ExitCode);
        Assert.Contains("train-own.jsonl: killed: ", counts.Output, StringComparison.Ordinal);
    }
}
