namespace Vigie.Events.Times;

/// <summary>The ways of reading a match; rules name them in snake_case under <c>read</c>.</summary>
internal enum TimeReadingKind
{
    /// <summary>A date, full or partial: day, month, year, as far as given.</summary>
    Date,

    /// <summary>A date of the Hijri calendar, full or partial; where no year is said the last one.</summary>
    HijriDate,

    /// <summary>The night that begins a Hijri day, which is that of the day before and its own.</summary>
    HijriNight,

    /// <summary>A run of days or months between two dates.</summary>
    DateRange,

    /// <summary>Two or three days of one month: a run where they follow each other, else a time each.</summary>
    DayList,

    /// <summary>A day of a month that is named by what stands around it ("the 11th", "the 5th of this month").</summary>
    DayOfMonth,

    /// <summary>The first, second … or last (5) seven days of a month.</summary>
    WeekOfMonth,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>A day of every week: no days.</summary>
    EveryWeekday,

    /// <summary>A run of days from one day of the week to another.</summary>
    WeekdayRange,

    /// <summary>Two days of the week: a run where they follow each other, else a time each.</summary>
    WeekdayList,

    /// <summary>A night, across two days: of dates or days of the week.</summary>
    Night,

    /// <summary>Today, yesterday, tomorrow: days from the publication.</summary>
    DayShift,

    /// <summary>A number of units before or after the publication, or after the time before it.</summary>
    Offset,

    /// <summary>This, last or next week, month, year, weekend.</summary>
    Period,

    /// <summary>The last units up to the publication: "the past four days".</summary>
    LastUnits,

    /// <summary>Spring, summer, autumn, winter.</summary>
    Season,

    /// <summary>A part of the day or an hour, of the day last named.</summary>
    DayPart,

    /// <summary>The day last named, or days from it: the same day, the day before, the day after.</summary>
    AnchorDay,

    /// <summary>The night of the day last named, or the one before the publication.</summary>
    AnchorNight,

    /// <summary>A length of time: no days.</summary>
    Duration,

    /// <summary>A value that the rule gives (<c>PRESENT_REF</c>): no days.</summary>
    Value,

    /// <summary>What looks like a time and is none (an age): its words are passed over.</summary>
    NoTime,
}
