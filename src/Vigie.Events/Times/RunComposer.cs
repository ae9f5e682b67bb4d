using NodaTime;
using Vigie.Text;

namespace Vigie.Events.Times;

/// <summary>Runs of days from one time of a sentence to the next: "began on Friday and went on until Sunday morning".</summary>
internal static class RunComposer
{
    private const int LongestRun = 10;

    /// <param name="times">In text order, without overlap.</param>
    public static IEnumerable<TimeCandidate> Between(IReadOnlyList<TimeCandidate> times, Document document)
    {
        for (int i = 1; i < times.Count; i++)
        {
            if (Days(times[i - 1]) is not { } first || Days(times[i]) is not { } last) continue;
            if (first.End >= last.End || first.Start >= last.Start || Period.DaysBetween(first.Start, last.End) > LongestRun) continue;
            if (document.SentenceAt(times[i - 1].Span.Start) != document.SentenceAt(times[i].Span.Start)) continue;
            var span = new Span(times[i - 1].Span.Start, times[i].Span.End);
            string value = TimeContext.Iso(first.Start) + "/" + TimeContext.Iso(last.End);
            yield return new TimeCandidate(span, span.Of(document.Text), value, new TimeRange(first.Start, last.End, TimePrecision.Day), "run", times[i - 1].Text);
        }
    }

    private static (LocalDate Start, LocalDate End)? Days(TimeCandidate time) =>
        time.Range is { Precision: TimePrecision.Day, Start: { } start, End: { } end } && !time.Value.Contains(':', StringComparison.Ordinal) ? (start, end) : null;
}
