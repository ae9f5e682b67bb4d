using System.Globalization;
using Vigie.Events;
using Vigie.Events.Places;

namespace Vigie.Evaluation;

/// <summary>
/// Places found against places expected: whether the right place is among the candidates of its text, whether it was chosen where a candidate lies in
/// its passage, and, where the corpus marks every toponym, how well they are found.
/// </summary>
internal sealed class PlaceScore
{
    private int texts, expected, located, among, passages, held, right, rightOfLocated, country, toponyms, found, good;

    /// <summary>Share of located places that a candidate of the text has.</summary>
    public double Among => Share(among, located);

    /// <summary>Share of passages holding a candidate, where one in it has the place.</summary>
    public double Chosen => Share(right, held);

    /// <summary>Share of passages holding a candidate, where one in it has the country.</summary>
    public double Country => Share(country, held);

    /// <summary>F1 of toponyms found, by overlap.</summary>
    public double Recognition => toponyms == 0 || found == 0 || good == 0 ? 0 : 2.0 * passages / toponyms * good / found / (((double)passages / toponyms) + ((double)good / found));

    public void Add(PlacedText text, IReadOnlyList<PlaceCandidate> candidates)
    {
        texts++;
        // A noun without a name is no toponym, but it may be where an event was.
        List<PlaceCandidate> offered = text.HasEveryToponym ? [.. candidates.Where(c => c.Use != ToponymUse.Nominal)] : [.. candidates];
        found += offered.Count;
        if (text.HasEveryToponym) good += offered.Count(c => text.Places.Any(p => p.Passage is { } passage && passage.Overlaps(c.Span)));
        foreach (ExpectedPlace place in text.Places)
        {
            expected++;
            if (text.HasEveryToponym) toponyms++;
            List<PlaceCandidate> inside = place.Passage is { } passage ? [.. offered.Where(c => c.Span.Overlaps(passage))] : [];
            if (inside.Count > 0) passages++;
            if (place.Point is null && !double.IsInfinity(place.RadiusKm)) continue;
            located++;
            if (offered.Exists(c => IsRight(place, c.Place))) among++;
            if (inside.Exists(c => IsRight(place, c.Place))) rightOfLocated++;
            if (inside.Count == 0) continue;
            held++;
            if (inside.Exists(c => IsRight(place, c.Place))) right++;
            if (inside.Exists(c => c.Place.Country == place.Country)) country++;
        }
    }

    public IEnumerable<string> Lines()
    {
        yield return Line($"{texts} texts, {expected} places, {located} of them located: {among} among the candidates ({Among:0.000})");
        string countries = toponyms > 0 ? "" : Line($", right country {country} ({Country:0.000})");
        yield return Line($"passages that hold a candidate {held}: right place chosen {right} ({Chosen:0.000}){countries}; of all located {Share(rightOfLocated, located):0.000}");
        if (toponyms > 0)
            yield return Line($"toponyms {toponyms}, found {found}: precision {Share(good, found):0.000}, recall {Share(passages, toponyms):0.000}, F1 {Recognition:0.000} (by overlap)");
    }

    /// <summary>Within the radius, and in the country where the corpus has one; where it means a country, a country.</summary>
    private static bool IsRight(ExpectedPlace expected, Place found)
    {
        if (expected.Country is { } code && found.Country != code) return false;
        if (double.IsInfinity(expected.RadiusKm)) return found.Precision == PlacePrecision.Country;
        return expected.Point is { } point && found is { Latitude: { } latitude, Longitude: { } longitude }
            && GreatCircle.Km(point.Latitude, point.Longitude, latitude, longitude) <= expected.RadiusKm;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
