using System.Diagnostics;
using System.Text;
using CsCheck;
using NodaTime;
using Vigie.Text;
using Vigie.Text.Languages;
using Vigie.Text.Pages;
using Vigie.Text.Pieces;
using Vigie.Text.Sentences;
using Xunit;

namespace Vigie.Tests.Texts;

/// <summary>Faults that a review found, so that they stay mended.</summary>
public sealed class MendedTests
{
    private static readonly DocumentReader Reader = DocumentReader.Load(DataFolder.BesideProgram);
    private static readonly Segmenter Segmenter = Segmenter.Load(DataFolder.BesideProgram.Model("base"));

    [Theory]
    [InlineData("en", "He said no. ‖The army withdrew.")]
    [InlineData("en", "They blamed Smith et al. ‖The army withdrew.")]
    [InlineData("en", "No. 2 in command died in Nov. ‖The army withdrew.")]
    [InlineData("en", "The raid of Nov. 12 hit Gen. Lado and Lt. Col. Deng.")]
    [InlineData("en", "Guards left at 5 a.m. Monday.")]
    [InlineData("en", "Guards left at 5 a.m. ‖The gate stayed open.")]
    [InlineData("en", "The U.S. Army helped the U.S. ‖The base closed.")]
    [InlineData("fr", "Les rebelles ont franchi le col. ‖Les soldats ont fui.")]
    [InlineData("fr", "Le col. Diallo a rejoint le Cap. ‖Les soldats ont fui.")]
    [InlineData("fr", "Ils étaient sept. ‖Tous sont morts le 12 sept. 2024.")]
    [InlineData("fr", "Il vit avec son ex. ‖La police cherche M. Le Roux.")]
    [InlineData("fr", "Des vivres, des tentes, etc. ‖Le convoi est reparti.")]
    [InlineData("ar", "وقع الهجوم عام 1445 هـ. ‖وقال د. سامر إن الوضع هادئ.")]
    public void An_abbreviation_is_read_as_written(string language, string marked)
    {
        string line = marked.Replace("‖", "", StringComparison.Ordinal);
        var splitter = new SentenceSplitter(SentenceRules.Load(DataFolder.BesideProgram, language));
        Assert.Equal(marked.Split('‖', StringSplitOptions.TrimEntries), splitter.Split(line, new Span(0, line.Length)).Select(span => span.Of(line)));
    }

    [Theory]
    [InlineData(".", "", "a")]
    [InlineData(".", " ", "a")]
    [InlineData("?»", "  ", "b")]
    [InlineData("…)", "", "»")]
    [InlineData(".", " ", "»")]
    public void Runs_of_marks_take_linear_time(string mark, string blank, string end)
    {
        string line = string.Concat(Enumerable.Repeat(mark, 1_000_000)) + string.Concat(Enumerable.Repeat(blank, 1_000_000)) + end;
        var splitter = new SentenceSplitter(new SentenceRules { Abbreviations = [] });
        long started = Stopwatch.GetTimestamp();
        Span[] sentences = [.. splitter.Split(line, new Span(0, line.Length))];
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        Assert.All(sentences, span => Assert.True(span.Length <= 2 * SentenceSplitter.LongestSentence));
        Assert.Equal(line.Count(unit => unit != ' '), sentences.Sum(span => span.Of(line).Count(unit => unit != ' ')));
    }

    [Fact]
    public void Canonically_equal_texts_have_the_same_pieces()
    {
        string[] parts =
        [
            "e", "é", "E", "ộ", "o", "ç", "Å", "Å", "\u0301", "\u0302", "\u0323", "\u0327", "\u0344", "م", "ك", "ا", "أ", "ؤ", "ئ", "آ", "ي", "\u0653", "\u0654",
            "\u064b", "\u064e", "\u064f", "\u0650", "\u0651", "\u0652", "\u0670", " ", ".", "12", "ক", "\u09c7", "\u09be", "😀",
        ];
        Gen.Int[0, parts.Length - 1].Array[0, 24].Select(chosen => string.Concat(chosen.Select(i => parts[i]))).Where(HasFewMarks).Sample(text =>
        {
            int[] ids = Ids(text);
            Assert.Equal(ids, Ids(text.Normalize(NormalizationForm.FormC)));
            Assert.Equal(ids, Ids(text.Normalize(NormalizationForm.FormD)));
        }, iter: 3_000);
    }

    [Fact]
    public void Vowel_marks_in_either_order_are_one_spelling_and_keep_their_passage()
    {
        const string Typed = "مق\u0651\u064eتل", Canonical = "مق\u064e\u0651تل";
        Assert.Equal(Ids(Canonical), Ids(Typed));
        Assert.All(Segmenter.Segment(Typed), piece => Assert.InRange(piece.Span.End, piece.Span.Start + 1, Typed.Length));
    }

    [Theory]
    [InlineData("pieces.tsv")]
    [InlineData("normalise.tsv")]
    public void A_missing_table_is_named_once(string missing)
    {
        string folder = Directory.CreateTempSubdirectory("vigie-test-").FullName;
        try
        {
            foreach (string file in new[] { "pieces.tsv", "normalise.tsv" }.Where(file => file != missing))
                File.Copy(DataFolder.BesideProgram.Model("base", file), Path.Combine(folder, file));
            var thrown = Assert.Throws<KnowledgeException>(() => Segmenter.Load(folder));
            Assert.Equal((Path.Combine(folder, missing), null, "is missing"), (thrown.File, thrown.Line, thrown.Problem));
            Assert.Equal(Path.Combine(folder, missing) + ": is missing", thrown.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_no_knowledge()
    {
        string folder = Directory.CreateTempSubdirectory("vigie-test-").FullName;
        try
        {
            Assert.Throws<KnowledgeException>(() => KnowledgeFile.Read<SentenceRules>(folder));
            Assert.Throws<KnowledgeException>(() => KnowledgeFile.Lines(folder).Count());
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void Lines_are_numbered_from_one()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a\r\n\nb");
            Assert.Equal([(1, "a"), (2, ""), (3, "b")], KnowledgeFile.Lines(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Furniture_in_the_place_of_the_title_is_no_heading()
    {
        Document document = Reader.Read(PlainText.Read("a", "20 août 2025 53 Vues\nAttaque à Gao\nDes hommes armés ont tué deux soldats lundi à Gao."));
        Assert.Equal([SentenceKind.Furniture, SentenceKind.Subheading, SentenceKind.Body], document.Sentences.Select(sentence => sentence.Kind));
        Assert.Equal("20 août 2025 53 Vues", document.Sentences[0].Span.Of(document.Text));
        Assert.Equal(new LocalDate(2025, 8, 20), document.Published);
    }

    [Theory]
    [InlineData("T\nLes faits remontent à lundi.\n* Contexte\nUne phrase entière.", "Heading Body Subheading Body")]
    [InlineData("T\nLes faits remontent à lundi.\nUn lourd bilan\nUne phrase entière.", "Heading Body Subheading Body")]
    [InlineData("T\nUne phrase entière.\nUne dernière ligne sans point", "Heading Body Body")]
    [InlineData("T\nGao (Mali) –\nUne phrase entière.", "Heading Body Body")]
    public void A_short_line_without_a_mark_heads_what_follows(string text, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', Reader.Read(PlainText.Read("a", text) with { Language = "fr" }).Sentences.Select(sentence => sentence.Kind)));

    [Theory]
    [InlineData("T\nGusau, February 11, 2025\nArmed men raided a village on Sunday.", "2025-02-11")]
    [InlineData("T\nPar notre correspondant à Gao, le 14 mars 2025\nUn convoi est tombé dans une embuscade.", "2025-03-14")]
    [InlineData("T\nA bomb went off on 3 March 2025 and killed two people in the town, police said.\nMore follows.", null)]
    [InlineData("T\nHe died on 3 March 2014.\nMore follows.", null)]
    [InlineData("T\nOne line.\nTwo lines.\nThree lines.\nGusau, February 11, 2025", null)]
    public void A_dateline_gives_the_day_and_stays_in_the_text(string text, string? day)
    {
        Document document = Reader.Read(PlainText.Read("a", text) with { Language = "en" });
        Assert.Equal(day, document.Published is { } found ? NodaTime.Text.LocalDatePattern.Iso.Format(found) : null);
        Assert.DoesNotContain(document.Sentences, sentence => sentence.Kind == SentenceKind.Furniture);
    }

    [Fact]
    public void A_title_is_a_heading()
    {
        Document document = Reader.Read(PlainText.Read("a", "Attaque à Gao\nDes hommes armés ont tué deux soldats lundi à Gao."));
        Assert.Equal([SentenceKind.Heading, SentenceKind.Body], document.Sentences.Select(sentence => sentence.Kind));
    }

    [Theory]
    [InlineData("de", "written in German (de); Vigie reads French, English and Arabic")]
    [InlineData("und", "written in no language that can be told; Vigie reads French, English and Arabic")]
    public void Another_language_is_named(string code, string message) => Assert.Equal(message, new UnsupportedLanguageException(code).Message);

    private static int[] Ids(string text) => [.. Segmenter.Segment(text).Select(piece => piece.Id)];

    /// <summary>More marks on a letter than any spelling has are cut apart, each composition at its own place.</summary>
    private static bool HasFewMarks(string text)
    {
        int marks = 0;
        foreach (char unit in text.Normalize(NormalizationForm.FormD))
        {
            marks = char.IsLetterOrDigit(unit) || unit < '\u0300' ? 0 : marks + 1;
            if (marks > 10) return false;
        }
        return true;
    }
}
