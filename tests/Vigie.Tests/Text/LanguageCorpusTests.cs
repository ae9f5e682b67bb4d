using Vigie.Tests.Corpora;
using Vigie.Text;
using Vigie.Text.Languages;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>The cases of <c>corpora/languages/cases.tsv</c>.</summary>
public sealed class LanguageCorpusTests
{
    private static readonly LanguageGuesser Guesser = LanguageGuesser.Load(DataFolder.BesideProgram);

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string[] fields in Corpus.Lines("languages", "cases.tsv")) cases.Add(fields[0], fields[1]);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tells_the_language(string code, string text) => Assert.Equal(code, Guesser.Guess(text));

    [Fact]
    public void A_text_of_megabytes_is_told_from_its_beginning() =>
        Assert.Equal("en", Guesser.Guess("The army said that it was in the town. " + new string('x', 5_000_000)));
}
