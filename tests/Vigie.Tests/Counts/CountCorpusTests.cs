using System.Globalization;
using Vigie.Events;
using Vigie.Events.Counts;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Counts;

/// <summary>The cases of <c>corpora/counts/*.tsv</c>.</summary>
public class CountCorpusTests
{
    private static readonly CountRecogniser Recogniser = CountRecogniser.Load(DataFolder.BesideProgram);

    public static TheoryData<string, string, string, string, string> Positive => Cases(negative: false);

    public static TheoryData<string, string, string, string, string> Negative => Cases(negative: true);

    [Theory, MemberData(nameof(Positive))]
    public void Finds(string language, string text, string passage, string of, string values)
    {
        var found = Recogniser.Find(CountDocuments.Of(text, language));
        Assert.True(found.Any(c => c.Text.Contains(passage, StringComparison.Ordinal) && c.Of.ToString() == of && Values(c.Count) == values),
            $"{text}: no \"{passage}\" {of} {values} among {string.Join("; ", found.Select(c => $"\"{c.Text}\" {c.Of} {Values(c.Count)}"))}");
    }

    [Theory, MemberData(nameof(Negative))]
    public void LeavesAlone(string language, string text, string passage, string of, string values)
    {
        _ = (of, values);
        var document = CountDocuments.Of(text, language);
        var start = document.Text.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(start >= 0);
        Assert.DoesNotContain(Recogniser.Find(document), c => c.Span.Overlaps(new Span(start, start + passage.Length)));
    }

    [Theory, InlineData("fr"), InlineData("en"), InlineData("ar")]
    public void HoldsEnoughCases(string language)
    {
        var lines = Lines(language).ToList();
        Assert.True(lines.Count(l => l[2] != "none") >= 60);
        Assert.True(lines.Count(l => l[2] == "none") >= 20);
    }

    private static TheoryData<string, string, string, string, string> Cases(bool negative)
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var language in (string[])["fr", "en", "ar"])
            foreach (var line in Lines(language).Where(l => l[2] == "none" == negative))
                data.Add(language, line[0], line[1], line[2], $"{line[3]} {line[4]} {line[5]}");
        return data;
    }

    private static IEnumerable<string[]> Lines(string language) =>
        File.ReadLines(CountDocuments.Corpus(language)).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));

    private static string Values(Count count) => $"{Value(count.Low)} {Value(count.High)} {Value(count.Best)}";

    private static string Value(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
