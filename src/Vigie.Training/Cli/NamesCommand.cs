using System.CommandLine;
using System.Globalization;
using TorchSharp;
using Vigie.Text;
using Vigie.Training.Names;

namespace Vigie.Training.Cli;

/// <summary><c>vigie-train names</c>: the name tagger's head over the encoder that ships.</summary>
internal static class NamesCommand
{
    private const int Folds = 5;

    public static Command Create()
    {
        var names = new Option<DirectoryInfo>("--names") { Description = "Folder of the public sets: " + NameCorpora.Needed + ".", Required = true };
        var gold = new Option<DirectoryInfo?>("--gold") { Description = "Folder of gold reports (train-*.jsonl); the French ones are learned from too." };
        var output = new Option<FileInfo?>("--out") { Description = "File of the weights to write (names.safetensors); without it nothing but --measure is done." };
        var measure = new Option<string[]>("--measure") { Description = "Sets to cross-validate, in five parts: each part is scored with a head that learned from the other four and from the other sets.", AllowMultipleArgumentsPerToken = true };
        measure.AcceptOnlyFromAmong([.. NameCorpora.All]);
        var only = new Option<string[]>("--sets") { Description = "Sets to learn from, where not all of them.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [.. NameCorpora.All] };
        only.AcceptOnlyFromAmong([.. NameCorpora.All]);
        var cache = new Option<DirectoryInfo>("--cache") { Description = "Folder of the encoder's vectors, made once for every encoder.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "names")) };
        var passes = new Option<int>("--passes") { Description = "Passes over all texts.", DefaultValueFactory = _ => 4 };
        var seed = new Option<int>("--seed") { Description = "Decides the start of the head, the order of texts and dropout.", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "Processor threads.", DefaultValueFactory = _ => 1 };
        var command = new Command("names", "Trains the name tagger's head over the encoder, from public sets of names.") { names, gold, output, measure, only, cache, passes, seed, threads };
        command.SetAction(parsed =>
        {
            torch.set_num_threads(parsed.GetValue(threads));
            string folder = parsed.GetRequiredValue(names).FullName;
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"vigie-train: {folder} is no folder; --names takes {NameCorpora.Needed}");
                return 1;
            }
            try
            {
                Run(folder, parsed.GetValue(gold)?.FullName, parsed.GetValue(output)?.FullName, parsed.GetValue(measure) ?? [], parsed.GetRequiredValue(only),
                    Directory.CreateDirectory(parsed.GetRequiredValue(cache).FullName).FullName,
                    new NameTrainer(new NamePlan(parsed.GetValue(passes), parsed.GetValue(seed))), parsed.GetValue(threads));
                return 0;
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                Console.Error.WriteLine($"vigie-train: {e.Message.TrimEnd('.')}; --names takes {NameCorpora.Needed}");
                return 1;
            }
        });
        return command;
    }

    private static void Run(string folder, string? gold, string? output, string[] measure, string[] only, string cache, NameTrainer trainer, int threads)
    {
        using var encoder = new NameEncoder(DataFolder.BesideProgram, cache, threads);
        var sets = new Dictionary<string, List<NameExample>>();
        void Add(string corpus, IReadOnlyList<NamedText> texts)
        {
            sets[corpus] = encoder.Examples(corpus, texts);
            Say($"{corpus}: {texts.Count} texts, {sets[corpus].Sum(example => example.Tokens.Count)} tokens, {texts.Sum(text => text.Names.Count)} names");
        }
        foreach (string corpus in NameCorpora.All.Where(corpus => measure.Contains(corpus) || (corpus != NameCorpora.Re3d && only.Contains(corpus)))) Add(corpus, NameCorpora.Read(folder, corpus));
        if (gold is not null) Add(SilverReports.Corpus, SilverReports.Read(gold, "fr", encoder.Actors.Register));

        foreach (string corpus in measure) Say($"{corpus}, cross-validated: {CrossValidated(trainer, sets, corpus)}");
        if (output is null) return;
        NameModel model = trainer.Train([.. Learned(sets).SelectMany(pair => pair.Value)]);
        model.Write(output);
        Say("wrote " + output);
    }

    // Parts are runs of texts as they stand in the set, so that no article is in two of them.
    private static NameScore CrossValidated(NameTrainer trainer, Dictionary<string, List<NameExample>> sets, string corpus)
    {
        var score = new NameScore();
        List<NameExample> own = sets[corpus];
        NameExample[] others = [.. Learned(sets).Where(pair => pair.Key != corpus).SelectMany(pair => pair.Value)];
        for (int fold = 0; fold < Folds; fold++)
        {
            int from = own.Count * fold / Folds, to = own.Count * (fold + 1) / Folds;
            NameModel model = trainer.Train([.. others, .. own[..from], .. own[to..]]);
            foreach (NameExample example in own[from..to]) score.Add(example.Names, [.. example.Told(NameTrainer.Tags(model, example))]);
            Say(string.Create(CultureInfo.InvariantCulture, $"  {corpus}, {fold + 1} of {Folds} parts: F1 {score.F1:.000}"));
        }
        return score;
    }

    private static IEnumerable<KeyValuePair<string, List<NameExample>>> Learned(Dictionary<string, List<NameExample>> sets) => sets.Where(pair => pair.Key != NameCorpora.Re3d);

    private static void Say(string line) => Console.Error.WriteLine(line);
}
