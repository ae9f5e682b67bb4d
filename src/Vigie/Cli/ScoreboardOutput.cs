using System.Globalization;
using System.Text.Json;
using Vigie.Scoring;

namespace Vigie.Cli;

/// <summary>Writes the scores of coded events: the first in full, and a line for each least confidence.</summary>
internal static class ScoreboardOutput
{
    public static void Draw(IReadOnlyList<(double? Least, Scoreboard Board)> boards, Screen screen)
    {
        Scoreboard board = boards[0].Board;
        Row(screen, "events", board.Events);
        Row(screen, "quiet reports", board.Quiet, " left without an event");
        foreach ((string field, Part part) in board.Fields) Row(screen, "  " + field, part, "");
        foreach (string kind in Scoreboard.SlotKinds) Row(screen, "  " + kind, board.SlotsOf(kind));
        Row(screen, "slots", board.Slots);
        Row(screen, "evidence backed", board.Evidence.Backed, "");
        Row(screen, "evidence true", board.Evidence.True, "");
        Row(screen, "evidence agreed", board.Evidence.Agreed, "");
        if (boards.Count == 1) return;
        screen.Line();
        Line(screen, Screen.Faint, "confidence", "events P", "R", "F1", "slots P", "R", "F1", "quiet");
        foreach ((double? least, Scoreboard at) in boards.Skip(1))
        {
            Line(
                screen,
                Screen.Normal,
                "≥ " + least!.Value.ToString("0.00", CultureInfo.InvariantCulture),
                ScoreOutput.Share(at.Events.Precision),
                ScoreOutput.Share(at.Events.Recall),
                ScoreOutput.Share(at.Events.F1),
                ScoreOutput.Share(at.Slots.Precision),
                ScoreOutput.Share(at.Slots.Recall),
                ScoreOutput.Share(at.Slots.F1),
                Of(at.Quiet));
        }
    }

    public static void Write(IReadOnlyList<(double? Least, Scoreboard Board)> boards, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write(json, boards[0].Board);
        json.WriteStartArray("thresholds");
        foreach ((double? least, Scoreboard board) in boards.Skip(1))
        {
            json.WriteStartObject();
            json.WriteNumber("confidence", least!.Value);
            Write(json, "events", board.Events);
            Write(json, "slots", board.Slots);
            Write(json, "quiet", board.Quiet);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Scoreboard board)
    {
        Write(json, "events", board.Events);
        Write(json, "quiet", board.Quiet);
        json.WriteStartObject("fields");
        foreach ((string field, Part part) in board.Fields) Write(json, field, part);
        json.WriteEndObject();
        json.WriteStartObject("slots_by_kind");
        foreach (string kind in Scoreboard.SlotKinds) Write(json, kind, board.SlotsOf(kind));
        json.WriteEndObject();
        Write(json, "slots", board.Slots);
        json.WriteStartObject("evidence");
        Write(json, "backed", board.Evidence.Backed);
        Write(json, "true", board.Evidence.True);
        Write(json, "agreed", board.Evidence.Agreed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, Found found)
    {
        json.WriteStartObject(key);
        ScoreOutput.WriteShare(json, "precision", found.Precision);
        ScoreOutput.WriteShare(json, "recall", found.Recall);
        ScoreOutput.WriteShare(json, "f1", found.F1);
        json.WriteNumber("right", found.Right);
        json.WriteNumber("gold", found.Gold);
        json.WriteNumber("coded", found.Coded);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, Part part)
    {
        json.WriteStartObject(key);
        ScoreOutput.WriteShare(json, "share", part.All == 0 ? null : part.Share);
        json.WriteNumber("of", part.Of);
        json.WriteNumber("all", part.All);
        json.WriteEndObject();
    }

    private static void Row(Screen screen, string name, Found found) => screen.Row(
        0,
        new Cell(name.Replace(' ', Wrapping.FirmBlank), 17, Screen.Normal),
        new Cell($"P {ScoreOutput.Share(found.Precision)}", 7, Screen.Normal),
        new Cell($"R {ScoreOutput.Share(found.Recall)}", 7, Screen.Normal),
        new Cell($"F1 {ScoreOutput.Share(found.F1)}", 8, Screen.Strong),
        new Cell(string.Create(CultureInfo.InvariantCulture, $"{found.Right} right, {found.Gold} gold, {found.Coded} coded"), 32, Screen.Faint));

    private static void Row(Screen screen, string name, Part part, string what) => screen.Row(
        0,
        new Cell(name.Replace(' ', Wrapping.FirmBlank), 17, Screen.Normal),
        new Cell(part.All == 0 ? "–" : ScoreOutput.Share(part.Share), 7, Screen.Normal),
        new Cell(Of(part) + what, 40, Screen.Faint));

    private static void Line(Screen screen, Spectre.Console.Style style, params ReadOnlySpan<string> cells)
    {
        var row = new Cell[cells.Length];
        for (int i = 0; i < cells.Length; i++) row[i] = new Cell(cells[i], i == 0 ? 10 : 8, style);
        screen.Row(0, row);
    }

    private static string Of(Part part) => string.Create(CultureInfo.InvariantCulture, $"{part.Of} of {part.All}");
}
