using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Vigie.Events;

/// <summary>The values of an event as a person reads them, the same wherever they are shown. What comes from a text is not made safe for a screen.</summary>
public static class ValueText
{
    private const string Unknown = "not known";

    /// <summary><c>2025-08-20</c>, <c>2025-08-18 to 2025-08-19</c>, <c>2025-06 (month)</c>, <c>2025-08-18 to 2025-08-24 (week)</c>, or <c>not known</c>.</summary>
    public static string Of(TimeRange date)
    {
        if (date.Start is not { } start || date.End is not { } end) return Unknown;
        return date.Precision switch
        {
            TimePrecision.Year when start.Year == end.Year => $"{Number(start.Year)} (year)",
            TimePrecision.Month when (start.Year, start.Month) == (end.Year, end.Month) => $"{Of(start)[..7]} (month)",
            TimePrecision.Day when start == end => Of(start),
            TimePrecision.Day => $"{Of(start)} to {Of(end)}",
            _ => $"{Of(start)} to {Of(end)} ({Name(date.Precision)})",
        };
    }

    /// <summary><c>Gao, Gao, ML, 16.2717 -0.0447 (settlement)</c>: name, division and country, degrees north and east where known, precision; or <c>not known</c>.</summary>
    public static string Of(Place? place)
    {
        if (place is null) return Unknown;
        string name = string.Join(", ", new[] { place.Name, place.Admin1, place.Country }.Where(part => !string.IsNullOrEmpty(part)).Distinct());
        string at = place is { Latitude: { } latitude, Longitude: { } longitude } ? $", {Degrees(latitude)} {Degrees(longitude)}" : "";
        return $"{name}{at} ({Name(place.Precision)})";
    }

    /// <summary><c>12</c>, <c>2 or more</c>, <c>up to 5</c>, <c>10 to 15, best 12</c>, or <c>some</c> where no number is said.</summary>
    public static string Of(Count count) => (count.Low, count.High, count.Best) switch
    {
        (null, null, null) => "some",
        (null, null, { } best) => Number(best),
        ({ } low, null, { } best) when best != low => $"{Number(low)} or more, best {Number(best)}",
        ({ } low, null, _) => $"{Number(low)} or more",
        (null, { } high, { } best) when best != high => $"up to {Number(high)}, best {Number(best)}",
        (null, { } high, _) => $"up to {Number(high)}",
        ({ } low, { } high, _) when low == high => Number(low),
        ({ } low, { } high, null) => $"{Number(low)} to {Number(high)}",
        ({ } low, { } high, { } best) => $"{Number(low)} to {Number(high)}, best {Number(best)}",
    };

    /// <summary>A day in ISO 8601.</summary>
    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>The name of an enumeration's value as the record has it: in lower case.</summary>
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Degrees(double degrees) => degrees.ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
