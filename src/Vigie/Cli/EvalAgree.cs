using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Vigie.Scoring;

namespace Vigie.Cli;

/// <summary><c>vigie eval agree</c>: how far two coders of the same reports agree, field by field.</summary>
internal static class EvalAgree
{
    public static Command Build()
    {
        var a = new Argument<string>("A") { Description = "Records of one coder, as vigie code --format jsonl writes them, or gold reports." };
        var b = new Argument<string>("B") { Description = "Records of the other, of the same reports by their id." };
        Option<string> format = ScoreOutput.FormatOption();
        var command = new Command("agree", "Tell how far two coders of the same reports agree, field by field: Cohen's kappa and Krippendorff's alpha.") { a, b, format };
        command.SetAction(parsed => ScoreOutput.Guarded(() =>
        {
            var agreement = Agreement.Of(ReportFile.Read(parsed.GetRequiredValue(a)), ReportFile.Read(parsed.GetRequiredValue(b)));
            if (agreement.Shared == 0) throw new InvalidDataException("no report stands in both files; their \"id\" must be the same");
            if (parsed.GetRequiredValue(format) == "json") ScoreOutput.Json(json => Write(agreement, json));
            else ScoreOutput.Table(screen => Draw(agreement, screen));
        }));
        return command;
    }

    private static void Draw(Agreement agreement, Screen screen)
    {
        string reports = $"{Number(agreement.Shared)} reports of both, {Number(agreement.OnlyA)} of A alone, {Number(agreement.OnlyB)} of B alone";
        screen.Row(0, new Cell(reports, screen.Width, Screen.Faint));
        Found events = agreement.Events;
        screen.Row(0, new Cell($"{Number(events.Right)} events in both, of {Number(events.Gold)} of A and {Number(events.Coded)} of B: F1 {ScoreOutput.Share(events.F1)}", screen.Width, Screen.Strong));
        screen.Rule();
        Row(screen, Screen.Faint, "field", "scale", "n", "agreed", "kappa", "alpha");
        foreach (FieldAgreement field in agreement.Fields())
        {
            string scale = field.Scale == Scale.None ? "" : field.Scale.ToString().ToLowerInvariant();
            string agreed = field.Agreed.All == 0 ? "–" : ScoreOutput.Share(field.Agreed.Share);
            Row(screen, Screen.Normal, field.Field, scale, Number(field.Agreed.All), agreed, Coefficient(field.Kappa), Coefficient(field.Alpha));
        }
    }

    private static void Row(Screen screen, Spectre.Console.Style style, string field, string scale, string n, string agreed, string kappa, string alpha) => screen.Row(
        0,
        new Cell(field, 17, style),
        new Cell(scale, 8, Screen.Faint),
        new Cell(n, 6, style),
        new Cell(agreed, 6, style),
        new Cell(kappa, 6, style),
        new Cell(alpha, 6, style));

    private static string Coefficient(double? value) => value is { } known ? ScoreOutput.Share(known) : "–";

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static void Write(Agreement agreement, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("reports");
        json.WriteNumber("both", agreement.Shared);
        json.WriteNumber("a_alone", agreement.OnlyA);
        json.WriteNumber("b_alone", agreement.OnlyB);
        json.WriteEndObject();
        json.WriteStartObject("events");
        json.WriteNumber("a", agreement.Events.Gold);
        json.WriteNumber("b", agreement.Events.Coded);
        json.WriteNumber("both", agreement.Events.Right);
        ScoreOutput.WriteShare(json, "f1", agreement.Events.F1);
        json.WriteEndObject();
        json.WriteStartArray("fields");
        foreach (FieldAgreement field in agreement.Fields())
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("scale", field.Scale == Scale.None ? null : field.Scale.ToString().ToLowerInvariant());
            json.WriteNumber("n", field.Agreed.All);
            ScoreOutput.WriteShare(json, "agreed", field.Agreed.All == 0 ? null : field.Agreed.Share);
            ScoreOutput.WriteShare(json, "kappa", field.Kappa);
            ScoreOutput.WriteShare(json, "alpha", field.Alpha);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
