using Vigie.Events.Times;
using Vigie.Tests.Cli;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Times;

/// <summary>A <c>times.yaml</c> that cannot be used is named with its line; one that branches without end is read to the end of the text all the same.</summary>
public sealed class HostileRulesTests
{
    private const string Head = "classes:\n  month:\n    5: [may]\n";

    [Theory]
    [InlineData("rules:\n  - name: x\n    read: dates\n    patterns: [\"{month}\"]\n", "no way of reading is named 'dates'")]
    [InlineData("rules:\n  - name: x\n    read: date\n    patterns: [\"({month}\"]\n", "'(' is not closed")]
    [InlineData("rules:\n  - name: x\n    read: date\n    patterns: [\"{month:moon}\"]\n", "no slot is named 'moon'")]
    [InlineData("rules:\n  - name: x\n    read: date\n    patterns: [\"<year>\"]\n", "no fragment is named 'year'")]
    [InlineData("fragments:\n  a: \"b <a>\"\nrules:\n  - name: x\n    read: date\n    patterns: [\"<a>\"]\n", "fragment 'a' uses itself")]
    [InlineData("rules:\n  - name: x\n    read: date\n    set: {era: 1}\n    patterns: [\"{month}\"]\n", "no slot is named 'era'")]
    public void A_broken_rule_is_named_with_its_line(string rules, string problem)
    {
        var error = Assert.Throws<KnowledgeException>(() => Find(Head + rules, "in May"));
        Assert.EndsWith("times.yaml", error.File, StringComparison.Ordinal);
        Assert.NotNull(error.Line);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_that_multiply_end_with_an_error()
    {
        string ten = string.Join(' ', Enumerable.Repeat("<{0}>", 10));
        string fragments = "fragments:\n  a: \"" + string.Join(' ', Enumerable.Repeat("{month}", 10)) + "\"\n"
            + string.Concat("bcdefg".Select(c => $"  {c}: \"{ten.Replace("{0}", ((char)(c - 1)).ToString(), StringComparison.Ordinal)}\"\n"));
        var error = Assert.Throws<KnowledgeException>(() => Find(Head + fragments + "rules:\n  - name: x\n    read: date\n    patterns: [\"<g>\"]\n", "in May"));
        Assert.Contains("million states", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_branches_without_end_keeps_no_text_waiting()
    {
        string branches = string.Join(' ', Enumerable.Repeat("({month:_}|{month:_})", 40));
        string text = string.Join(' ', Enumerable.Repeat("May", 2_000));
        Assert.NotNull(Find(Head + $"rules:\n  - name: x\n    read: date\n    patterns: [\"{branches}\"]\n", text));
    }

    private static IReadOnlyList<Events.TimeCandidate> Find(string yaml, string text)
    {
        using var folder = new TemporaryFolder();
        folder.File("data/languages/en/times.yaml", yaml);
        return TimeRecogniser.Load(new DataFolder(folder.Path)).Find(TimeCorpus.Document(text, "en", "2025-08-21"));
    }
}
