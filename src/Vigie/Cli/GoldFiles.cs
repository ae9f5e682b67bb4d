using NodaTime;
using NodaTime.Text;
using Vigie.Events.Coding;
using Vigie.Scoring;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Gold reports of the command line, and Vigie's own coding of them.</summary>
internal static class GoldFiles
{
    /// <summary>The reports of files, and of a folder's <c>.jsonl</c> files in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A line is no report, or there is none at all.</exception>
    public static List<ScoredReport> Read(IEnumerable<string> arguments)
    {
        var reports = new List<ScoredReport>();
        foreach (string argument in arguments)
        {
            IEnumerable<string> files = Directory.Exists(argument) ? Directory.GetFiles(argument, "*.jsonl").Order(StringComparer.Ordinal) : [argument];
            foreach (string file in files) reports.AddRange(ReportFile.Read(file));
        }
        return reports.Count > 0 ? reports : throw new InvalidDataException("no gold report to measure on; give files of them, one report a line");
    }

    /// <summary>Codes every report and hands over what came out, in the order of the reports.</summary>
    /// <param name="load">Makes the coder at the first report.</param>
    /// <returns>The exit code.</returns>
    public static int Code(IReadOnlyList<ScoredReport> gold, int threads, Func<Coder> load, Action<ScoredReport, CodedArticle> take)
    {
        var reports = new Dictionary<Article, ScoredReport>(ReferenceEqualityComparer.Instance);
        var inputs = new List<Input>(gold.Count);
        foreach (ScoredReport report in gold)
        {
            Input input = InputOf(report);
            if (input.Article is { } article) reports[article] = report;
            inputs.Add(input);
        }
        using var run = new CodingRun(new Messages(Console.Error), new CodingPlan(load));
        return run.Over(inputs, threads, coded => take(reports[coded.Document.Article], coded));
    }

    private static Input InputOf(ScoredReport report)
    {
        if (string.IsNullOrWhiteSpace(report.Title) && string.IsNullOrWhiteSpace(report.Text))
            return Input.Unreadable(report.Where, "the report has no \"text\" to code; put its words there");
        LocalDate? published = null;
        if (report.Published is { Length: >= 10 } day)
        {
            ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(day[..10]);
            if (!parsed.Success) return Input.Unreadable(report.Where, $"\"published\" is \"{Plain.Shortened(day, 40)}\", which is no day; write it as 2025-08-20");
            published = parsed.Value;
        }
        return new Input(report.Where, new Article(report.Id, report.Title ?? "", report.Text ?? "", report.Language, published, report.Source));
    }
}
