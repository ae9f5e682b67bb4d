using System.CommandLine;
using Vigie.Evaluation;
using Vigie.Events.Times;
using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Cli;

/// <summary><c>vigie eval times</c>: times against TimeML, test cases of Recognizers-Text, or the dates of coded reports.</summary>
internal static class EvalTimesCommand
{
    public static Command Build()
    {
        Argument<string[]> corpus = EvalCommand.Corpus("A folder of TimeML documents (.tml), a file of coded reports (.jsonl), or one of test cases (.json).");
        var language = new Option<string>("--language") { Description = "The language of TimeML documents and of test cases.", HelpName = string.Join('|', LanguageGuesser.Coded), DefaultValueFactory = _ => "fr" };
        language.AcceptOnlyFromAmong([.. LanguageGuesser.Coded]);
        var command = new Command("times", "Measure the times that are found: passages and values, or the days offered for coded events.");
        command.Arguments.Add(corpus);
        command.Options.Add(language);
        command.SetAction(parsed =>
        {
            DocumentReader reader = DocumentReader.Load(DataFolder.BesideProgram);
            TimeRecogniser times = TimeRecogniser.Load(DataFolder.BesideProgram);
            return EvalCommand.Run(parsed.GetRequiredValue(corpus), path => [Measure(path, parsed.GetRequiredValue(language), reader, times)]);
        });
        return command;
    }

    private static string Measure(string path, string language, DocumentReader reader, TimeRecogniser times)
    {
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var dates = new Coverage("dates");
            foreach (GoldReport report in GoldReport.Read(path)) dates.AddDates(report, times.Offer(reader.Read(report.Article)));
            return dates.ToString();
        }
        var score = new TimeScore();
        foreach (TimedText text in Texts(path, language)) score.Add(text, times.Find(reader.Read(text.Article)));
        return score.ToString();
    }

    private static IEnumerable<TimedText> Texts(string path, string language)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return SpecFile.Read(path, language);
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.tml") : [path];
        if (files.Length == 0) throw new InvalidDataException("no .tml document lies in it");
        return files.Order(StringComparer.Ordinal).Select(file => TimeMlFile.Read(file, language));
    }
}
