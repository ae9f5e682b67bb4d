using System.Globalization;
using NodaTime;

namespace Vigie.Events.Times;

/// <summary>Reads parts of the day, hours, and days that count from the day last named.</summary>
internal static class DayPartReadings
{
    public static TimeReading? DayPart(TimeMatch match, TimeContext context)
    {
        // After a night across two days, the morning and whatever came later are the second day's.
        bool second = match[TimeSlot.Part] == (int)Times.DayPart.Morning || match[TimeSlot.Anchored] == 1;
        var last = context.LastDay?.Range;
        return OnDay(match, (second ? last?.End : last?.Start) ?? context.Published, context);
    }

    public static TimeReading? AnchorDay(TimeMatch match, TimeContext context)
    {
        int shift = match[TimeSlot.Shift] ?? 0;
        if (context.LastDay?.Range is { Start: { } start, End: { } end } range)
        {
            if (match[TimeSlot.Year] is { } year)
                return TimeCalendar.Day(year, start.Month, start.Day) is { } same ? DateReadings.OfDay(match, same, context.LastDay.Text) : null;
            if (shift != 0 || start == end) return OnDay(match, (shift < 0 ? start : end).PlusDays(shift), context);
            return new TimeReading(match.First, match.End, TimeContext.Iso(start) + "/" + TimeContext.Iso(end), range, context.LastDay.Text);
        }
        return OnDay(match, context.Published?.PlusDays(shift), context);
    }

    public static TimeReading? AnchorNight(TimeMatch match, TimeContext context)
    {
        if (context.Published is not { } published) return OnDay(match, null, context);
        if (match[TimeSlot.Anchored] == 1 && context.LastDay?.Range is { Start: { } start, End: { } end } && start < published)
        {
            int shift = match[TimeSlot.Shift] ?? 0;
            (start, end) = shift == 0 ? (start, start == end ? start.PlusDays(1) : end)
                : shift < 0 ? (start.PlusDays(-1), start) : (end, end.PlusDays(1));
            return Night(match, start, end, context.LastDay.Text);
        }
        return Night(match, published.PlusDays(-1), published, context.PublishedAnchor);
    }

    /// <summary>What a TIMEX3 value adds for the hour or the part of the day: <c>T15:05</c>, <c>TMO</c>, or nothing.</summary>
    public static string Clock(TimeMatch match)
    {
        var part = (DayPart?)match[TimeSlot.Part];
        if (match[TimeSlot.Hour] is { } hour)
        {
            bool late = match[TimeSlot.Meridiem] == 12 || part is Times.DayPart.Afternoon or Times.DayPart.Evening
                || (part == Times.DayPart.Night && hour > 6);
            if (late && hour < 12) hour += 12;
            else if (match[TimeSlot.Meridiem] == 0 && hour == 12) hour = 0;
            return string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{match[TimeSlot.Minute] ?? 0:D2}");
        }
        return part switch
        {
            Times.DayPart.Morning => "TMO",
            Times.DayPart.Midday => "TMI",
            Times.DayPart.Noon => "T12:00",
            Times.DayPart.Afternoon => "TAF",
            Times.DayPart.Evening => "TEV",
            Times.DayPart.Night => "TNI",
            Times.DayPart.Daytime => "TDT",
            _ => "",
        };
    }

    private static TimeReading Night(TimeMatch match, LocalDate start, LocalDate end, string? anchor) =>
        new(match.First, match.End, TimeContext.Iso(start) + "TNI", new TimeRange(start, end, TimePrecision.Day), anchor);

    private static TimeReading OnDay(TimeMatch match, LocalDate? day, TimeContext context)
    {
        if (day is null) return new TimeReading(match.First, match.End, "XXXX-XX-XX" + Clock(match), TimeRange.Unknown, null);
        return DateReadings.OfDay(match, day.Value, context.LastDay?.Text ?? context.PublishedAnchor);
    }
}
