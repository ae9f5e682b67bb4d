using System.CommandLine;
using System.Globalization;
using Vigie.Events.Triage;
using Vigie.Training.Export;
using Vigie.Training.Gold;
using Vigie.Training.Triage;

namespace Vigie.Training.Cli;

/// <summary><c>vigie-train triage</c>: the cheap gate before the coder, from gold reports with and without events.</summary>
internal static class TriageCommand
{
    public static Command Create()
    {
        var gold = new Option<string[]>("--gold") { Description = "Gold files or folders of train-*.jsonl to learn from: reports with events, and quiet ones.", Required = true, AllowMultipleArgumentsPerToken = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder of gate.safetensors and gate.yaml.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "triage")) };
        var keep = new Option<double>("--keep") { Description = "Share of reports with events that must pass, 0 to 1.", DefaultValueFactory = _ => 0.99 };
        var seed = new Option<int>("--seed") { Description = "Decides the order of the sentences.", DefaultValueFactory = _ => 1 };
        var command = new Command("triage", "Trains the gate that leaves out articles without events before they are coded.") { gold, output, keep, seed };
        command.SetAction(parsed =>
        {
            try
            {
                TriageExample[] reports = [.. GoldReport.ReadAll(parsed.GetRequiredValue(gold)).Select(TriageExample.Of)];
                if (!reports.Any(report => report.HasEvents)) throw new InvalidDataException("no report with an event to learn from");
                (float[] weights, float bias, double threshold) = TriageTrainer.Train(reports, parsed.GetValue(keep), parsed.GetValue(seed), Console.Error.WriteLine);
                string folder = Directory.CreateDirectory(parsed.GetRequiredValue(output).FullName).FullName;
                SafetensorsWriter.Write(
                    Path.Combine(folder, "gate.safetensors"),
                    [new SafetensorsWriter.Matrix("weight", [SentenceBuckets.Count], weights), new SafetensorsWriter.Matrix("bias", [1], [bias])],
                    half: true);
                File.WriteAllText(
                    Path.Combine(folder, "gate.yaml"),
                    string.Create(CultureInfo.InvariantCulture, $"# Log-odds of an article's likeliest sentence from which it is coded; made by vigie-train triage (see card.md). Licence: Apache-2.0.\nthreshold: {threshold:0.000}\n"));
                Console.Error.WriteLine("wrote " + folder);
                return 0;
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }
}
