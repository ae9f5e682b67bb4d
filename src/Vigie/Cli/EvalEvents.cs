using System.CommandLine;
using Vigie.Events.Coding;
using Vigie.Scoring;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie eval events</c>: how well Vigie, or another coder, codes reports whose events are known.</summary>
internal static class EvalEvents
{
    public static Command Build()
    {
        var gold = new Argument<string[]>("GOLD") { Description = "Gold reports, one a line: a report with the events that a careful human coded. Files, or a folder of .jsonl files.", Arity = ArgumentArity.OneOrMore };
        var coded = new Option<string?>("--coded") { Description = "Records to score instead of coding the reports: what vigie code --format jsonl, or another coder, wrote.", HelpName = "FILE" };
        var thresholds = new Option<double[]>("--thresholds")
        {
            Description = "Least confidences: for each of them a line that says what is found where less sure events are dropped, as 0.2,0.5,0.8.",
            HelpName = "X,…",
            CustomParser = result => ConfidenceOption.Parse(result, "--thresholds"),
        };
        Option<string> format = ScoreOutput.FormatOption();
        Option<int> threads = ThreadsOption.Build();
        var command = new Command("events", "Score coded events against gold reports: events, fields, slots, quiet reports, evidence.") { gold, coded, thresholds, threads, format };
        command.SetAction(parsed => ScoreOutput.Guarded(() =>
        {
            List<ScoredReport> reports = GoldFiles.Read(parsed.GetRequiredValue(gold));
            int code = ExitCode.Done;
            Dictionary<ScoredReport, IReadOnlyList<ScoredEvent>> events = new(ReferenceEqualityComparer.Instance);
            if (parsed.GetValue(coded) is { } file) TakeRecords(reports, ReportFile.Read(file), events);
            else code = GoldFiles.Code(reports, parsed.GetValue(threads), () => Coder.Load(DataFolder.BesideProgram), (report, article) => events[report] = [.. article.Events.Select(ScoredEvent.Of)]);

            (double? Least, Scoreboard Board)[] boards = [(null, Board(reports, events, 0)), .. (parsed.GetValue(thresholds) ?? []).Select(least => ((double?)least, Board(reports, events, least)))];
            if (parsed.GetRequiredValue(format) == "json") ScoreOutput.Json(json => ScoreboardOutput.Write(boards, json));
            else ScoreOutput.Table(screen => ScoreboardOutput.Draw(boards, screen));
            return code;
        }));
        return command;
    }

    private static void TakeRecords(List<ScoredReport> reports, List<ScoredReport> records, Dictionary<ScoredReport, IReadOnlyList<ScoredEvent>> events)
    {
        var byId = new Dictionary<string, ScoredReport>(StringComparer.Ordinal);
        foreach (ScoredReport record in records) byId[record.Id] = record;
        foreach (ScoredReport report in reports)
            if (byId.TryGetValue(report.Id, out ScoredReport? record)) events[report] = record.Events;
    }

    // A report that could not be coded, or has no record, has no event. An event without a confidence is never dropped.
    private static Scoreboard Board(List<ScoredReport> reports, Dictionary<ScoredReport, IReadOnlyList<ScoredEvent>> events, double least)
    {
        var board = new Scoreboard();
        foreach (ScoredReport report in reports)
            board.Add(report, [.. events.GetValueOrDefault(report, []).Where(e => e.Confidence is not { } confidence || confidence >= least)]);
        return board;
    }
}
