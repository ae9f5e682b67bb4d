using System.Text.Json;
using Vigie.Cli;
using Vigie.Tests.Llm;
using Xunit;

namespace Vigie.Tests.Cli;

/// <summary><c>vigie code --coder llm</c> and <c>--triage</c>, run as their users run them: no article is lost, and one line says what was wrong.</summary>
public sealed class SecondOpinionTests : IDisposable
{
    private const string Attack = "Gunmen killed nine traders at the market of Bor on Monday, police said.";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_model_that_fails_costs_one_line_and_no_article()
    {
        using FakeModelServer server = FakeModelServer.Answering(500, "{}");
        VigieProcess.Result run = Code(server, Line("a", Attack), Line("b", "Gunmen killed two farmers near Bor on Sunday."));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(["a", "b"], Records(run).Select(record => record.GetProperty("id").GetString()));
        Assert.NotEmpty(Records(run)[0].GetProperty("events").EnumerateArray());
        string[] lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("the model server answered 500; it is coded by vigie alone", lines[0], StringComparison.Ordinal);
        Assert.Equal("vigie: 1 more articles were coded by vigie alone: the model gave no usable answer", Assert.Single(lines[1..]));
    }

    [Fact]
    public void What_a_model_proves_is_written()
    {
        using FakeModelServer server = FakeModelServer.Saying("{\"events\":[{\"sub_event_type\":\"Mob violence\",\"status\":\"asserted\",\"confidence\":0.3,\"evidence\":{\"event\":\"killed nine traders\"}}]}");
        VigieProcess.Result run = Code(server, Line("a", Attack));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        JsonElement e = Assert.Single(Records(run)).GetProperty("events")[0];
        Assert.Equal(("Mob violence", 0.3), (e.GetProperty("sub_event_type").GetString(), e.GetProperty("confidence").GetDouble()));
    }

    [Theory]
    [InlineData("--coder", "llm")]
    [InlineData("--coder", "llm", "--llm-address", "http://localhost:1/v1")]
    [InlineData("--coder", "llm", "--llm-address", "localhost", "--llm-model", "m")]
    [InlineData("--coder", "llm", "--llm-address", "ftp://localhost/v1", "--llm-model", "m")]
    [InlineData("--coder", "llm", "--llm-address", "http://localhost:1/v1", "--llm-model", "m", "--llm-timeout", "0")]
    [InlineData("--llm-address", "http://localhost:1/v1", "--llm-model", "m")]
    [InlineData("--coder", "oracle")]
    [InlineData("--min-confidence", "2")]
    [InlineData("--min-confidence", "much")]
    public void Wrong_options_are_told_before_anything_is_read(params string[] options)
    {
        VigieProcess.Result run = VigieProcess.Run(["code", "-", .. options], []);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("vigie: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Triage_leaves_out_what_is_nothing_like_an_event_and_counts_it()
    {
        string file = folder.File("news.jsonl", Line("a", "The garden show opens on Saturday. Tickets cost five pounds.") + Line("b", Attack));
        VigieProcess.Result run = VigieProcess.Run(["code", file, "--triage", "--format", "jsonl"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(["b"], Records(run).Select(record => record.GetProperty("id").GetString()));
        Assert.Equal("vigie: triage left out 1 of 2 articles\n", run.Errors);
    }

    [Fact]
    public void Measures_are_written_as_a_table_and_as_json()
    {
        string gold = folder.File("gold.jsonl", "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Nothing.\",\"events\":[]}\n{\"id\":\"b\",\"title\":\"T\",\"text\":\"Nothing.\",\"events\":[{\"focus\":\"main\",\"event_type\":\"Battles\",\"sub_event_type\":\"Armed clash\",\"status\":\"asserted\"}]}\n");
        VigieProcess.Result table = VigieProcess.Run(["eval", "events", gold, "--coded", gold, "--thresholds", "0.5"]);
        Assert.Equal((ExitCode.Done, ""), (table.ExitCode, table.Errors));
        Assert.Contains("F1 1.000", table.Output, StringComparison.Ordinal);
        Assert.Contains("≥ 0.50", table.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(VigieProcess.Run(["eval", "agree", gold, gold, "--format", "json"]).Output);
        Assert.Equal(1, json.RootElement.GetProperty("events").GetProperty("both").GetInt32());
        VigieProcess.Result missing = VigieProcess.Run(["eval", "agree", gold, gold + ".none"]);
        Assert.Equal((ExitCode.Unreadable, ""), (missing.ExitCode, missing.Output));
        Assert.Single(missing.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private VigieProcess.Result Code(FakeModelServer server, params string[] lines) => VigieProcess.Run(
        ["code", folder.File("news.jsonl", string.Concat(lines)), "--format", "jsonl", "--threads", "1", "--coder", "llm", "--llm-address", server.Address.ToString(), "--llm-model", "test"]);

    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, title = "News", text, published = "2025-03-13", language = "en" }) + "\n";

    private static List<JsonElement> Records(VigieProcess.Result run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
