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
        TimeMatch match, TimeReading first, TimeContext context, Func<TimeContext, TimeMatch, TimeReading?> read)
    {
        if (first.Range is not { Start: { } start, End: { } end }) return [];
        var others = new List<TimeReading>();
        if (match[TimeSlot.Since] == 1 && start < end)
        {
            // "Since Monday" dates what began then, or what went on until the day before the report.
            others.Add(first.Over(start, start));
            if (end.PlusDays(-1) > start) others.Add(first.Over(start, end.PlusDays(-1)));
        }
        if (DateReadings.LastYears(match, first, context) is { } lastYears) others.Add(lastYears);
        // "The last four days" may hold the day of the report itself or not.
        if (match.Has(TimeSlot.Number) && match[TimeSlot.Unit] == (int)TimeUnit.Day && end == context.Published && start < end.PlusDays(-1)) others.Add(first.Over(start.PlusDays(1), end));
        if (first.Range.Precision == TimePrecision.Day) AddNights(match, first, start, end, others);
        AddAnchors(match, first, context, read, others);
        return [.. others.Where(other => other.Range != first.Range).DistinctBy(other => other.Range)];
    }

    /// <summary>A night may be told by its evening, by its morning, or as both days.</summary>
    private static void AddNights(TimeMatch match, TimeReading first, LocalDate start, LocalDate end, List<TimeReading> others)
    {
        bool night = first.Value.EndsWith("TNI", StringComparison.Ordinal), evening = first.Value.EndsWith("TEV", StringComparison.Ordinal);
        if (!night && !evening) return;
        if (start == end) others.Add(first.Over(start, start.PlusDays(1)));
        else if (night) others.Add(first.Over(start, start));
        if (night && !match.Has(TimeSlot.Day2) && !match.Has(TimeSlot.Weekday2)) others.Add(first.Over(start.PlusDays(-1), start));
    }

    /// <summary>"The day before", "two days later": before or after the last day named, the one before that, or the day of the main event.</summary>
    private static void AddAnchors(
        TimeMatch match, TimeReading first, TimeContext context, Func<TimeContext, TimeMatch, TimeReading?> read, List<TimeReading> others)
    {
        bool either = match[TimeSlot.Either] == 1;
        if (first.Anchor is null || (first.Anchor == context.PublishedAnchor && !either)) return;
        if (match.Has(TimeSlot.Month) || match.Has(TimeSlot.Day)) Add(context.Afresh());
        else if (!match.Has(TimeSlot.Hour))
        {
            Add(context.From(context.Lead));
            Add(context.From(context.DayBeforeLast));
        }
        return;

        void Add(TimeContext other)
        {
            if (read(other, either ? match.With(TimeSlot.Anchored, 1) : match) is { Range.Start: { } start } reading && !(start > context.Published)) others.Add(reading);
        }
    }
}
