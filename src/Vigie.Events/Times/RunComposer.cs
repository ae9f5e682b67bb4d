using NodaTime;
using Vigie.Text;

namespace Vigie.Events.Times;

/// <summary>Runs of days from one time to the next, in the same sentence or the one behind it: "began on Friday and went on until Sunday morning".</summary>
internal static class RunComposer
{
    private const int LongestRun = 10;

    /// <param name="times">In text order, without overlap.</param>
    public static IEnumerable<TimeCandidate> Between(IEnumerable<TimeCandidate> times, Document document)
    {
        TimeCandidate? before = null;
        foreach (var time in times)
        {
            if (Days(time) is not { } last) continue;
            if (before is not null && Days(before) is { } first && IsRun(first, last)
                && document.SentenceAt(time.Span.Start).Index - document.SentenceAt(before.Span.Start).Index <= 1)
            {
                var span = new Span(before.Span.Start, time.Span.End);
                string value = TimeContext.Iso(first.Start) + "/" + TimeContext.Iso(last.End);
                yield return new TimeCandidate(span, span.Of(document.Text), value, new TimeRange(first.Start, last.End, TimePrecision.Day), "run", before.Text);
            }
            before = time;
        }
    }

    private static bool IsRun((LocalDate Start, LocalDate End) first, (LocalDate Start, LocalDate End) last) =>
        first.Start < last.Start && first.End < last.End && Period.DaysBetween(first.Start, last.End) <= LongestRun;

    private static (LocalDate Start, LocalDate End)? Days(TimeCandidate time) =>
        time.Range is { Precision: TimePrecision.Day, Start: { } start, End: { } end } && !time.Value.Contains(':', StringComparison.Ordinal) ? (start, end) : null;
}
