using Vigie.Events;
using Vigie.Events.Places;

namespace Vigie.Store;

/// <summary>An event with what its incident's outline needs to know beside it.</summary>
internal sealed record Teller(Event Event, ReviewState State, Tie Tie, string ArticleId, string CopyOf, string? Outlet);

/// <summary>Draws the outline of an incident from its events. It serves lists, maps and filters; what is right is for a resolution to say.</summary>
internal static class Outlines
{
    /// <summary>Two points nearer than this are one place, whatever their discs.</summary>
    private const double SamePlaceKm = 5;

    /// <summary>So many events are compared with one another; of more, the surest.</summary>
    private const int MostCompared = 40;

    /// <param name="tellers">At least one.</param>
    public static IncidentOutline Draw(string id, IReadOnlyList<Teller> tellers)
    {
        Teller[] ordered = [.. tellers
            .OrderByDescending(teller => teller.State == ReviewState.Accepted)
            .ThenBy(teller => teller.Tie)
            .ThenByDescending(teller => teller.Event.Confidence)
            .ThenBy(teller => teller.Event.Id, StringComparer.Ordinal)];
        Event lead = ordered[0].Event;
        Event[] events = [.. ordered.Select(teller => teller.Event)];
        bool disagrees = Disagree(ordered);
        return new IncidentOutline(
            id,
            lead.EventType,
            lead.SubEventType,
            events.Min(e => e.Status),
            events.MaxBy(e => e.Date.Precision)!.Date,
            events.MaxBy(e => e.Place?.Precision ?? PlacePrecision.None)!.Place,
            Widest([.. events.Select(e => e.Killed)]),
            Widest([.. events.Select(e => e.Injured)]),
            events.Length,
            Sources(ordered),
            disagrees,
            Worth.Of(lead with { Killed = Widest([.. events.Select(e => e.Killed)]) }, disagrees, ordered[0].State == ReviewState.Accepted));
    }

    /// <summary>The figure that counts as a count's least.</summary>
    public static int? Least(Count? count) => count?.Low ?? count?.Best ?? count?.High;

    /// <summary>The figure that counts as a count's most: an open end counts with its beginning.</summary>
    public static int? Most(Count? count) => count?.High ?? count?.Best ?? count?.Low;

    /// <summary>The one figure that a table with a single column gets.</summary>
    public static int? Figure(Count? count) => count?.Best ?? count?.Low ?? count?.High;

    private static Count? Widest(IReadOnlyList<Count?> counts)
    {
        Count[] told = [.. counts.Where(count => Least(count) is not null)!];
        return told.Length == 0 ? null : new Count(told.Min(Least), told.Max(Most), told[0].Best ?? Least(told[0]));
    }

    private static int Sources(IReadOnlyList<Teller> tellers) =>
        tellers.GroupBy(teller => teller.CopyOf, StringComparer.Ordinal)
            .Select(copies => copies.FirstOrDefault(copy => copy.ArticleId == copy.CopyOf) ?? copies.First())
            .Select(first => first.Outlet is { } outlet ? "o" + outlet : "a" + first.ArticleId)
            .Distinct(StringComparer.Ordinal)
            .Count();

    private static bool Disagree(IReadOnlyList<Teller> tellers)
    {
        Event[] events = [.. tellers.Where(teller => teller.Tie == Tie.Tells).Select(teller => teller.Event).Take(MostCompared)];
        for (int i = 0; i < events.Length; i++)
            for (int j = 0; j < i; j++)
                if (Disagree(events[i], events[j])) return true;
        return false;
    }

    private static bool Disagree(Event a, Event b) =>
        a.SubEventType != b.SubEventType
        || a.Date.Start > b.Date.End || b.Date.Start > a.Date.End
        || Disagree(a.Killed, b.Killed)
        || Disagree(a.Injured, b.Injured)
        || Disagree(a.Place, b.Place);

    private static bool Disagree(Count? a, Count? b) => a is not null && b is not null && a != b;

    private static bool Disagree(Place? a, Place? b)
    {
        if (a is null || b is null) return false;
        if (a.Country is not null && b.Country is not null && a.Country != b.Country) return true;
        if (a is not { Latitude: { } latitude, Longitude: { } longitude } || b is not { Latitude: { } other, Longitude: { } otherLongitude }) return false;
        return GreatCircle.Km(latitude, longitude, other, otherLongitude) > Math.Max(SamePlaceKm, (a.RadiusKm ?? 0) + (b.RadiusKm ?? 0));
    }
}
