using NodaTime;
using NodaTime.Text;
using Vigie.Tests.Corpora;
using Vigie.Text;
using Vigie.Text.Languages;
using Vigie.Text.Pages;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>The cases of <c>corpora/furniture/*.tsv</c>.</summary>
public sealed class FurnitureCorpusTests
{
    private static readonly Furniture Furniture = Furniture.Load(DataFolder.BesideProgram, LanguageGuesser.Coded);

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (string language in LanguageGuesser.Coded)
                foreach (string[] fields in Corpus.Lines("furniture", language + ".tsv")) cases.Add(fields[0], fields[1], fields[2]);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tells_furniture_from_the_report(string kind, string day, string line)
    {
        Assert.Equal(kind == "furniture", Furniture.Recognise(line, out LocalDate? date));
        Assert.Equal(day, date is { } found ? LocalDatePattern.Iso.Format(found) : "-");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("ar")]
    public void Holds_enough_cases_of_both_kinds(string language)
    {
        string[][] lines = [.. Corpus.Lines("furniture", language + ".tsv")];
        Assert.True(lines.Count(fields => fields[0] == "furniture") >= 12);
        Assert.True(lines.Count(fields => fields[0] == "report") >= 9);
        Assert.All(lines, fields => Assert.True(fields[0] is "furniture" or "report", fields[0]));
    }

    [Fact]
    public void An_empty_line_is_furniture_and_a_long_line_is_not()
    {
        Assert.True(Furniture.Recognise("  ", out _));
        Assert.False(Furniture.Recognise(string.Concat(Enumerable.Repeat("12 views ", 40)), out LocalDate? date));
        Assert.Null(date);
    }

    [Fact]
    public void A_phrase_that_needs_backtracking_names_its_file()
    {
        string root = Directory.CreateTempSubdirectory("vigie-test-").FullName;
        try
        {
            string file = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "data", "languages", "en")).FullName, "furniture.yaml");
            File.WriteAllText(file, "phrases: ['(a)\\1']\nleads: []\nmonths: {}\n");
            var e = Assert.Throws<KnowledgeException>(() => Furniture.Load(new DataFolder(root), ["en"]));
            Assert.Equal(file, e.File);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
