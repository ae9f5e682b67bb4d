using Vigie.Scoring;
using Vigie.Tests.Cli;
using Xunit;

namespace Vigie.Tests.Scoring;

/// <summary>Lines of gold and of records, and lines that are neither.</summary>
public sealed class ReportFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Gold_and_records_are_read_alike()
    {
        const string Shared = "\"focus\":\"main\",\"event_type\":\"Battles\",\"sub_event_type\":\"Armed clash\",\"status\":\"asserted\",\"date\":{\"start\":\"2025-03-10\",\"end\":\"2025-03-10\",\"precision\":\"day\"},"
            + "\"place\":{\"name\":\"Bor\",\"admin1\":null,\"country\":\"SS\",\"latitude\":6.2,\"longitude\":31.6,\"precision\":\"settlement\"},\"killed\":{\"low\":9,\"high\":null,\"best\":9},\"injured\":null,\"weapons\":[\"air\"]";
        List<ScoredReport> read = Read(
            "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Nine died.\",\"events\":[{" + Shared + ",\"actors\":[{\"names\":[\"army\",\"SSPDF\"],\"role\":\"target\",\"kind\":\"state\"}],\"evidence\":{\"killed\":\"Nine\",\"date\":null}}]}",
            "",
            "{\"id\":7,\"events\":[{" + Shared + ",\"actors\":[{\"text\":\"army\",\"name\":\"SSPDF\",\"role\":\"target\",\"kind\":\"state\"}],\"confidence\":0.5,\"evidence\":[{\"field\":\"killed\",\"start\":2,\"end\":6,\"text\":\"Nine\"}]}]}",
            "{\"id\":\"c\",\"events\":[]}");
        Assert.Equal(["a", "7", "c"], read.Select(report => report.Id));
        ScoredEvent gold = read[0].Events[0], record = read[1].Events[0];
        Assert.Equal(1, EventLikeness.Of(gold, record), 1e-9);
        Assert.Equal([new ScoredEvidence("killed", null, null, "Nine")], gold.Evidence);
        Assert.Equal([new ScoredEvidence("killed", 2, 6, "Nine")], record.Evidence);
        Assert.Equal((null, 0.5), (gold.Confidence, record.Confidence));
        Assert.Null(read[2].Text);
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"events\":[]}", "\"id\" is missing")]
    [InlineData("{\"id\":\"a\",\"events\":{}}", "\"events\" is no list")]
    [InlineData("{\"id\":\"a\",\"events\":[3]}", "an event is no JSON object")]
    [InlineData("{\"id\":\"a\",\"events\":[{\"killed\":\"nine\"}]}", "\"killed\" is no JSON object")]
    [InlineData("{\"id\":\"a\",\"events\":[{\"killed\":{\"low\":1.5}}]}", "\"low\" is no whole number")]
    [InlineData("{\"id\":\"a\",\"events\":[{\"focus\":1}]}", "\"focus\" holds something that is no string")]
    [InlineData("{\"id\":\"a\",\"title\":\"\\ud800\"}", "mend or delete the line")]
    public void What_is_no_report_is_named_with_its_line(string line, string problem)
    {
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => Read("{\"id\":\"ok\",\"events\":[]}", line));
        Assert.Contains("line 2", e.Message, StringComparison.Ordinal);
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
    }

    private List<ScoredReport> Read(params string[] lines)
    {
        string path = Path.Combine(folder.Path, "reports.jsonl");
        File.WriteAllLines(path, lines);
        return ReportFile.Read(path);
    }
}
