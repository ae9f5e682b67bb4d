using System.Globalization;
using NodaTime;

namespace Vigie.Events.Times;

/// <summary>Reads days of the week, looking back from the publication, and nights across two days.</summary>
internal static class WeekdayReadings
{
    public static TimeReading? Weekday(TimeMatch match, TimeContext context)
    {
        if (match[TimeSlot.Weekday] is not { } weekday) return null;
        if (context.Published is not { } published) return Open(match, weekday);
        if (match[TimeSlot.Anchored] == 1 && context.LastDay?.Range is { Start: { } start, End: { } end })
        {
            var near = match[TimeSlot.Shift] switch
            {
                -1 => TimeCalendar.WeekdayBefore(start, weekday),
                1 => TimeCalendar.WeekdayAfter(end, weekday),
                _ => TimeCalendar.WeekdayUpTo(end, weekday),
            };
            return DateReadings.OfDay(match, near, context.LastDay.Text);
        }
        if (match[TimeSlot.WeekShift] is { } weeks)
            return Since(match, TimeCalendar.Week(published.PlusWeeks(weeks)).Start!.Value.PlusDays(weekday - 1), published, context);
        var day = match[TimeSlot.Shift] switch
        {
            -2 => TimeCalendar.WeekdayBefore(published, weekday).PlusDays(-7),
            -1 => TimeCalendar.WeekdayBefore(published, weekday),
            1 => TimeCalendar.WeekdayAfter(published, weekday),
            null when OfPeriod(weekday, context) is { } told => told,
            // "since Monday" of a Monday counts from the one before.
            _ => match[TimeSlot.Since] == 1 ? TimeCalendar.WeekdayBefore(published, weekday) : TimeCalendar.WeekdayUpTo(published, weekday),
        };
        return Since(match, day, published, context);
    }

    /// <summary>The only such weekday of the days that the report is about, or null.</summary>
    private static LocalDate? OfPeriod(int weekday, TimeContext context)
    {
        if (context.Period is not { Start: { } start, End: { } end }) return null;
        var last = TimeCalendar.WeekdayUpTo(end, weekday);
        return last >= start && last.PlusDays(-7) < start ? last : null;
    }

    /// <summary>"every Monday": no day of its own.</summary>
    public static TimeReading? EveryWeek(TimeMatch match) => match[TimeSlot.Weekday] is { } weekday ? Open(match, weekday) : null;

    /// <summary>"from Monday to Wednesday": the last such run that ends by the publication.</summary>
    public static TimeReading? WeekdayRange(TimeMatch match, TimeContext context)
    {
        if (context.Published is not { } published) return null;
        if (match[TimeSlot.Weekday] is not { } first || match[TimeSlot.Weekday2] is not { } last) return null;
        var end = TimeCalendar.WeekdayUpTo(published, last);
        var start = TimeCalendar.WeekdayBefore(end, first);
        return DateReadings.Run(match, start, end, context.PublishedAnchor);
    }

    public static IReadOnlyList<TimeReading> WeekdayList(TimeMatch match, TimeContext context)
    {
        if (match[TimeSlot.Weekday] is not { } first || match[TimeSlot.Weekday2] is not { } second) return [];
        if (second == first % 7 + 1) return WeekdayRange(match, context) is { } run ? [run] : [];
        var firstOnly = match with { End = match.Tokens[(int)TimeSlot.Weekday] + 1 };
        var secondOnly = (match with { First = match.Tokens[(int)TimeSlot.Weekday2] }).With(TimeSlot.Weekday, second);
        return Weekday(firstOnly, context) is { } one && Weekday(secondOnly, context) is { } other ? [one, other] : [];
    }

    /// <summary>A night of one day runs into the next; the night to a day began the day before.</summary>
    public static TimeReading? Night(TimeMatch match, TimeContext context)
    {
        if (Evening(match, context) is not { } evening) return null;
        if (evening.Range is not { Start: { } start, End: { } end }) return evening;
        if (start == end) end = start.PlusDays(1);
        return new TimeReading(match.First, match.End, TimeContext.Iso(start) + "TNI", new TimeRange(start, end, TimePrecision.Day), evening.Anchor);
    }

    private static TimeReading? Evening(TimeMatch match, TimeContext context)
    {
        bool twoDays = match.Has(TimeSlot.Day2), twoWeekdays = match.Has(TimeSlot.Weekday2);
        if (twoDays && match.Has(TimeSlot.Day)) return DateReadings.DateRange(match, context);
        if (twoDays)
        {
            var ending = match.With(TimeSlot.Day, match[TimeSlot.Day2]).With(TimeSlot.Month, match[TimeSlot.Month2] ?? match[TimeSlot.Month])
                .With(TimeSlot.Weekday, match[TimeSlot.Weekday2]);
            var last = ending.Has(TimeSlot.Month) ? DateReadings.Date(ending, context) : DateReadings.DayOfMonth(ending, context);
            return last?.Range.Start is { } day ? DateReadings.OfDay(match, day.PlusDays(-1), last.Anchor) : last;
        }
        if (twoWeekdays && match.Has(TimeSlot.Weekday)) return WeekdayRange(match, context);
        if (twoWeekdays)
        {
            var ending = Weekday(match.With(TimeSlot.Weekday, match[TimeSlot.Weekday2]), context);
            return ending?.Range.Start is { } day ? DateReadings.OfDay(match, day.PlusDays(-1), ending.Anchor) : ending;
        }
        if (match.Has(TimeSlot.Month)) return DateReadings.Date(match, context);
        return match.Has(TimeSlot.Day) ? DateReadings.DayOfMonth(match, context) : Weekday(match, context);
    }

    private static TimeReading? Since(TimeMatch match, LocalDate day, LocalDate published, TimeContext context) =>
        match[TimeSlot.Since] == 1 && day < published
            ? DateReadings.Run(match, day, published, context.PublishedAnchor) with { Value = TimeContext.Iso(day) }
            : DateReadings.OfDay(match, day, context.PublishedAnchor);

    private static TimeReading Open(TimeMatch match, int weekday) =>
        new(match.First, match.End, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}"), TimeRange.Unknown, null);
}
