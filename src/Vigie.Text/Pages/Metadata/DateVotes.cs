using NodaTime;

namespace Vigie.Text.Pages.Metadata;

/// <summary>The times that the parts of a page give for one thing, each with its weight.</summary>
internal sealed class DateVotes
{
    private readonly List<(PageTime Time, int Weight)> votes = [];

    public bool IsEmpty => votes.Count == 0;

    /// <summary>Before 1991 there was no page; beyond 2100 there is none yet.</summary>
    public static bool IsPlausible(PageTime time) => time.Day.Year is >= 1991 and < 2100;

    public void Add(PageTime? time, int weight)
    {
        if (time is { } known && IsPlausible(known)) votes.Add((known, weight));
    }

    /// <summary>The day with most weight, the first given where several have it, with the time of day of the vote that has one.</summary>
    public PageTime? Best()
    {
        if (votes.Count == 0) return null;
        for (int i = 0; i < votes.Count; i++) votes[i] = (Local(votes[i].Time), votes[i].Weight);
        LocalDate best = votes[0].Time.Day;
        int most = 0;
        foreach ((PageTime time, _) in votes)
        {
            int weight = votes.Where(vote => vote.Time.Day == time.Day).Sum(vote => vote.Weight);
            if (weight <= most) continue;
            most = weight;
            best = time.Day;
        }
        IEnumerable<PageTime> ofBest = votes.Where(vote => vote.Time.Day == best).Select(vote => vote.Time);
        return ofBest.OrderByDescending(time => (time.Time is null || time.Time == LocalTime.Midnight ? 0 : 2) + (time.Zone is null ? 0 : 1)).First();
    }

    // A time at UTC is another day where the readers are: where the page prints the day before or after, that is theirs.
    private PageTime Local(PageTime time)
    {
        if (time.Zone != Offset.Zero || time.Time is not { } clock) return time;
        if (votes.Any(vote => vote.Time.Zone is null && vote.Time.Day == time.Day)) return time;
        foreach ((PageTime other, _) in votes)
        {
            int days = Period.Between(time.Day, other.Day, PeriodUnits.Days).Days;
            if (other.Zone is null && (days == -1 && clock.Hour < 13 || days == 1 && clock.Hour >= 9)) return new PageTime(other.Day);
        }
        return clock.Minute == 0 && clock.Second == 0 && clock.Hour is 22 or 23 ? new PageTime(time.Day.PlusDays(1), LocalTime.Midnight, Offset.FromHours(24 - clock.Hour)) : time;
    }
}
