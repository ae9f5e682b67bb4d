using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;

namespace Vigie.Cli;

/// <summary>The values of an event as a person reads them.</summary>
internal static class FieldText
{
    private const int LongestQuote = 240;

    public static string Of(TimeRange date)
    {
        if (date.Start is not { } start || date.End is not { } end) return "not known";
        return date.Precision switch
        {
            TimePrecision.Year when start.Year == end.Year => $"{start.Year.ToString(CultureInfo.InvariantCulture)} (year)",
            TimePrecision.Month when (start.Year, start.Month) == (end.Year, end.Month) => $"{Day(start)[..7]} (month)",
            TimePrecision.Day when start == end => Day(start),
            TimePrecision.Day => $"{Day(start)} to {Day(end)}",
            _ => $"{Day(start)} to {Day(end)} ({Name(date.Precision)})",
        };
    }

    public static string Of(Place? place)
    {
        if (place is null) return "not known";
        string name = string.Join(", ", new[] { place.Name, place.Admin1, place.Country }.Where(part => !string.IsNullOrEmpty(part)).Distinct().Select(Plain.OneLine!));
        string at = place is { Latitude: { } latitude, Longitude: { } longitude } ? $", {Degrees(latitude)} {Degrees(longitude)}" : "";
        return $"{name}{at} ({Name(place.Precision)})";
    }

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

    public static string Of(Actor actor) => $"{Plain.OneLine(actor.Name ?? actor.Text)} ({Plain.OneLine(actor.Kind)})";

    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Words of the text between quotation marks, on one line, the middle of a long text left out.</summary>
    public static string Quote(string words) => "“" + Plain.Shortened(words, LongestQuote) + "”";

    /// <summary>The name of an enumeration's value as the record has it.</summary>
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Degrees(double degrees) => degrees.ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
