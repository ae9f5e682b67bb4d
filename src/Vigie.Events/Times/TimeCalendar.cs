using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Vigie.Events.Times;

/// <summary>Days, weeks, months and years as ranges. Everything outside the years 1 to 2999 is no time of ours: null.</summary>
internal static class TimeCalendar
{
    private const int FirstYear = 1, LastYear = 2999;

    /// <summary>No news counts further: a million days.</summary>
    private const int FarthestSteps = 1_000_000;

    public static LocalDate? Day(int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1) return null;
        return day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    public static TimeRange? Month(int year, int month) =>
        Day(year, month, 1) is { } first ? new TimeRange(first, first.With(DateAdjusters.EndOfMonth), TimePrecision.Month) : null;

    public static TimeRange? Year(int year) =>
        Day(year, 1, 1) is { } first ? new TimeRange(first, new LocalDate(year, 12, 31), TimePrecision.Year) : null;

    /// <summary>Monday to Sunday.</summary>
    public static TimeRange Week(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new TimeRange(monday, monday.PlusDays(6), TimePrecision.Week);
    }

    public static string WeekValue(LocalDate day)
    {
        var rule = WeekYearRules.Iso;
        return string.Create(CultureInfo.InvariantCulture, $"{rule.GetWeekYear(day):D4}-W{rule.GetWeekOfWeekYear(day):D2}");
    }

    public static LocalDate? Plus(LocalDate day, int steps, TimeUnit unit)
    {
        if (Math.Abs((long)steps) > FarthestSteps) return null;
        long days = unit switch
        {
            TimeUnit.Second => steps / 86_400,
            TimeUnit.Minute => steps / 1_440,
            TimeUnit.Hour => steps / 24,
            TimeUnit.Day => steps,
            TimeUnit.Week or TimeUnit.Weekend => 7L * steps,
            _ => 0,
        };
        long months = unit switch
        {
            TimeUnit.Month => steps,
            TimeUnit.Year => 12L * steps,
            TimeUnit.Decade => 120L * steps,
            TimeUnit.Century => 1_200L * steps,
            _ => 0,
        };
        long year = day.Year + days / 365 + months / 12;
        if (year is <= FirstYear or >= LastYear) return null;
        return day.PlusDays((int)days).PlusMonths((int)months);
    }

    /// <summary>The last such weekday up to <paramref name="day"/>, itself included.</summary>
    public static LocalDate WeekdayUpTo(LocalDate day, int weekday) => day.PlusDays(-(((int)day.DayOfWeek - weekday + 7) % 7));

    public static LocalDate WeekdayBefore(LocalDate day, int weekday) => WeekdayUpTo(day.PlusDays(-1), weekday);

    public static LocalDate WeekdayAfter(LocalDate day, int weekday) => WeekdayUpTo(day.PlusDays(7), weekday);

    /// <summary>Three whole months: spring is March to May; winter begins in the December before its year ends.</summary>
    public static TimeRange? Season(int year, int season)
    {
        if (Day(year, season * 3, 1) is not { } first) return null;
        return new TimeRange(first, first.PlusMonths(2).With(DateAdjusters.EndOfMonth), TimePrecision.Month);
    }

    /// <summary>The unit that holds a day: the day, its week, month, year …, with its TIMEX3 value.</summary>
    public static (TimeRange Range, string Value) Holding(LocalDate day, TimeUnit unit)
    {
        switch (unit)
        {
            case TimeUnit.Week:
                return (Week(day), WeekValue(day));
            case TimeUnit.Weekend:
                var saturday = Week(day).Start!.Value.PlusDays(5);
                return (new TimeRange(saturday, saturday.PlusDays(1), TimePrecision.Day), WeekValue(day) + "-WE");
            case TimeUnit.Month:
                return (Month(day.Year, day.Month)!, TimeContext.IsoMonth(day.Year, day.Month));
            case TimeUnit.Year:
                return (Year(day.Year)!, TimeContext.IsoYear(day.Year));
            case TimeUnit.Decade:
                return (Years(day.Year - day.Year % 10, 10), TimeContext.IsoYear(day.Year)[..3]);
            case TimeUnit.Century:
                return (Years(day.Year - day.Year % 100, 100), TimeContext.IsoYear(day.Year)[..2]);
            default:
                return (TimeRange.OfDay(day), TimeContext.Iso(day));
        }
    }

    private static TimeRange Years(int first, int count) =>
        new(Day(Math.Max(first, FirstYear), 1, 1), Day(Math.Min(first + count - 1, LastYear), 12, 31), TimePrecision.Year);
}
