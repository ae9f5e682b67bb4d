using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Vigie.Events.Times;

/// <summary>What times are counted from: the day of publication, and the last time read before.</summary>
internal sealed class TimeContext(LocalDate? published)
{
    /// <summary>Null too where the day given cannot be a publication's.</summary>
    public LocalDate? Published { get; } = published is { Year: >= 1000 and < 2990 } ? published : null;

    /// <summary>The last time known to the day, or null.</summary>
    public TimeCandidate? LastDay { get; private set; }

    /// <summary>The last time with known days, or null.</summary>
    public TimeCandidate? Last { get; private set; }

    /// <summary>The last time of the present line that does not count from the publication, or null: it sets the year of those that follow.</summary>
    public TimeCandidate? Story { get; private set; }

    /// <summary>As <see cref="Story"/>, of the whole text.</summary>
    public TimeCandidate? LastOwn { get; private set; }

    public string? PublishedAnchor => Published is null ? null : "published " + Iso(Published.Value);

    public void Note(TimeCandidate candidate)
    {
        if (candidate.Range.Start is null) return;
        Last = candidate;
        Story = candidate.Anchor == PublishedAnchor && candidate.Anchor is not null ? null : candidate;
        LastOwn = Story ?? LastOwn;
        if (candidate.Range.Precision == TimePrecision.Day) LastDay = candidate;
    }

    public void StartLine() => Story = null;

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string IsoMonth(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    public static string IsoYear(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
