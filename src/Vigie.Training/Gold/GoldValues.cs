using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Events.Places;

namespace Vigie.Training.Gold;

/// <summary>Whether a candidate's value is the gold value, by the rules that events are scored by.</summary>
public static class GoldValues
{
    public static bool IsRight(TimeCandidate time, GoldDate gold) =>
        time.Range is { Start: { } start, End: { } end } && LocalDatePattern.Iso.Format(start) == gold.Start && LocalDatePattern.Iso.Format(end) == gold.End;

    /// <summary>In the gold place's country, and within its radius; a country is right as a country only.</summary>
    public static bool IsRight(PlaceCandidate candidate, GoldPlace gold)
    {
        Place place = candidate.Place;
        if (place.Country != gold.Country) return false;
        if (gold.Precision == "country") return place.Precision == PlacePrecision.Country;
        if (place.Latitude is not { } latitude || place.Longitude is not { } longitude || gold.Latitude is null || gold.Longitude is null) return false;
        double radius = gold.Precision switch { "admin1" => 150, "admin2" => 60, _ => 30 };
        return GreatCircle.Km(latitude, longitude, gold.Latitude.Value, gold.Longitude.Value) <= radius;
    }

    public static bool IsRight(CountCandidate candidate, GoldCount gold) => (candidate.Count.Best ?? candidate.Count.Low) == gold.Value;

    public static bool IsRight(ActorCandidate candidate, GoldActor gold) =>
        gold.Names.Any(name => PartyNames.Same(name, candidate.Text) || (candidate.Name is { } known && PartyNames.Same(name, known)));
}
