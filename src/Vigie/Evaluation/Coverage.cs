using System.Globalization;
using NodaTime;
using Vigie.Events;
using Vigie.Events.Coding;

namespace Vigie.Evaluation;

/// <summary>How many values of coded events are among the candidates that a recogniser offers: what is not offered no reader can choose.</summary>
/// <param name="what">Name of the values.</param>
internal sealed class Coverage(string what)
{
    private int of, covered, reports, candidates;

    public double Share => of == 0 ? 1 : (double)covered / of;

    /// <summary>Dated events whose first and last day one candidate has.</summary>
    public void AddDates(GoldReport report, IReadOnlyList<TimeCandidate> offered)
    {
        reports++;
        candidates += offered.Count(time => time.Range.Start is not null);
        foreach (GoldEvent e in report.Events)
        {
            if (e.Date.Start is null) continue;
            of++;
            if (offered.Any(time => Day(time.Range.Start) == e.Date.Start && Day(time.Range.End) == e.Date.End)) covered++;
        }
    }

    /// <summary>Filled counts of a field whose number one candidate of that field, or of none, has.</summary>
    /// <param name="field">Of <see cref="Draft.CountFields"/>.</param>
    public void AddCounts(GoldReport report, string field, IReadOnlyList<CountCandidate> offered)
    {
        reports++;
        List<CountCandidate> fitting = [.. DocumentCandidates.CountsOf(field, offered)];
        candidates += fitting.Count;
        foreach (GoldEvent e in report.Events)
        {
            if (Number(e, field)?.Value is not { } number) continue;
            of++;
            if (fitting.Exists(count => (count.Count.Best ?? count.Count.Low) == number)) covered++;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{what}: {covered} of {of} offered ({Share:0.000}), {(double)candidates / Math.Max(1, reports):0.0} candidates a report");

    private static GoldNumber? Number(GoldEvent e, string field) => field switch
    {
        "killed" => e.Killed,
        "injured" => e.Injured,
        "detained" => e.Detained,
        _ => e.Abducted,
    };

    private static string? Day(LocalDate? day) => day is { } known ? ValueText.Of(known) : null;
}
