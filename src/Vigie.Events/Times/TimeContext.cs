using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Vigie.Events.Times;

/// <summary>What times are counted from: the day of publication, and the last time read before.</summary>
internal sealed class TimeContext(LocalDate? published)
{
    /// <summary>A report of several days is told so in its head: code units of the text in which its days are looked for.</summary>
    private const int Head = 600;

    private const int ShortestPeriod = 4, LongestPeriod = 10, PeriodAge = 7;

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

    /// <summary>The day that the text told of before <see cref="LastDay"/>, or null.</summary>
    public TimeCandidate? DayBeforeLast { get; private set; }

    /// <summary>The first day past that the text names: mostly the day of its main event.</summary>
    public TimeCandidate? Lead { get; private set; }

    /// <summary>The last time of the present line whose words name a month, or null: a bare day of the month goes with it.</summary>
    public TimeCandidate? Month { get; private set; }

    /// <summary>The days that the report is about ("du 22 au 28 avril"), where its head names some that have just passed; else null.</summary>
    public TimeRange? Period { get; private set; }

    public string? PublishedAnchor => Published is null ? null : "published " + Iso(Published.Value);

    /// <summary>This context as if <paramref name="anchor"/> were the last time named; null for the publication.</summary>
    public TimeContext From(TimeCandidate? anchor) =>
        new(Published) { Last = anchor, LastDay = anchor, LastOwn = LastOwn, Period = Period };

    /// <summary>This context as if no time had been told in the line before.</summary>
    public TimeContext Afresh() => new(Published) { Last = Last, LastDay = LastDay, LastOwn = LastOwn, Period = Period };

    public void Note(TimeCandidate candidate, bool namesMonth)
    {
        if (candidate.Range is not { Start: { } start, End: { } end }) return;
        Last = candidate;
        Story = candidate.Anchor == PublishedAnchor && candidate.Anchor is not null ? null : candidate;
        LastOwn = Story ?? LastOwn;
        if (namesMonth && candidate.Range.Precision >= TimePrecision.Month) Month = candidate;
        if (candidate.Range.Precision != TimePrecision.Day) return;
        if (LastDay?.Range != candidate.Range) DayBeforeLast = LastDay;
        LastDay = candidate;
        if (Published is not { } published) return;
        if (Lead is null && start <= published && (start < published || candidate.Anchor is not null)) Lead = candidate;
        int days = NodaTime.Period.DaysBetween(start, end) + 1, age = NodaTime.Period.DaysBetween(end, published);
        if (Period is null && candidate.Span.Start < Head && days is >= ShortestPeriod and <= LongestPeriod && age is >= 0 and <= PeriodAge)
            Period = candidate.Range;
    }

    public void StartLine() => (Story, Month) = (null, null);

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string IsoMonth(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    public static string IsoYear(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
