using NodaTime.Text;
using Vigie.Events;
using Vigie.Training.Gold;

namespace Vigie.Tests.Corpora;

/// <summary>How like a coded event is to an expected one, from 0 to 1, and which fields of it are right.</summary>
internal static class Likeness
{
    private const double EarthDiameterKm = 12742;
    private const double NearKm = 150;

    /// <summary>Type 0.4, date 0.2, place 0.2, killed 0.1, actors 0.1; a part of each where it is nearly right.</summary>
    public static double Of(GoldEvent gold, Event coded)
    {
        double value = gold.SubEventType == coded.SubEventType ? 0.4 : gold.EventType == coded.EventType ? 0.25 : 0;
        value += IsDateRight(gold, coded) ? 0.2 : DatesOverlap(gold, coded) ? 0.15 : 0;
        if (IsPlaced(gold) && coded.Place is not null) value += IsPlaceRight(gold, coded) ? 0.2 : Kilometres(gold.Place, coded.Place) < NearKm ? 0.1 : 0;
        else if (!IsPlaced(gold) && coded.Place is null) value += 0.1;
        value += gold.Killed is not null && IsCountRight(gold.Killed, coded.Killed) ? 0.1 : 0;
        return value + (gold.Actors.Count == 0 ? 0 : 0.1 * gold.Actors.Count(actor => coded.Actors.Any(other => IsSame(actor, other))) / gold.Actors.Count);
    }

    public static bool IsPlaced(GoldEvent gold) => gold.Place.Precision != "none";

    /// <summary>The same first and last day.</summary>
    public static bool IsDateRight(GoldEvent gold, Event coded) => gold.Date.Start == Day(coded.Date.Start) && gold.Date.End == Day(coded.Date.End);

    /// <summary>In the expected country and within the expected place's radius; a country only as a country.</summary>
    public static bool IsPlaceRight(GoldEvent gold, Event coded)
    {
        if (coded.Place is not { } place || place.Country != gold.Place.Country) return false;
        if (gold.Place.Precision == "country") return place.Precision == PlacePrecision.Country;
        return Kilometres(gold.Place, place) <= gold.Place.Precision switch { "admin1" => 150, "admin2" => 60, _ => 30 };
    }

    /// <summary>The same number, or nothing said by either.</summary>
    public static bool IsCountRight(GoldCount? gold, Count? coded) =>
        gold is null || coded is null ? gold is null && coded is null : gold.Value == (coded.Best ?? coded.Low);

    public static bool IsSame(GoldActor gold, Actor coded) =>
        gold.Names.Any(name => Names.Same(name, coded.Text) || (coded.Name is { } known && Names.Same(name, known)));

    private static bool DatesOverlap(GoldEvent gold, Event coded) =>
        gold.Date.Start is { } start && Day(coded.Date.Start) is { } other
        && string.CompareOrdinal(start, Day(coded.Date.End) ?? other) <= 0 && string.CompareOrdinal(other, gold.Date.End ?? start) <= 0;

    private static string? Day(NodaTime.LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    private static double Kilometres(GoldPlace gold, Place coded)
    {
        if (gold.Latitude is not { } latitude || gold.Longitude is not { } longitude || coded.Latitude is not { } other || coded.Longitude is not { } otherLongitude)
            return double.PositiveInfinity;
        double a = double.DegreesToRadians(latitude), b = double.DegreesToRadians(other);
        double h = Math.Pow(Math.Sin((b - a) / 2), 2)
            + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2), 2);
        return EarthDiameterKm * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }
}
