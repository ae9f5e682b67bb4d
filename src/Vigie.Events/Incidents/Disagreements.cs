using Vigie.Events.Places;

namespace Vigie.Events.Incidents;

/// <summary>Whether sources contradict one another, as far as their own words for how exact they are allow: "at least ten" and "twelve" do not.</summary>
internal static class Disagreements
{
    /// <summary>Gazetteers put one town at points some kilometres apart.</summary>
    private const double SameTownKm = 10;

    /// <summary>Claims beyond this many are not compared with one another: so many sources say so by themselves.</summary>
    private const int MostCompared = 500;

    public static bool Exist(string field, Statements statements)
    {
        if (statements.Sources < 2 || statements.Values < 2) return false;
        if (field is ClaimFields.Actor or ClaimFields.Weapon) return ShareNothing(statements);
        int count = Math.Min(statements.Count, MostCompared);
        for (int i = 1; i < count; i++)
            for (int j = 0; j < i; j++)
                if (statements.SourceOf(i) != statements.SourceOf(j) && Contradict(statements[i].Value!, statements[j].Value!)) return true;
        return false;
    }

    private static bool Contradict(ClaimValue a, ClaimValue b) => (a, b) switch
    {
        (NumberValue x, NumberValue y) => Contradict(new Extent(x.Number), new Extent(y.Number)),
        (DaysValue x, DaysValue y) => x.Days.End < y.Days.Start || y.Days.End < x.Days.Start,
        (PlaceValue x, PlaceValue y) => Contradict(x.Place, y.Place),
        (WordValue x, WordValue y) => x.Word != y.Word,
        _ => false,
    };

    private static bool Contradict(Extent a, Extent b) => Math.Max(a.Low, b.Low) > Math.Min(a.High, b.High);

    private static bool Contradict(Place a, Place b)
    {
        if (a.Country is not null && b.Country is not null && a.Country != b.Country) return true;
        // The point of a province or a country is not where it happened.
        if (a.Precision < PlacePrecision.Settlement || b.Precision < PlacePrecision.Settlement) return false;
        return a is { Latitude: { } y, Longitude: { } x } && b is { Latitude: { } v, Longitude: { } u }
            && GreatCircle.Km(y, x, v, u) > SameTownKm + (a.RadiusKm ?? 0) + (b.RadiusKm ?? 0);
    }

    /// <summary>Two sources that both name something by a name that all use, and have nothing in common.</summary>
    private static bool ShareNothing(Statements statements)
    {
        var named = new Dictionary<int, HashSet<int>>();
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Value is PartyValue { Party.Id: null }) continue;
            if (!named.TryGetValue(statements.SourceOf(i), out HashSet<int>? values)) named[statements.SourceOf(i)] = values = [];
            values.Add(statements.ValueOf(i));
        }
        HashSet<int>[] sets = [.. named.Values.Take(MostCompared)];
        for (int i = 1; i < sets.Length; i++)
            for (int j = 0; j < i; j++)
                if (!sets[i].Overlaps(sets[j])) return true;
        return false;
    }
}
