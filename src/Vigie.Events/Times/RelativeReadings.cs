using System.Globalization;
using NodaTime;

namespace Vigie.Events.Times;

/// <summary>Reads times that count from the publication or from the time before: yesterday, two months ago, last week.</summary>
internal static class RelativeReadings
{
    public static TimeReading? DayShift(TimeMatch match, TimeContext context)
    {
        if (match[TimeSlot.DayShift] is not { } shift) return null;
        if (context.Published is not { } published)
            return new TimeReading(match.First, match.End, shift == 0 ? "PRESENT_REF" : shift < 0 ? "PAST_REF" : "FUTURE_REF", TimeRange.Unknown, null);
        var day = published.PlusDays(shift);
        return match[TimeSlot.Since] == 1 && shift < 0
            ? DateReadings.Run(match, day, published, context.PublishedAnchor) with { Value = TimeContext.Iso(day) }
            : DateReadings.OfDay(match, day, context.PublishedAnchor);
    }

    public static TimeReading? Offset(TimeMatch match, TimeContext context)
    {
        var unit = Unit(match);
        int number = match[TimeSlot.Number] ?? 1, shift = match[TimeSlot.Shift] ?? -1;
        LocalDate? origin = context.Published;
        string? anchor = context.PublishedAnchor;
        if (match[TimeSlot.Anchored] == 1)
        {
            // Long steps count from any time before; steps of days need a day.
            var from = unit >= TimeUnit.Month ? context.Last : context.LastDay ?? context.Last;
            if (from is not null) (origin, anchor) = (shift < 0 ? from.Range.Start : from.Range.End, from.Text);
        }
        if (origin is null) return new TimeReading(match.First, match.End, shift < 0 ? "PAST_REF" : "FUTURE_REF", TimeRange.Unknown, null);
        if (match[TimeSlot.DayShift] is { } days) origin = origin.Value.PlusDays(days);
        if (number > int.MaxValue / 2 || TimeCalendar.Plus(origin.Value, shift * number, unit) is not { } day) return null;
        if (shift > 0 && unit >= TimeUnit.Month && context.Published is { } published && day > published && origin <= published
            && TimeCalendar.Plus(published, -number, unit) is { } back)
        {
            // "Thirty years on": what is remembered lies so far behind the publication.
            (day, anchor) = (back, context.PublishedAnchor);
        }
        if (match[TimeSlot.Since] == 1 && shift > 0 && day > origin) return DateReadings.Run(match, origin.Value, day, anchor);
        if (match[TimeSlot.Weekday] is { } weekday)
            day = TimeCalendar.Week(day).Start!.Value.PlusDays(weekday - 1);
        bool exact = match[TimeSlot.Exact] == 1 || match.Has(TimeSlot.DayShift) || match.Has(TimeSlot.Weekday)
            || (unit == TimeUnit.Week && number == 1 && match[TimeSlot.Anchored] == 1);
        var (range, value) = TimeCalendar.Holding(day, exact ? TimeUnit.Day : unit);
        return new TimeReading(match.First, match.End, value + DayPartReadings.Clock(match), range, anchor);
    }

    public static TimeReading? Period(TimeMatch match, TimeContext context)
    {
        var unit = Unit(match);
        int shift = match[TimeSlot.Shift] ?? 0;
        var from = match[TimeSlot.Anchored] == 1 ? context.Last : null;
        if ((from?.Range.Start ?? context.Published) is not { } origin)
            return new TimeReading(match.First, match.End, shift < 0 ? "PAST_REF" : shift == 0 ? "PRESENT_REF" : "FUTURE_REF", TimeRange.Unknown, null);
        // On a weekday "this weekend" of a report is the one that has been.
        if (unit == TimeUnit.Weekend && shift <= 0)
        {
            bool now = origin.DayOfWeek >= IsoDayOfWeek.Saturday;
            shift = now && shift == 0 ? 0 : -1;
        }
        if (TimeCalendar.Plus(origin, shift, unit) is not { } day) return null;
        var (range, value) = TimeCalendar.Holding(day, unit);
        if (match[TimeSlot.Since] == 1 && context.Published is { } today && range.Start < today) range = range with { End = today };
        return new TimeReading(match.First, match.End, value, range, from?.Text ?? context.PublishedAnchor);
    }

    /// <summary>"the past four days": from four days before to the publication.</summary>
    public static TimeReading? LastUnits(TimeMatch match, TimeContext context)
    {
        var unit = Unit(match);
        int number = match[TimeSlot.Number] ?? 1;
        string value = DurationValue(number, unit);
        if (context.Published is not { } published) return new TimeReading(match.First, match.End, value, TimeRange.Unknown, null);
        if (unit is TimeUnit.Second or TimeUnit.Minute) return new TimeReading(match.First, match.End, value, TimeRange.OfDay(published), context.PublishedAnchor);
        return TimeCalendar.Plus(published, -number, unit) is { } start
            ? new TimeReading(match.First, match.End, value, new TimeRange(start, published, TimePrecision.Day), context.PublishedAnchor)
            : null;
    }

    public static TimeReading? Season(TimeMatch match, TimeContext context)
    {
        if (match[TimeSlot.Season] is not { } season) return null;
        string suffix = season switch { 1 => "-SP", 2 => "-SU", 3 => "-FA", _ => "-WI" };
        int? year = match[TimeSlot.Year];
        string? anchor = null;
        if (year is null)
        {
            if (context.Published is not { } published) return new TimeReading(match.First, match.End, "XXXX" + suffix, TimeRange.Unknown, null);
            anchor = context.PublishedAnchor;
            year = published.Year + (match[TimeSlot.YearShift] ?? 0);
            if (!match.Has(TimeSlot.YearShift) && TimeCalendar.Season(year.Value, season)?.Start > published) year--;
            if (match[TimeSlot.Shift] == -1 && TimeCalendar.Season(year.Value, season)?.End >= published) year--;
            if (match[TimeSlot.Shift] == 1) year++;
        }
        return TimeCalendar.Season(year.Value, season) is { } range
            ? new TimeReading(match.First, match.End, TimeContext.IsoYear(year.Value) + suffix, range, anchor)
            : null;
    }

    public static TimeReading Duration(TimeMatch match) =>
        new(match.First, match.End, DurationValue(match[TimeSlot.Number], Unit(match)), TimeRange.Unknown, null);

    private static TimeUnit Unit(TimeMatch match) => (TimeUnit)(match[TimeSlot.Unit] ?? (int)TimeUnit.Day);

    private static string DurationValue(int? number, TimeUnit unit)
    {
        string amount = number?.ToString(CultureInfo.InvariantCulture) ?? "X";
        return unit switch
        {
            TimeUnit.Second => $"PT{amount}S",
            TimeUnit.Minute => $"PT{amount}M",
            TimeUnit.Hour => $"PT{amount}H",
            TimeUnit.Day => $"P{amount}D",
            TimeUnit.Week => $"P{amount}W",
            TimeUnit.Weekend => $"P{amount}WE",
            TimeUnit.Month => $"P{amount}M",
            TimeUnit.Decade => $"P{amount}DE",
            TimeUnit.Century => $"P{amount}CE",
            _ => $"P{amount}Y",
        };
    }
}
