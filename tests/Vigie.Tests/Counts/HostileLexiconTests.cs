using Vigie.Events.Counts;
using Vigie.Tests.Cli;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Counts;

/// <summary>A <c>counts.yaml</c> that cannot be used is named with its line; it never ends the program in another way.</summary>
public sealed class HostileLexiconTests
{
    private const string Sound = "thousands: \",\"\ncardinals: {one: 1}\nscales: {hundred: 100}\nwords:\n  joiner: [and]\nbefell:\n  killed:\n    counted: [dead]\n";

    [Fact]
    public void A_sound_file_is_read() => Assert.NotEmpty(Read(Sound, "one dead"));

    [Theory]
    [InlineData("  joiner: [and]", "  joinder: [and]", 5, "joinder")]
    [InlineData("  killed:", "  slain:", 7, "slain")]
    [InlineData("{one: 1}", "{one: 99999999999999999999}", 2, "")]
    [InlineData("{one: 1}", "{one: [1}", 2, "")]
    [InlineData("thousands: \",\"\n", "", 5, "thousands")]
    [InlineData("words:\n", "regexes: [\"(a+)+$\"]\nwords:\n", 4, "regexes")]
    public void A_broken_file_is_named_with_its_line(string part, string instead, int line, string word)
    {
        var error = Assert.Throws<KnowledgeException>(() => Read(Sound.Replace(part, instead, StringComparison.Ordinal), "one dead"));
        Assert.EndsWith("counts.yaml", error.File, StringComparison.Ordinal);
        Assert.NotNull(error.Line);
        Assert.InRange(error.Line.Value, Math.Max(1, line - 1), line + 1);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<KnowledgeException>(() => CountRecogniser.Load(new DataFolder(folder.Path)).Find(CountDocuments.Of("one dead", "en")));
        Assert.EndsWith("counts.yaml", error.File, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Events.CountCandidate> Read(string yaml, string text)
    {
        using var folder = new TemporaryFolder();
        folder.File("data/languages/en/counts.yaml", yaml);
        return CountRecogniser.Load(new DataFolder(folder.Path)).Find(CountDocuments.Of(text, "en"));
    }
}
