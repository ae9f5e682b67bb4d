using CsCheck;
using NodaTime;
using Vigie.Text;
using Vigie.Text.Languages;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>What holds for the sentences of any text, and what a document takes from its lines.</summary>
public sealed class DocumentPropertyTests
{
    private static readonly Gen<string> Language = Pick.One("fr", "en", "ar");

    private static readonly Gen<string> Parts = Pick.Text(
        60, "Gunmen", "killed", "U.S.", "J.", "M.", "Dr.", ".", "...", "…", "!", "?", "؟", "»", "«", " »", "\"", ")", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "3.5", "www.a.org",
        "Lire aussi", "12 Vues", "March 3, 2024", "قتل", "د.", "É", "é", "12", "😀", "\ud83d", "\u0301", "");

    [Fact]
    public void Any_text_is_held_by_sentences_that_never_overlap() => Gen.Select(Gen.String, Gen.String, Language).Sample(t => Holds(t.Item1, t.Item2, t.Item3));

    [Fact]
    public void Awkward_text_is_held_by_sentences_that_never_overlap() => Gen.Select(Parts, Parts, Language).Sample(t => Holds(t.Item1, t.Item2, t.Item3));

    [Theory]
    [InlineData('a')]
    [InlineData('.')]
    [InlineData('\ud83d')]
    [InlineData('\u0301')]
    [InlineData('«')]
    public async Task A_line_of_a_million_units_takes_linear_time(char unit)
    {
        Document document = await Task.Run(() => Documents.Read("T", new string(unit, 1_000_000))).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.True(document.Sentences.Count < 1_000);
        Assert.All(document.Sentences, sentence => Assert.True(sentence.Span.Length <= 1_000_000));
    }

    [Fact]
    public void A_long_line_is_cut_between_words()
    {
        Document document = Documents.Read("T", string.Join(' ', Enumerable.Repeat("soldiers", 2_000)));
        Assert.All(document.Sentences.Skip(1), sentence => Assert.InRange(sentence.Span.Length, 1, 2 * Vigie.Text.Sentences.SentenceSplitter.LongestSentence));
        Assert.All(document.Sentences.Skip(1), sentence => Assert.EndsWith("soldiers", sentence.Span.Of(document.Text), StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_are_title_furniture_and_body()
    {
        Document document = Documents.Read("Raid near Bor", "March 3, 2024\n12 Views\n\nGunmen came. They left.\nRead also: Floods in Juba");
        Assert.Equal(
            [SentenceKind.Heading, SentenceKind.Furniture, SentenceKind.Furniture, SentenceKind.Body, SentenceKind.Body, SentenceKind.Furniture],
            document.Sentences.Select(sentence => sentence.Kind));
        Assert.Equal([0, 1, 2, 4, 4, 5], document.Sentences.Select(sentence => sentence.Paragraph));
        Assert.Equal(new LocalDate(2024, 3, 3), document.Published);
    }

    [Fact]
    public void The_day_that_the_article_names_stands_before_one_in_its_furniture()
    {
        var named = new LocalDate(2024, 3, 5);
        Assert.Equal(named, Documents.Reader.Read(new Article("a", "T", "March 3, 2024\nGunmen came.", "en", named)).Published);
        Assert.Null(Documents.Read("T", "Gunmen came on March 3, 2024 to the village.").Published);
    }

    [Fact]
    public void A_language_that_is_not_coded_is_named()
    {
        var e = Assert.Throws<UnsupportedLanguageException>(() => Documents.Read("T", "text", "de"));
        Assert.Equal("de", e.Language);
        Assert.Equal("und", Assert.Throws<UnsupportedLanguageException>(() => Documents.Read("", "", null)).Language);
    }

    [Fact]
    public void The_sentence_at_an_offset_is_the_one_that_holds_it_or_the_one_before()
    {
        Document document = Documents.Read("Raid", "Gunmen came. They left.");
        int[] offsets = [0, 4, 5, 17, 18];
        Assert.Equal([0, 0, 1, 1, 2], offsets.Select(offset => document.SentenceAt(offset).Index));
    }

    private static void Holds(string title, string text, string language)
    {
        Document document = Documents.Read(title, text, language);
        Assert.Equal(title + "\n" + text, document.Text);
        int end = 0, paragraph = 0;
        for (int i = 0; i < document.Sentences.Count; i++)
        {
            Sentence sentence = document.Sentences[i];
            Assert.Equal(i, sentence.Index);
            Assert.InRange(sentence.Span.Start, end, document.Text.Length);
            Assert.InRange(sentence.Span.End, sentence.Span.Start + 1, document.Text.Length);
            Assert.InRange(sentence.Paragraph, paragraph, int.MaxValue);
            Assert.True(string.IsNullOrWhiteSpace(document.Text[end..sentence.Span.Start]));
            (end, paragraph) = (sentence.Span.End, sentence.Paragraph);
        }
        Assert.True(string.IsNullOrWhiteSpace(document.Text[end..]));
    }
}
