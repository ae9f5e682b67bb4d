using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Events.Places;

namespace Vigie.Scoring;

/// <summary>How like two coders' events are, and which values of them agree. The figures are those of <c>docs/scores.md</c>; the first of two events is the gold.</summary>
internal static class EventLikeness
{
    private const double NearKm = 150;

    /// <summary>0 to 1: type 0.4, date 0.2, place 0.2, killed 0.1, actors 0.1; a part of each where it is nearly right.</summary>
    public static double Of(ScoredEvent gold, ScoredEvent coded)
    {
        double value = gold.SubEventType == coded.SubEventType ? 0.4 : gold.EventType == coded.EventType ? 0.25 : 0;
        value += IsDateRight(gold, coded) ? 0.2 : DatesOverlap(gold, coded) ? 0.15 : 0;
        if (gold.Place.IsKnown && coded.Place.IsKnown) value += IsPlaceRight(gold, coded) ? 0.2 : Kilometres(gold.Place, coded.Place) < NearKm ? 0.1 : 0;
        else if (!gold.Place.IsKnown && !coded.Place.IsKnown) value += 0.1;
        value += gold.Counts[0] is not null && IsCountRight(gold.Counts[0], coded.Counts[0]) ? 0.1 : 0;
        double found = gold.Actors.Count(actor => coded.Actors.Any(other => IsSame(actor, other)));
        return value + 0.1 * (gold.Actors.Count == 0 ? 0 : found / gold.Actors.Count);
    }

    /// <summary>The same first and last day; two dates that are not known are the same.</summary>
    public static bool IsDateRight(ScoredEvent gold, ScoredEvent coded) => gold.Date == coded.Date;

    /// <summary>In the gold country and within the gold place's radius (a site or a settlement 30 km, admin2 60, admin1 150); a country only as a country.</summary>
    public static bool IsPlaceRight(ScoredEvent gold, ScoredEvent coded)
    {
        if (!gold.Place.IsKnown || !coded.Place.IsKnown) return gold.Place.IsKnown == coded.Place.IsKnown;
        if ((gold.Place.Country ?? "") != (coded.Place.Country ?? "")) return false;
        if (gold.Place.Precision == "country") return coded.Place.Precision == "country";
        return Kilometres(gold.Place, coded.Place) <= gold.Place.Precision switch { "admin1" => 150, "admin2" => 60, _ => 30 };
    }

    /// <summary>The same number (the best, else the low end), or nothing said by either.</summary>
    public static bool IsCountRight(Count? gold, Count? coded) =>
        gold is null || coded is null ? gold is null && coded is null : NumberOf(gold) == NumberOf(coded);

    /// <summary>The number that counts.</summary>
    public static int? NumberOf(Count count) => count.Best ?? count.Low;

    /// <summary>Whether some name of each is the same party's.</summary>
    public static bool IsSame(ScoredActor gold, ScoredActor coded) => gold.Names.Any(name => coded.Names.Any(other => PartyNames.Same(name, other)));

    private static bool DatesOverlap(ScoredEvent gold, ScoredEvent coded) =>
        gold.Date.IsKnown && coded.Date.IsKnown
        && string.CompareOrdinal(gold.Date.Start, coded.Date.Last) <= 0 && string.CompareOrdinal(coded.Date.Start, gold.Date.Last) <= 0;

    // Infinite where one of them is no point.
    private static double Kilometres(ScoredPlace a, ScoredPlace b) =>
        a is { Latitude: { } latitude, Longitude: { } longitude } && b is { Latitude: { } otherLatitude, Longitude: { } otherLongitude }
            ? GreatCircle.Km(latitude, longitude, otherLatitude, otherLongitude)
            : double.PositiveInfinity;
}
