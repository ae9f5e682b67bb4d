using Vigie.Tests.Corpora;
using Vigie.Text;
using Vigie.Text.Languages;
using Vigie.Text.Sentences;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>The cases of <c>corpora/sentences/*.tsv</c>.</summary>
public sealed class SentenceCorpusTests
{
    private const string Border = "‖";

    private static readonly Dictionary<string, SentenceSplitter> Splitters = LanguageGuesser.Coded.ToDictionary(
        language => language, language => new SentenceSplitter(SentenceRules.Load(DataFolder.BesideProgram, language)));

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string language in Splitters.Keys)
                foreach (string[] fields in Corpus.Lines("sentences", language + ".tsv")) cases.Add(language, fields[0]);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Splits_where_the_case_says(string language, string marked)
    {
        string[] expected = marked.Split(Border, StringSplitOptions.TrimEntries);
        string line = marked.Replace(Border, "", StringComparison.Ordinal);
        Assert.Equal(expected, Splitters[language].Split(line, new Span(0, line.Length)).Select(span => span.Of(line)));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("ar")]
    public void Holds_enough_cases_of_both_kinds(string language)
    {
        string[] lines = [.. Corpus.Lines("sentences", language + ".tsv").Select(fields => fields[0])];
        Assert.True(lines.Count(line => line.Contains(Border, StringComparison.Ordinal)) >= 12);
        Assert.True(lines.Count(line => !line.Contains(Border, StringComparison.Ordinal)) >= 10);
    }
}
