using NodaTime;
using NodaTime.Text;

namespace Vigie.Text.Pages.Metadata;

/// <summary>A day as a page gives it, with the time of day and the zone where it gives them.</summary>
/// <param name="Time">Time of day, or null where only the day is known.</param>
/// <param name="Zone">Distance from UTC, or null where the page does not say.</param>
public readonly record struct PageTime(LocalDate Day, LocalTime? Time = null, Offset? Zone = null)
{
    /// <summary>ISO 8601: <c>2025-08-20</c>, <c>2025-08-20T14:05:00</c> or <c>2025-08-20T14:05:00+02:00</c>.</summary>
    public override string ToString()
    {
        string day = LocalDatePattern.Iso.Format(Day);
        if (Time is not { } time) return day;
        string zone = Zone is not { } offset ? "" : offset == Offset.Zero ? "Z" : OffsetPattern.CreateWithInvariantCulture("+HH:mm").Format(offset);
        return day + "T" + LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss").Format(time) + zone;
    }

    /// <summary>A moment, as seen at UTC.</summary>
    public static PageTime At(Instant moment)
    {
        LocalDateTime utc = moment.InUtc().LocalDateTime;
        return new PageTime(utc.Date, utc.TimeOfDay, Offset.Zero);
    }
}
