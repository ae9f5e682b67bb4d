using System.Text;
using CsCheck;
using NodaTime;
using Vigie.Cli;
using Xunit;

namespace Vigie.Tests.Cli;

/// <summary>Reading of files, folders and lines.</summary>
public sealed class InputTests : IDisposable
{
    private static readonly InputDefaults Nothing = new(null, null);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_texts_in_order()
    {
        folder.File("b.txt", "B\nb");
        folder.File("a/c.jsonl", "{\"id\":\"c1\",\"text\":\"c\"}\n{\"id\":\"c2\",\"text\":\"c\"}\n");
        folder.File("a.json", "{}");
        folder.File("notes.md", "# x");
        Assert.Equal(["c1", "c2", "b"], Inputs.Read([folder.Path], Nothing).Select(input => input.Article!.Id));
    }

    [Fact]
    public void An_empty_folder_is_named() =>
        Assert.Contains("no .txt, .jsonl or .html file", Inputs.Read([folder.Path], Nothing).Single().Problem, StringComparison.Ordinal);

    [Fact]
    public void What_the_caller_says_holds_for_texts_and_for_lines_that_say_nothing()
    {
        var defaults = new InputDefaults(new LocalDate(2025, 1, 2), "ar");
        string lines = folder.File("a.jsonl", "{\"id\":1,\"text\":\"x\",\"published\":\"2024-05-06T10:00:00Z\",\"language\":\"en\",\"source\":\"S\",\"url\":\"U\"}\n{\"text\":\"x\",\"published\":null}\n");
        Input[] read = [.. Inputs.Read([lines, folder.File("t.txt", "T\nx")], defaults)];
        Assert.Equal(("1", "en", new LocalDate(2024, 5, 6), "S", "U"),
            (read[0].Article!.Id, read[0].Article!.Language, read[0].Article!.Published, read[0].Article!.Source, read[0].Article!.Url));
        Assert.Equal(("a-2", "ar", defaults.Published), (read[1].Article!.Id, read[1].Article!.Language, read[1].Article!.Published));
        Assert.Equal(("t", "ar", defaults.Published), (read[2].Article!.Id, read[2].Article!.Language, read[2].Article!.Published));
    }

    [Fact]
    public void A_long_text_is_cut_between_words_and_said()
    {
        Input input = Inputs.Read([folder.File("long.txt", "T\n" + string.Concat(Enumerable.Repeat("mot ", 100_000)))], Nothing).Single();
        Assert.InRange(input.Article!.FullText.Length, Inputs.LongestArticle - 1000, Inputs.LongestArticle);
        Assert.EndsWith("mot", input.Article.Text, StringComparison.Ordinal);
        Assert.Contains("too long for one article", input.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_title_of_a_line_is_cut_too_and_both_are_said()
    {
        string words = string.Concat(Enumerable.Repeat("mot ", 60_000));
        Input input = Inputs.Read([folder.File("long.jsonl", $"{{\"title\":\"{words}\",\"text\":\"{words}\"}}\n")], Nothing).Single();
        Assert.InRange(input.Article!.Title.Length, Inputs.LongestTitle - 500, Inputs.LongestTitle);
        Assert.InRange(input.Article.FullText.Length, Inputs.LongestArticle - 500, Inputs.LongestArticle);
        Assert.StartsWith("\"title\" is too long for one article", input.Problem, StringComparison.Ordinal);
        Assert.Contains("; \"text\" is too long for one article", input.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_tag_is_read_without_its_region()
    {
        Input[] read = [.. Inputs.Read([folder.File("tags.jsonl", "{\"text\":\"x\",\"language\":\"fr-ML\"}\n{\"text\":\"x\",\"language\":\"AR\"}\n")], Nothing)];
        Assert.Equal(["fr", "ar"], read.Select(input => input.Article!.Language));
    }

    [Fact]
    public void A_long_text_without_words_is_cut_between_characters()
    {
        Input input = Inputs.Read([folder.File("long.txt", string.Concat(Enumerable.Repeat("\U0001F4A5", 500_000)))], Nothing).Single();
        Assert.Null(input.Note);
        Assert.DoesNotContain('\uFFFD', input.Article!.FullText);
    }

    [Fact]
    public void A_mark_at_the_beginning_is_no_letter()
    {
        Assert.Equal("Title", Inputs.Read([folder.File("m.txt", [0xEF, 0xBB, 0xBF, .. "Title\nx"u8])], Nothing).Single().Article!.Title);
        Assert.Equal("Titré", Inputs.Read([folder.File("u.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Titré\nx")])], Nothing).Single().Article!.Title);
    }

    [Fact]
    public void Text_in_an_old_encoding_is_named()
    {
        byte[] arabic = [0xE3, 0xDE, 0xCA, 0xE1, 0x20, 0xCE, 0xE3, 0xD3, 0xC9, 0x20, 0xE3, 0xCF, 0xE4, 0xED, 0xED, 0xE4, 0x20, 0xDD, 0xED];
        Assert.Contains("iconv", Inputs.Read([folder.File("w.txt", arabic)], Nothing).Single().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_that_calls_itself_json_lines_is_named_once()
    {
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7919 >> 3))];
        Input[] read = [.. Inputs.Read([folder.File("b.jsonl", bytes)], Nothing)];
        Assert.Contains("binary", read[^1].Problem, StringComparison.Ordinal);
        Assert.True(read.Length <= 12);
    }

    [Fact]
    public void Lines_come_out_as_they_went_in() =>
        Gen.Select(Gen.Char.AlphaNumeric.Array[0, 90_000].Select(line => new string(line)).List[0, 6], Gen.Bool).Sample((lines, ended) =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines) + (ended && lines.Count > 0 ? "\n" : ""));
            var reader = new ByteLines(new MemoryStream(bytes), 70_000);
            var read = new List<string>();
            while (reader.Next(out ReadOnlyMemory<byte> line))
            {
                string text = Encoding.UTF8.GetString(line.Span);
                Assert.Equal(lines[read.Count].Length > 70_000, reader.TooLong);
                read.Add(text);
            }
            List<string> expected = [.. lines.Select(line => line.Length > 70_000 ? line[..70_000] : line)];
            // A last line without a letter is none.
            if (!ended && expected.Count > 0 && expected[^1].Length == 0) expected.RemoveAt(expected.Count - 1);
            Assert.Equal(expected, read);
        }, iter: 60);

    [Fact]
    public void Results_keep_the_order_of_the_items() =>
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i * i), InOrder.Select(Enumerable.Range(0, 200), i =>
        {
            Thread.Sleep(i % 3);
            return i * i;
        }, 5));

    [Fact]
    public void An_early_end_lets_the_workers_go()
    {
        int begun = 0;
        Assert.Equal(0, InOrder.Select(Enumerable.Range(0, 1_000_000), i => i + (0 * Interlocked.Increment(ref begun)), 3).First());
        Assert.True(begun < 100);
    }

    [Theory]
    [InlineData("a\u0000b\u001b[31mc", "ab[31mc")]
    [InlineData("  a\r\n\tb  ", "a b")]
    [InlineData("\u202eabc\u2066", "abc")]
    [InlineData("می\u200cخواهد", "می\u200cخواهد")]
    public void Plain_text_has_no_controls(string text, string plain) => Assert.Equal(plain, Plain.OneLine(text));

    [Fact]
    public void A_shortened_text_ends_at_a_word_and_breaks_no_character()
    {
        Assert.Equal("one two…", Plain.Shortened("one two three", 9));
        Assert.True(Plain.Shortened(string.Concat(Enumerable.Repeat("\U0001F4A5", 50)), 20).IsNormalized());
    }
}
