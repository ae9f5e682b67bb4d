using System.CommandLine;
using Vigie.Evaluation;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Counts;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie eval counts</c>: the numbers offered for the counts of coded reports.</summary>
internal static class EvalCountsCommand
{
    public static Command Build()
    {
        Argument<string[]> corpus = EvalCommand.Corpus("A file of coded reports (.jsonl).");
        var command = new Command("counts", "Measure how many counts of coded events are among the numbers offered, by field.");
        command.Arguments.Add(corpus);
        command.SetAction(parsed =>
        {
            DocumentReader reader = DocumentReader.Load(DataFolder.BesideProgram);
            CountRecogniser counts = CountRecogniser.Load(DataFolder.BesideProgram);
            return EvalCommand.Run(parsed.GetRequiredValue(corpus), path => Measure(path, reader, counts));
        });
        return command;
    }

    private static IEnumerable<string> Measure(string path, DocumentReader reader, CountRecogniser counts)
    {
        Dictionary<string, Coverage> fields = Draft.CountFields.ToDictionary(field => field, field => new Coverage(field), StringComparer.Ordinal);
        foreach (GoldReport report in GoldReport.Read(path))
        {
            IReadOnlyList<CountCandidate> offered = counts.Find(reader.Read(report.Article));
            foreach (string field in Draft.CountFields) fields[field].AddCounts(report, field, offered);
        }
        return fields.Values.Select(field => field.ToString());
    }
}
