using NodaTime;

namespace Vigie.Events;

/// <summary>How exactly a time is known. A known run of days is <see cref="Day"/>.</summary>
public enum TimePrecision
{
    None,
    Year,
    Month,
    Week,
    Day,
}

/// <summary>A run of days, both ends inclusive; both null where no days are known.</summary>
public sealed record TimeRange(LocalDate? Start, LocalDate? End, TimePrecision Precision)
{
    public static TimeRange Unknown { get; } = new(null, null, TimePrecision.None);

    public static TimeRange OfDay(LocalDate day) => new(day, day, TimePrecision.Day);
}
