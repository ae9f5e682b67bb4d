namespace Vigie.Events.Places;

/// <summary>
/// Tells readings that lie where the report does not play: a quarter's name that only a village of another province bears, a hamlet of a
/// country that nothing else speaks of. Names with a noun ("the village of") then fall back to a unit that is known; others are no places.
/// </summary>
internal sealed class Plausibility
{
    // Importance: what is as well known as a town of some tens of thousands needs no neighbours.
    private const int Minor = 36, Known = 45, Seat = 60;
    private const double SiteKm = 60, RoughKm = 200, VillageKm = 250;

    private readonly CountryFocus focus;
    private readonly List<(string Key, GazetteerEntry Entry)> anchors = [];

    public Plausibility(IReadOnlyList<ToponymMention> mentions, CountryFocus focus)
    {
        this.focus = focus;
        foreach (var mention in mentions)
            if (mention.Chosen is { Match: ReadingMatch.Exact } chosen && chosen.Importance >= Known && chosen.Entry.Kind != PlacePrecision.Country)
                anchors.Add((mention.Key, chosen.Entry));
    }

    public bool Holds(ToponymMention mention)
    {
        var chosen = mention.Chosen!;
        bool site = mention.Context.Announced == PlacePrecision.Site;
        // "place du Luxembourg" lies in no Luxembourg, "place du Châtelet" in the report's city and not in the Belgian town.
        if (site && chosen.Entry.Kind == PlacePrecision.Country) return false;
        if (site && chosen.Importance < Seat && anchors.Count > 0 && focus.Of(chosen.Entry.Country, mention) < 0.2) return false;
        bool rough = chosen.Match != ReadingMatch.Exact;
        if (chosen.Entry.Kind <= PlacePrecision.Admin1 || (chosen.Importance >= Minor && !rough) || chosen.Decided == "container") return true;
        double nearest = double.MaxValue;
        bool any = false;
        foreach (var (key, entry) in anchors)
        {
            if (key == mention.Key) continue;
            any = true;
            double km = GreatCircle.Km(chosen.Entry.Latitude, chosen.Entry.Longitude, entry.Latitude, entry.Longitude);
            nearest = Math.Min(nearest, entry.Kind == PlacePrecision.Admin1 ? Math.Max(0, km - 100) : km);
        }
        if (!any) return focus.IsEmptyBut(mention) || focus.Of(chosen.Entry.Country, mention) > 0;
        if (nearest <= (site ? SiteKm : rough ? RoughKm : VillageKm)) return true;
        if (rough) return false;
        if (focus.Of(chosen.Entry.Country, mention) < 0.5) return false;
        // Quarters of Arab towns share a few names; a name that its country has once is no such one.
        return !site || (!LetterFolding.IsArabic(mention.Key[0]) && mention.Readings.Count(r => r.Entry.Country == chosen.Entry.Country) == 1);
    }
}
