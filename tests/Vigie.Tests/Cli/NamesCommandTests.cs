using System.Text.Json;
using Vigie.Cli;
using Xunit;

namespace Vigie.Tests.Cli;

/// <summary>What <c>vigie names</c> writes.</summary>
public sealed class NamesCommandTests
{
    [Fact]
    public void A_line_a_name_with_its_words_kind_and_probability()
    {
        using var folder = new TemporaryFolder();
        string report = "Barack Obama in Nairobi\nBarack Obama flew to Kenya on Monday.";
        string path = folder.File("visit.txt", report);
        VigieProcess.Result run = VigieProcess.Run(["names", path, "--published", "2015-07-27", "--language", "en"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        foreach (string line in lines)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement name = json.RootElement;
            Assert.Equal(["id", "start", "end", "text", "kind", "probability"], name.EnumerateObject().Select(property => property.Name));
            Assert.Equal(report[name.GetProperty("start").GetInt32()..name.GetProperty("end").GetInt32()], name.GetProperty("text").GetString());
            Assert.Contains(name.GetProperty("kind").GetString(), (string[])["person", "place", "organisation"]);
            Assert.InRange(name.GetProperty("probability").GetDouble(), 0, 1);
        }
        Assert.Contains(lines, line => line.Contains("Barack Obama", StringComparison.Ordinal) && line.Contains("person", StringComparison.Ordinal));
    }
}
