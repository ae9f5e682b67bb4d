using NodaTime;

namespace Vigie.Events.Times;

/// <summary>Reads dates, full and partial. Null where no such day exists.</summary>
internal static class DateReadings
{
    /// <summary>A report may come out a little before the day that its dateline names.</summary>
    private const int DaysAhead = 3;

    /// <summary>A weekday that fits next year's date makes it a day to come only if that is so near.</summary>
    private const int DaysToCome = 120;

    /// <summary>A date without a year that was more than ten months ago is rather the one ahead; <see cref="OtherReadings"/> gives the other too.</summary>
    private const int DaysOfPlans = 60;

    /// <summary>29 February comes back within eight years.</summary>
    private const int YearsBack = 8;

    public static TimeReading? Date(TimeMatch match, TimeContext context)
    {
        int? year = YearOf(match, context, out string? anchor);
        int? month = match[TimeSlot.Month], day = match[TimeSlot.Day];
        if (month is null)
            return year is { } only && TimeCalendar.Year(only) is { } whole
                ? new TimeReading(match.First, match.End, TimeContext.IsoYear(only), whole, anchor)
                : null;
        if (day is null) return Month(match, month.Value, year, anchor, context);
        if (year is null)
        {
            if (context.Published is not { } published) return Open(match, month.Value, day.Value);
            if (DayOfStory(month.Value, day.Value, match, published, context) is { } told) return OfDay(match, told, context.Story!.Text);
            if (InferDay(month.Value, day.Value, match, published) is not { } inferred) return null;
            return OfDay(match, inferred, context.PublishedAnchor);
        }
        return TimeCalendar.Day(year.Value, month.Value, day.Value) is { } date ? OfDay(match, date, anchor) : null;
    }

    public static TimeReading? DateRange(TimeMatch match, TimeContext context)
    {
        int? year2 = match[TimeSlot.Year2] ?? YearOf(match, context, out _), month2 = match[TimeSlot.Month2] ?? match[TimeSlot.Month];
        if (match[TimeSlot.Day2] is null) return month2 is null ? Years(match) : Months(match, context, year2);
        if (match[TimeSlot.Day] is not { } day) return null;
        if (month2 is null) return WithinMonth(match, context, day);
        var last = Date(Only(match, match[TimeSlot.Day2], month2, year2), context);
        if (last?.Range.Start is not { } end) return null;
        int month = match[TimeSlot.Month] ?? month2.Value;
        int year = match.Has(TimeSlot.Year2) && match[TimeSlot.Year] is { } first ? first : end.Year;
        if (TimeCalendar.Day(year, month, day) is not { } start) return null;
        if (start > end && month != month2 && !match.Has(TimeSlot.Year2)) start = start.PlusYears(-1);
        return start > end ? null : Run(match, start, end, last.Anchor);
    }

    public static IReadOnlyList<TimeReading> DayList(TimeMatch match, TimeContext context)
    {
        var days = new List<(LocalDate Day, int Token, string? Anchor)>();
        foreach (var slot in (TimeSlot[])[TimeSlot.Day, TimeSlot.Day2, TimeSlot.Day3])
        {
            if (match[slot] is not { } number) continue;
            if (Date(match.With(TimeSlot.Day, number), context) is not { Range.Start: { } day } reading) return [];
            days.Add((day, match.Tokens[(int)slot], reading.Anchor));
        }
        bool run = days.Zip(days.Skip(1)).All(pair => pair.Second.Day == pair.First.Day.PlusDays(1));
        if (run) return [Run(match, days[0].Day, days[^1].Day, days[0].Anchor)];
        var readings = new List<TimeReading>();
        // Each day keeps its own digits; the month goes with the day that stands beside it.
        for (int i = 0; i < days.Count; i++)
        {
            int first = i == 0 ? match.First : days[i].Token;
            int end = i == days.Count - 1 ? match.End : days[i].Token + 1;
            readings.Add(new TimeReading(first, end, TimeContext.Iso(days[i].Day), TimeRange.OfDay(days[i].Day), days[i].Anchor));
        }
        return readings;
    }

    /// <summary>"the 11th", "lundi 3", "the 5th of this month": the month comes from the publication or from the time before.</summary>
    public static TimeReading? DayOfMonth(TimeMatch match, TimeContext context)
    {
        if (context.Published is not { } published || match[TimeSlot.Day] is not { } number) return null;
        if (match[TimeSlot.Anchored] == 1 && context.Last?.Range.Start is { } last)
        {
            return TimeCalendar.Plus(last, match[TimeSlot.Shift] ?? 0, TimeUnit.Month) is { } there
                && TimeCalendar.Day(there.Year, there.Month, number) is { } named
                ? OfDay(match, named, context.Last.Text)
                : null;
        }
        if (match[TimeSlot.Shift] is { } shift)
        {
            var there = published.PlusMonths(shift);
            return TimeCalendar.Day(there.Year, there.Month, number) is { } named ? OfDay(match, named, context.PublishedAnchor) : null;
        }
        if (DayOfToldMonth(match, number, published, context) is { } told) return OfDay(match, told, context.Month!.Text);
        return RecentDay(published, number, match[TimeSlot.Weekday]) is { } day ? OfDay(match, day, context.PublishedAnchor) : null;
    }

    /// <summary>"le 27 février … le 6": a bare day goes on from the month that the line named last.</summary>
    private static LocalDate? DayOfToldMonth(TimeMatch match, int number, LocalDate published, TimeContext context)
    {
        if (context.Month?.Range.Start is not { } from || from > published) return null;
        for (int ahead = 0; ahead <= 1; ahead++)
        {
            var month = from.PlusMonths(ahead);
            if (TimeCalendar.Day(month.Year, month.Month, number) is { } day && day >= from && day <= published && FitsWeekday(match, day)) return day;
        }
        return null;
    }

    private static bool FitsWeekday(TimeMatch match, LocalDate day) => match[TimeSlot.Weekday] is not { } weekday || (int)day.DayOfWeek == weekday;

    /// <summary>The week, Monday to Sunday, that holds the first, the eighth …; number 5 is the month's last seven days.</summary>
    public static TimeReading? WeekOfMonth(TimeMatch match, TimeContext context)
    {
        if (Date(match, context) is not { Range: { Start: { } first, End: { } last } } || match[TimeSlot.Number] is not { } number) return null;
        var start = number >= 5 ? last.PlusDays(-6) : TimeCalendar.Week(first.PlusWeeks(number - 1)).Start!.Value;
        var run = Run(match, start, start.PlusDays(6), context.PublishedAnchor);
        return run with { Range = run.Range with { Precision = TimePrecision.Week } };
    }

    public static TimeReading Run(TimeMatch match, LocalDate start, LocalDate end, string? anchor) =>
        new(match.First, match.End, TimeContext.Iso(start) + "/" + TimeContext.Iso(end), new TimeRange(start, end, TimePrecision.Day), anchor);

    public static TimeReading OfDay(TimeMatch match, LocalDate day, string? anchor) =>
        new(match.First, match.End, TimeContext.Iso(day) + DayPartReadings.Clock(match), TimeRange.OfDay(day), anchor);

    /// <summary>The last day of that number up to the publication (a few days more for datelines); a weekday must fit it.</summary>
    public static LocalDate? RecentDay(LocalDate published, int number, int? weekday)
    {
        for (int back = 0; back < 3; back++)
        {
            var month = published.PlusMonths(-back);
            if (TimeCalendar.Day(month.Year, month.Month, number) is not { } day || day > published.PlusDays(DaysAhead)) continue;
            if (weekday is null || (int)day.DayOfWeek == weekday) return day;
        }
        return null;
    }

    private static int? YearOf(TimeMatch match, TimeContext context, out string? anchor)
    {
        anchor = null;
        if (match[TimeSlot.Year] is { } year) return year;
        if (match[TimeSlot.ShortYear] is { } two)
        {
            int now = context.Published?.Year ?? 2000;
            int full = now - now % 100 + two;
            return full > now + 20 ? full - 100 : full;
        }
        if (match[TimeSlot.AnchorYear] is { } steps && (context.LastOwn ?? context.Last) is { Range.Start: { } last } other)
        {
            anchor = other.Text;
            return last.Year + steps;
        }
        if (match[TimeSlot.YearShift] is { } shift && context.Published is { } published)
        {
            anchor = context.PublishedAnchor;
            return published.Year + shift;
        }
        return null;
    }

    private static TimeReading? Month(TimeMatch match, int month, int? year, string? anchor, TimeContext context)
    {
        if (year is null)
        {
            if (context.Published is not { } published)
                return new TimeReading(match.First, match.End, "XXXX-" + TimeContext.IsoMonth(1, month)[5..], TimeRange.Unknown, null);
            anchor = context.PublishedAnchor;
            year = match[TimeSlot.Shift] switch
            {
                -1 => month < published.Month ? published.Year : published.Year - 1,
                0 => published.Year,
                1 => month > published.Month ? published.Year : published.Year + 1,
                _ => month <= published.Month ? published.Year : published.Year - 1,
            };
        }
        return TimeCalendar.Month(year.Value, month) is { } range
            ? new TimeReading(match.First, match.End, TimeContext.IsoMonth(year.Value, month), range, anchor)
            : null;
    }

    /// <summary>After "in 2016" or "4 April 2017" in the same line, a date without a year goes on from there.</summary>
    private static LocalDate? DayOfStory(int month, int day, TimeMatch match, LocalDate published, TimeContext context)
    {
        if (match.Has(TimeSlot.Shift) || context.Story?.Range.Start is not { } from || from >= published) return null;
        for (int year = from.Year; year <= from.Year + 1; year++)
            if (TimeCalendar.Day(year, month, day) is { } there && there >= from && FitsWeekday(match, there)) return there <= published ? there : null;
        return null;
    }

    private static LocalDate? InferDay(int month, int day, TimeMatch match, LocalDate published)
    {
        int? weekday = match[TimeSlot.Weekday];
        if (match[TimeSlot.Shift] == 1)
            return TimeCalendar.Day(published.Year, month, day) is { } soon && soon > published ? soon : TimeCalendar.Day(published.Year + 1, month, day);
        var latest = match[TimeSlot.Shift] == -1 ? published.PlusDays(-1) : published.PlusDays(DaysAhead);
        LocalDate? recent = null;
        for (int back = 0; back <= YearsBack && recent is null; back++)
            if (TimeCalendar.Day(published.Year + 1 - back, month, day) is { } there && there <= latest) recent = there;
        if (match[TimeSlot.Shift] is null && weekday is null && NextOf(month, day, published) is { } near) return near;
        if (weekday is null || recent is null || (int)recent.Value.DayOfWeek == weekday) return recent;
        var next = TimeCalendar.Day(recent.Value.Year + 1, month, day);
        return next is { } ahead && (int)ahead.DayOfWeek == weekday && ahead <= published.PlusDays(DaysToCome) ? ahead : recent;
    }

    /// <summary>That day of the months ahead, where it is near; null else.</summary>
    private static LocalDate? NextOf(int month, int day, LocalDate published)
    {
        for (int year = published.Year; year <= published.Year + 1; year++)
            if (TimeCalendar.Day(year, month, day) is { } there && there > published) return there <= published.PlusDays(DaysOfPlans) ? there : null;
        return null;
    }

    /// <summary>The last such day, for dates that <see cref="Date"/> takes for plans; null where the date is none of these.</summary>
    public static TimeReading? LastYears(TimeMatch match, TimeReading first, TimeContext context)
    {
        if (match.Has(TimeSlot.Year) || match.Has(TimeSlot.ShortYear) || match.Has(TimeSlot.YearShift) || match.Has(TimeSlot.AnchorYear) || match.Has(TimeSlot.Shift)) return null;
        if (match[TimeSlot.Month] is not { } month || first.Range is not { Start: { } start, Precision: TimePrecision.Day } || !(start > context.Published)) return null;
        return TimeCalendar.Day(start.Year - 1, month, start.Day) is { } day && first.Range.End == start ? OfDay(match, day, first.Anchor) : null;
    }

    private static TimeReading? WithinMonth(TimeMatch match, TimeContext context, int day)
    {
        if (context.Published is not { } published || RecentDay(published, match[TimeSlot.Day2] ?? 0, match[TimeSlot.Weekday2]) is not { } end)
            return null;
        var month = day < end.Day ? end : end.PlusMonths(-1);
        return TimeCalendar.Day(month.Year, month.Month, day) is { } start ? Run(match, start, end, context.PublishedAnchor) : null;
    }

    private static TimeReading? Months(TimeMatch match, TimeContext context, int? year2)
    {
        if (match[TimeSlot.Month] is not { } month || match[TimeSlot.Month2] is not { } month2) return null;
        if (Month(match, month2, year2, null, context) is not { } last) return null;
        if (last.Range.End is not { } end) return last;
        int year = match.Has(TimeSlot.Year2) && match[TimeSlot.Year] is { } first ? first : month <= month2 ? end.Year : end.Year - 1;
        if (TimeCalendar.Month(year, month)?.Start is not { } start || start > end) return null;
        string value = TimeContext.IsoMonth(year, month) + "/" + last.Value;
        return new TimeReading(match.First, match.End, value, new TimeRange(start, end, TimePrecision.Month), last.Anchor);
    }

    private static TimeReading? Years(TimeMatch match)
    {
        if (match[TimeSlot.Year] is not { } first || match[TimeSlot.Year2] is not { } last || first > last) return null;
        return new TimeReading(match.First, match.End, TimeContext.IsoYear(first) + "/" + TimeContext.IsoYear(last),
            new TimeRange(new LocalDate(first, 1, 1), new LocalDate(last, 12, 31), TimePrecision.Year), null);
    }

    private static TimeMatch Only(TimeMatch match, int? day, int? month, int? year) => match
        .With(TimeSlot.Day, day).With(TimeSlot.Month, month).With(TimeSlot.Year, year).With(TimeSlot.Weekday, match[TimeSlot.Weekday2]);

    private static TimeReading? Open(TimeMatch match, int month, int day) =>
        TimeCalendar.Day(2000, month, day) is { } any
            ? new TimeReading(match.First, match.End, "XXXX" + TimeContext.Iso(any)[4..], TimeRange.Unknown, null)
            : null;
}
