using NodaTime;
using Vigie.Evaluation;
using Vigie.Events;
using Vigie.Tests.Cli;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Evaluation;

/// <summary>Corpora are read as they are written, and scores are what a person counts by hand.</summary>
public sealed class EvaluationTests
{
    private const string TimeMl = """
        <?xml version="1.0"?>
        <TimeML><DCT><TIMEX3 tid="t0" value="2025-08-21"/></DCT>
        <TEXT>Le pont a <EVENT>sauté</EVENT> <TIMEX3 tid="t1" value="2025-08-20">mercredi</TIMEX3>, puis <TIMEX3 tid="t2" value="2025-08-21">jeudi matin</TIMEX3>.</TEXT></TimeML>
        """;

    [Fact]
    public void TimeML_is_read_with_offsets_that_index_the_article()
    {
        using var folder = new TemporaryFolder();
        TimedText text = TimeMlFile.Read(folder.File("a.tml", TimeMl), "fr");
        Assert.Equal(new LocalDate(2025, 8, 21), text.Article.Published);
        Assert.Equal(["mercredi", "jeudi matin"], text.Times.Select(time => time.Span.Of(text.Article.FullText)));
    }

    [Fact]
    public void Strict_relaxed_and_value_are_counted_apart()
    {
        using var folder = new TemporaryFolder();
        TimedText text = TimeMlFile.Read(folder.File("a.tml", TimeMl), "fr");
        Span first = text.Times[0].Span, second = text.Times[1].Span;
        TimeCandidate Found(Span span, string value) => new(span, "", value, TimeRange.Unknown, "", null);
        var score = new TimeScore();
        // One to the letter, one that overlaps with another value, one beside all: 1, 2 and 1 of 2 expected and 3 found.
        score.Add(text, [Found(first, "2025-08-20"), Found(new Span(second.Start, second.Start + 5), "2025-08-14"), Found(new Span(0, 2), "PRESENT_REF")]);
        Assert.Equal(2.0 * 1 / 5, score.Strict, 6);
        Assert.Equal(2.0 * 2 / 5, score.Relaxed, 6);
        Assert.Equal(2.0 * 1 / 5, score.Value, 6);
    }

    [Fact]
    public void Test_cases_of_Recognizers_give_days_with_an_end_that_is_included()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("Cases.json", """
            [{"Input":"Back from 4 to 6 May","Context":{"ReferenceDateTime":"2016-11-07T00:00:00"},"Results":[{"Text":"from 4 to 6 May","Start":5,
              "Resolution":{"values":[{"type":"daterange","start":"2016-05-04","end":"2016-05-07"}]}}]},
             {"Input":"in an hour","Context":{"ReferenceDateTime":"2016-11-07T00:00:00"},"Results":[{"Text":"an hour","Start":3,"Resolution":{"values":[{"type":"duration","value":"3600"}]}}]}]
            """);
        TimedText text = Assert.Single(SpecFile.Read(file, "en"));
        ExpectedTime time = Assert.Single(text.Times);
        Assert.Equal("from 4 to 6 May", time.Span.Of(text.Article.FullText));
        Assert.Equal((new LocalDate(2016, 5, 4), new LocalDate(2016, 5, 6)), Assert.Single(time.Days));
    }

    [Theory]
    [InlineData("a.tml", "<TimeML><TEXT>")]
    [InlineData("a.tml", "<TimeML/>")]
    [InlineData("a.json", "{\"Input\":1}")]
    [InlineData("a.jsonl", "{\"id\":\"x\"}")]
    public void A_broken_corpus_is_named(string name, string text)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(name, text);
        var error = Assert.Throws<InvalidDataException>(() => Path.GetExtension(name) switch
        {
            ".tml" => (object)TimeMlFile.Read(path, "fr"),
            ".json" => SpecFile.Read(path, "fr"),
            _ => GoldReport.Read(path).ToList(),
        });
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
