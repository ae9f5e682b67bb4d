using System.CommandLine;
using System.Globalization;
using TorchSharp;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Text;
using Vigie.Text.Pieces;
using Vigie.Training.Export;
using Vigie.Training.Gold;

namespace Vigie.Training.Cli;

/// <summary><c>vigie-train reader</c>: encoder and reader, from gold reports to the files that Vigie runs.</summary>
internal static class ReaderCommand
{
    public static Command Create()
    {
        var gold = new Option<string[]>("--gold") { Description = "Gold files or folders of train-*.jsonl to learn from.", Required = true, AllowMultipleArgumentsPerToken = true };
        var dev = new Option<string[]>("--dev") { Description = "Gold files to score after every pass; nothing is learned from them.", AllowMultipleArgumentsPerToken = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder of the checkpoint, the log and the models made; an unfinished run there goes on, a finished one is only written out.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "training")) };
        var passes = new Option<int>("--passes") { Description = "Passes over all reports.", DefaultValueFactory = _ => 8 };
        var seed = new Option<int>("--seed") { Description = "Decides the start of the heads, the order of reports and dropout.", DefaultValueFactory = _ => 1 };
        var frozen = new Option<int>("--frozen") { Description = "Encoder layers that stay as they are.", DefaultValueFactory = _ => 6 };
        var start = new Option<DirectoryInfo?>("--start") { Description = "Folder of an earlier run, whose last weights are the first of this one." };
        var threads = new Option<int>("--threads") { Description = "Processor threads.", DefaultValueFactory = _ => 2 };
        var command = new Command("reader", "Trains encoder and reader together from gold reports.") { gold, dev, output, passes, seed, frozen, start, threads };
        command.SetAction(parsed =>
        {
            torch.set_num_threads(parsed.GetValue(threads));
            DataFolder data = DataFolder.BesideProgram;
            ConflictPack pack = ConflictPack.Load(data);
            var builder = new ExampleBuilder(DocumentReader.Load(data), pack, CandidateFinder.Load(data));
            using var weights = new WeightFile(data.Model("base", "encoder-q4.safetensors"));
            string folder = Directory.CreateDirectory(parsed.GetRequiredValue(output).FullName).FullName;
            using var log = new StreamWriter(Path.Combine(folder, "log.txt"), append: true) { AutoFlush = true };
            void Say(string line)
            {
                Console.Error.WriteLine(line);
                log.WriteLine(line);
            }
            var plan = new TrainingPlan(parsed.GetValue(passes), parsed.GetValue(seed), parsed.GetValue(frozen));
            Say(string.Create(CultureInfo.InvariantCulture, $"{plan}"));
            var trainer = new ReaderTrainer(plan, weights, Segmenter.Load(data.Model("base")), pack);
            Checkpoint? earlier = parsed.GetValue(start) is { } from ? new Checkpoint(from.FullName) : null;
            trainer.Run(Read(parsed.GetRequiredValue(gold), builder), Read(parsed.GetValue(dev) ?? [], builder), new Checkpoint(folder), earlier, Say);
            ReaderExport.Write(Path.Combine(folder, "reader"), trainer.Encoder, trainer.Reader);
            Say("wrote " + Path.Combine(folder, "reader"));
        });
        return command;
    }

    private static List<Example> Read(IEnumerable<string> paths, ExampleBuilder builder) => [.. GoldReport.ReadAll(paths).Select(builder.Build)];
}
