namespace Vigie.Events.Times;

/// <summary>What a part of a pattern says; its value is a whole number. Rules name slots in snake_case.</summary>
internal enum TimeSlot
{
    /// <summary>Day of the month, 1 to 31; <see cref="Day2"/> and <see cref="Day3"/> where the pattern holds more.</summary>
    Day,
    Day2,
    Day3,

    /// <summary>1 to 12.</summary>
    Month,
    Month2,

    /// <summary>Month of the Hijri calendar, 1 (Muharram) to 12.</summary>
    HijriMonth,

    /// <summary>1000 to 2999.</summary>
    Year,
    Year2,

    /// <summary>Two digits: the year nearest to the publication.</summary>
    ShortYear,

    /// <summary>1 (Monday) to 7 (Sunday).</summary>
    Weekday,
    Weekday2,

    /// <summary>An amount of units.</summary>
    Number,

    /// <summary>A <see cref="TimeUnit"/>.</summary>
    Unit,

    /// <summary>Steps from now or from the anchor: −1 before, 0 this, 1 next.</summary>
    Shift,

    /// <summary>Days from the publication: −1 yesterday.</summary>
    DayShift,

    /// <summary>Years from the publication: −1 last year.</summary>
    YearShift,

    /// <summary>Years from the anchor: 0 the same year.</summary>
    AnchorYear,

    /// <summary>Weeks from the publication, to which a weekday belongs.</summary>
    WeekShift,

    /// <summary>A <see cref="DayPart"/>.</summary>
    Part,

    /// <summary>0 to 24.</summary>
    Hour,

    /// <summary>0 to 59.</summary>
    Minute,

    /// <summary>12 where the hour is after noon, else 0.</summary>
    Meridiem,

    /// <summary>1 spring, 2 summer, 3 autumn, 4 winter.</summary>
    Season,

    /// <summary>1 where the time counts from the nearest time before it, not from the publication.</summary>
    Anchored,

    /// <summary>1 where the day is meant exactly, whatever the unit ("a year ago today").</summary>
    Exact,

    /// <summary>1 where the time may as well count from another time named as from the publication ("قبل يومين").</summary>
    Either,

    /// <summary>1 where the time runs from the day named to the publication.</summary>
    Since,
}

/// <summary>Values of <see cref="TimeSlot.Unit"/>.</summary>
internal enum TimeUnit
{
    Second = 1,
    Minute = 2,
    Hour = 3,
    Day = 4,
    Week = 5,
    Month = 6,
    Year = 7,
    Weekend = 8,
    Decade = 9,
    Century = 10,
}

/// <summary>Values of <see cref="TimeSlot.Part"/>.</summary>
internal enum DayPart
{
    Morning = 1,
    Midday = 2,
    Afternoon = 3,
    Evening = 4,
    Night = 5,
    Daytime = 6,

    /// <summary>Noon itself, an hour.</summary>
    Noon = 7,
}
