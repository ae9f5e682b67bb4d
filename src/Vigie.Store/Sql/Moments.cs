using NodaTime;
using NodaTime.Text;

namespace Vigie.Store.Sql;

/// <summary>Moments as the store keeps them: ISO 8601 in UTC, always of the same length, so that they sort as texts.</summary>
internal static class Moments
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff'Z'");

    public static string Text(Instant moment) => Pattern.Format(moment);

    public static Instant Parse(string text) => Pattern.Parse(text).Value;

    public static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
