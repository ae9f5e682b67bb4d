using System.Globalization;
using System.Text;
using System.Text.Json;
using Vigie.Cli;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Tests.House;
using Xunit;

namespace Vigie.Tests.Cli;

/// <summary>What is drawn and written, to the letter. VIGIE_ACCEPT=1 writes the files anew, for a person to read before they are kept.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Table() => Matches("table.txt", Draw(screen => new EventTable(screen).Write));

    [Fact]
    public void Explanation() => Matches("explain.txt", Draw(screen => new ExplanationTable(screen).Write));

    [Fact]
    public void JsonLines() => Matches("record.jsonl", Record(indented: false));

    [Fact]
    public void JsonList() => Matches("record.json", Record(indented: true));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_screen(int width)
    {
        string drawn = Draw(screen => new EventTable(screen).Write, width) + Draw(screen => new ExplanationTable(screen).Write, width);
        Assert.All(drawn.Split('\n'), line => Assert.True(new StringInfo(line).LengthInTextElements <= width, line));
    }

    [Fact]
    public void Arabic_words_are_isolated_on_a_terminal_only()
    {
        Assert.DoesNotContain('\u2068', Draw(screen => new ExplanationTable(screen).Write));
        string onTerminal = Draw(screen => new ExplanationTable(screen).Write, terminal: true);
        Assert.Contains("\u2068“وقال", onTerminal, StringComparison.Ordinal);
        Assert.Equal(onTerminal.Count(c => c == '\u2068'), onTerminal.Count(c => c == '\u2069'));
    }

    [Fact]
    public void Colour_is_drawn_only_where_it_is_wanted()
    {
        Assert.Contains('\u001b', Draw(screen => new EventTable(screen).Write, colour: true));
        Assert.DoesNotContain('\u001b', Draw(screen => new EventTable(screen).Write));
    }

    [Fact]
    public void A_hostile_text_neither_moves_the_cursor_nor_is_read_as_markup()
    {
        CodedArticle sample = SampleArticle.Coded;
        const string Hostile = "[red]boom[/] \u001b[2J\u0007 \u202egnp.exe [link=x]";
        Event changed = sample.Events[0] with { Evidence = [new Evidence("event", new(0, 1), Hostile)], Actors = [new Actor(Hostile, null, null, "target", "state")] };
        string drawn = Draw(screen => coded => new EventTable(screen).Write(coded with { Events = [changed] }));
        Assert.Contains("[red]boom[/]", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', drawn);
        Assert.DoesNotContain('\u0007', drawn);
        Assert.DoesNotContain('\u202e', drawn);
    }

    [Fact]
    public void The_degrees_of_a_place_stay_on_one_line()
    {
        CodedArticle sample = SampleArticle.Coded;
        Event changed = sample.Events[0] with { Place = sample.Events[0].Place! with { Name = "Kidal-les-Bains" } };
        Assert.Contains("18.4411 1.4078 (settlement)", Draw(screen => coded => new EventTable(screen).Write(coded with { Events = [changed] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_stand_in_the_order_of_the_record()
    {
        using JsonDocument line = JsonDocument.Parse(Record(indented: false));
        Assert.Equal(["id", "url", "title", "language", "published", "source", "sha256", "events"], Keys(line.RootElement));
        JsonElement first = line.RootElement.GetProperty("events")[0];
        Assert.Equal(
            ["id", "focus", "event_type", "sub_event_type", "status", "date", "place", "actors", "killed", "injured", "detained", "abducted",
                "weapons", "sources", "confidence", "evidence"], Keys(first));
        Assert.Equal(["name", "admin1", "country", "latitude", "longitude", "precision", "radius_km", "gazetteer_id", "reason"], Keys(first.GetProperty("place")));
        Assert.Equal(["text", "name", "id", "role", "kind"], Keys(first.GetProperty("actors")[0]));
        Assert.Equal(["low", "high", "best"], Keys(first.GetProperty("killed")));
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string Draw(Func<Screen, Action<CodedArticle>> drawing, int width = 80, bool terminal = false, bool colour = false)
    {
        using var page = new StringWriter { NewLine = "\n" };
        drawing(Screen.On(page, terminal, colour, width))(SampleArticle.Coded);
        return page.ToString();
    }

    private static string Record(bool indented)
    {
        using var stream = new MemoryStream();
        using var records = new RecordWriter(stream, indented);
        records.Write(SampleArticle.Coded);
        records.Finish();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Matches(string name, string actual)
    {
        string path = Repository.File("tests", "Vigie.Tests", "Cli", "golden", name);
        if (Environment.GetEnvironmentVariable("VIGIE_ACCEPT") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
