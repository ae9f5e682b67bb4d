using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Vigie.Events.Coding;
using Vigie.Scoring;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie eval calibration</c>: whether confidences hold, and the table that makes them hold.</summary>
internal static class EvalCalibration
{
    public static Command Build()
    {
        var gold = new Argument<string[]>("GOLD") { Description = "Gold reports, one a line, that the reader has not learned from. Files, or a folder of .jsonl files.", Arity = ArgumentArity.OneOrMore };
        var write = new Option<string?>("--write") { Description = "Writes what was learned to this file; Vigie reads models/reader/calibration.yaml.", HelpName = "FILE" };
        Option<string> format = ScoreOutput.FormatOption();
        Option<int> threads = ThreadsOption.Build();
        var command = new Command("calibration", "Learn from gold reports how far confidences can be trusted, and show whether they then hold on reports not learned from.") { gold, write, threads, format };
        command.SetAction(parsed => ScoreOutput.Guarded(() =>
        {
            List<ScoredReport> reports = GoldFiles.Read(parsed.GetRequiredValue(gold));
            var fit = new CalibrationFit();
            int code = GoldFiles.Code(reports, parsed.GetValue(threads), () => Coder.Load(DataFolder.BesideProgram, calibration: Calibration.None), fit.Add);
            (IReadOnlyList<Judged> events, IReadOnlyDictionary<string, IReadOnlyList<Judged>> fields) = fit.HeldOut();
            if (events.Count == 0) throw new InvalidDataException("no event was coded in these reports, so there is nothing to learn from");
            if (parsed.GetValue(write) is { } path) CalibrationFile.Write(path, fit.Fit(), reports.Count);
            if (parsed.GetRequiredValue(format) == "json") ScoreOutput.Json(json => Write(events, fields, json));
            else ScoreOutput.Table(screen => Draw(events, fields, screen));
            return code;
        }));
        return command;
    }

    private static void Draw(IReadOnlyList<Judged> events, IReadOnlyDictionary<string, IReadOnlyList<Judged>> fields, Screen screen)
    {
        screen.Row(0, new Cell("Each report judged by what was learned from four fifths of the others.", screen.Width, Screen.Faint));
        Line(screen, Screen.Faint, "confidence", "events", "said", "right", "");
        foreach (Reliability.Row row in Reliability.Rows(events))
            Line(screen, Screen.Normal, Range(row), Number(row.Right.All), row.Right.All == 0 ? "–" : ScoreOutput.Share(row.Said), row.Right.All == 0 ? "–" : ScoreOutput.Share(row.Right.Share), "");
        screen.Line();
        Line(screen, Screen.Faint, "field", "n", "right", "error", "before");
        foreach ((string field, IReadOnlyList<Judged> judged) in fields.Prepend(new KeyValuePair<string, IReadOnlyList<Judged>>("event", events)))
        {
            Line(
                screen,
                Screen.Normal,
                field,
                Number(judged.Count),
                judged.Count == 0 ? "–" : ScoreOutput.Share(judged.Average(one => one.Right ? 1 : 0)),
                ScoreOutput.Share(Reliability.Error(judged, one => one.Calibrated)),
                ScoreOutput.Share(Reliability.Error(judged, one => one.Raw)));
        }
    }

    private static void Write(IReadOnlyList<Judged> events, IReadOnlyDictionary<string, IReadOnlyList<Judged>> fields, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("events");
        foreach (Reliability.Row row in Reliability.Rows(events))
        {
            json.WriteStartObject();
            json.WriteNumber("from", row.From);
            json.WriteNumber("to", row.To);
            json.WriteNumber("n", row.Right.All);
            ScoreOutput.WriteShare(json, "said", row.Right.All == 0 ? null : row.Said);
            ScoreOutput.WriteShare(json, "right", row.Right.All == 0 ? null : row.Right.Share);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("fields");
        foreach ((string field, IReadOnlyList<Judged> judged) in fields.Prepend(new KeyValuePair<string, IReadOnlyList<Judged>>("event", events)))
        {
            json.WriteStartObject(field);
            json.WriteNumber("n", judged.Count);
            ScoreOutput.WriteShare(json, "right", judged.Count == 0 ? null : judged.Average(one => one.Right ? 1 : 0));
            ScoreOutput.WriteShare(json, "error", Reliability.Error(judged, one => one.Calibrated));
            ScoreOutput.WriteShare(json, "error_before", Reliability.Error(judged, one => one.Raw));
            ScoreOutput.WriteShare(json, "brier", Reliability.Brier(judged, one => one.Calibrated));
            ScoreOutput.WriteShare(json, "brier_before", Reliability.Brier(judged, one => one.Raw));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Range(Reliability.Row row) => string.Create(CultureInfo.InvariantCulture, $"{row.From:0.0} to {row.To:0.0}");

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static void Line(Screen screen, Spectre.Console.Style style, string name, string a, string b, string c, string d) => screen.Row(
        0, new Cell(name.Replace(' ', Wrapping.FirmBlank), 12, style), new Cell(a, 6, style), new Cell(b, 6, style), new Cell(c, 6, style), new Cell(d, 6, style));
}
