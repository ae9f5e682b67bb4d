using NodaTime;

namespace Vigie.Events.Times;

/// <summary>
/// Reads dates of the Hijri calendar by the Umm al-Qura tables (AH 1318 to 1500). Where the moon is sighted a day may differ by one:
/// a weekday that stands beside the date decides.
/// </summary>
internal static class HijriReadings
{
    private static readonly CalendarSystem Calendar = CalendarSystem.UmAlQura;

    public static TimeReading? Date(TimeMatch match, TimeContext context)
    {
        if (Find(match, context, out string? anchor) is not { } range) return null;
        string value = range is { Start: { } start, End: { } end } && start < end
            ? TimeContext.Iso(start) + "/" + TimeContext.Iso(end)
            : TimeContext.Iso(range.Start!.Value) + DayPartReadings.Clock(match);
        return new TimeReading(match.First, match.End, value, range, anchor);
    }

    public static TimeReading? Night(TimeMatch match, TimeContext context)
    {
        if (!match.Has(TimeSlot.Day) || Find(match, context, out string? anchor) is not { Start: { } day }) return null;
        var evening = day.PlusDays(-1);
        return new TimeReading(match.First, match.End, TimeContext.Iso(evening) + "TNI", new TimeRange(evening, day, TimePrecision.Day), anchor);
    }

    private static TimeRange? Find(TimeMatch match, TimeContext context, out string? anchor)
    {
        anchor = null;
        if (match[TimeSlot.HijriMonth] is not { } month) return match[TimeSlot.Year] is { } only ? Year(only) : null;
        if (match[TimeSlot.Year] is { } year) return InYear(match, year, month);
        if (context.Published is not { } published) return null;
        anchor = context.PublishedAnchor;
        int now = published.WithCalendar(Calendar).Year;
        for (int back = 0; back <= 1; back++)
            if (InYear(match, now - back, month) is { Start: { } start } range && start <= published) return range;
        return null;
    }

    private static TimeRange? InYear(TimeMatch match, int year, int month)
    {
        if (year < Calendar.MinYear || year > Calendar.MaxYear || month is < 1 or > 12) return null;
        int days = Calendar.GetDaysInMonth(year, month);
        if (match[TimeSlot.Day] is not { } number)
            return new TimeRange(Day(year, month, 1), Day(year, month, days), TimePrecision.Month);
        if (number < 1 || number > days) return null;
        var day = Day(year, month, number);
        if (match[TimeSlot.Weekday] is { } weekday)
        {
            var near = TimeCalendar.WeekdayUpTo(day.PlusDays(1), weekday);
            if (Math.Abs(Period.DaysBetween(day, near)) <= 1) day = near;
        }
        return TimeRange.OfDay(day);
    }

    private static TimeRange? Year(int year) => year < Calendar.MinYear || year > Calendar.MaxYear
        ? null
        : new TimeRange(Day(year, 1, 1), Day(year, 12, Calendar.GetDaysInMonth(year, 12)), TimePrecision.Year);

    private static LocalDate Day(int year, int month, int day) => new LocalDate(year, month, day, Calendar).WithCalendar(CalendarSystem.Iso);
}
