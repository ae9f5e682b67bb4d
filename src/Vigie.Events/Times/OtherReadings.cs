using NodaTime;

namespace Vigie.Events.Times;

/// <summary>
/// What else the words of a time may mean. The first reading is the likeliest by itself; which one an event has is told by
/// what the sentence says of it, which the recogniser does not read.
/// </summary>
internal static class OtherReadings
{
    /// <param name="read">Reads the same words in another context.</param>
    /// <returns>Other days, none twice and none those of <paramref name="first"/>.</returns>
    public static IReadOnlyList<TimeReading> Of(
        TimeMatch match, TimeReading first, TimeContext context, Func<TimeContext, TimeReading?> read)
    {
        if (first.Range is not { Start: { } start, End: { } end }) return [];
        var others = new List<TimeReading>();
        if (match[TimeSlot.Since] == 1 && start < end)
        {
            // "Since Monday" dates what began then, or what went on until the day before the report.
            others.Add(first.Over(start, start));
            if (end.PlusDays(-1) > start) others.Add(first.Over(start, end.PlusDays(-1)));
        }
        if (first.Range.Precision == TimePrecision.Day) AddNights(first, start, end, others);
        AddAnchors(match, first, context, read, others);
        return [.. others.Where(other => other.Range != first.Range).DistinctBy(other => other.Range)];
    }

    /// <summary>A night may be told by its evening, by its morning, or as both days.</summary>
    private static void AddNights(TimeReading first, LocalDate start, LocalDate end, List<TimeReading> others)
    {
        bool night = first.Value.EndsWith("TNI", StringComparison.Ordinal), evening = first.Value.EndsWith("TEV", StringComparison.Ordinal);
        if (!night && !evening) return;
        if (start == end) others.Add(first.Over(start, start.PlusDays(1)));
        else if (night) others.Add(first.Over(start, start));
        if (night && start == end) others.Add(first.Over(start.PlusDays(-1), start));
    }

    /// <summary>"The day before", "two days later": before or after the last day named, the one before that, or the day of the main event.</summary>
    private static void AddAnchors(
        TimeMatch match, TimeReading first, TimeContext context, Func<TimeContext, TimeReading?> read, List<TimeReading> others)
    {
        if (first.Anchor is null) return;
        if (first.Anchor != context.PublishedAnchor)
        {
            if (match.Has(TimeSlot.Month) || match.Has(TimeSlot.Day)) Add(context.Afresh());
            else
            {
                Add(context.From(context.Lead));
                Add(context.From(context.DayBeforeLast));
            }
            return;
        }
        // On a Monday, "Monday" may still be that of the week before.
        if (match.Has(TimeSlot.Weekday) && !match.Has(TimeSlot.Shift) && first.Range.Start is { } day && day == context.Published && first.Range.End == day)
            others.Add(first.Over(day.PlusDays(-7), day.PlusDays(-7)));
        return;

        void Add(TimeContext other)
        {
            if (read(other) is { Range.Start: { } start } reading && !(start > context.Published)) others.Add(reading);
        }
    }
}
