using Vigie.Events.Names;
using Vigie.Tests.Cli;
using Vigie.Training.Names;
using Xunit;

namespace Vigie.Tests.Training;

/// <summary>Sets of names in the formats of their publishers.</summary>
public sealed class NamedTextTests
{
    [Theory]
    [InlineData("Ana B-PER\nLopes I-PER\nleft O\nPorto B-LOC\n. O", "Ana Lopes left Porto.", "Person Ana Lopes; Place Porto")]
    [InlineData("Ana I-PER\nLopes I-PER\nPorto I-LOC", "Ana Lopes Porto", "Person Ana Lopes; Place Porto")]
    [InlineData("Ana B-PERS\nRui B-PERS", "Ana Rui", "Person Ana; Person Rui")]
    [InlineData("( O\nONU B-Organisation\n) O\nx B-Weapon", "(ONU) x", "Organisation ONU")]
    [InlineData("Ana I-PER\n\nLopes I-PER", "Ana\nLopes", "Person Ana; Person Lopes")]
    public void Tagged_lines_become_text_and_names(string lines, string text, string names)
    {
        NamedText read = Assert.Single(TaggedLines.Read(new StringReader(lines), "own", "en", blankLines: true));
        Assert.Equal(text, read.Text.TrimEnd('\n'));
        Assert.Equal(names, Names(read));
    }

    [Fact]
    public void Without_blank_lines_a_full_stop_ends_a_sentence()
    {
        NamedText read = Assert.Single(TaggedLines.Read(new StringReader("a O\n. O\nb O\n. O"), "own", "ar", blankLines: false));
        Assert.Equal("a.\nb.\n", read.Text);
    }

    [Fact]
    public void Of_nested_names_the_outermost_is_kept_and_an_address_is_no_place()
    {
        using var folder = new TemporaryFolder();
        folder.File("a.txt", "Club de Lyon, 01 02, et Ana");
        folder.File("a.ann", "T1\torg.ent 0 12\tClub de Lyon\nT2\tloc.adm.town 8 12\tLyon\nT3\tloc.add.elec 14 19\t01 02\nR1\tx\nT4\tpers.ind 24 27\tAna\nT5\tamount 14 16\t01");
        Assert.Equal("Organisation Club de Lyon; Person Ana", Names(Assert.Single(BratFolder.Read(folder.Path, "own", "fr"))));
    }

    [Theory]
    [InlineData("T1\tpers.ind x 3\tAna")]
    [InlineData("T1\tpers.ind 3 3\tAna")]
    [InlineData("T1 pers.ind 0 3 Ana")]
    public void A_line_of_another_format_is_named(string line)
    {
        using var folder = new TemporaryFolder();
        folder.File("a.txt", "Ana");
        folder.File("a.ann", line);
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => BratFolder.Read(folder.Path, "own", "fr").Count());
        Assert.Contains("a.ann, line 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_scored_by_span_and_kind()
    {
        var score = new NameScore();
        static NamedSpan Name(int start, int end, NameKind kind) => new(new Vigie.Text.Span(start, end), kind);
        score.Add([Name(0, 3, NameKind.Person), Name(5, 9, NameKind.Place)], [Name(0, 3, NameKind.Person), Name(5, 8, NameKind.Place)]);
        score.Add([], [Name(0, 3, NameKind.Person)]);
        Assert.Equal(2.0 / 5, score.F1, 1e-9);
    }

    private static string Names(NamedText read) => string.Join("; ", read.Names.Select(name => $"{name.Kind} {name.Span.Of(read.Text)}"));
}
