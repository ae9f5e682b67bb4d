using NodaTime.Text;
using Vigie.Events.Coding;

namespace Vigie.Scoring;

/// <summary>How distances between two values are taken.</summary>
internal enum Scale
{
    /// <summary>Found by both or by one: chance is not taken out.</summary>
    None,
    Nominal,
    Interval,
    Ratio,
}

/// <summary>Agreement on one field.</summary>
/// <param name="Agreed">Of all units, those with the same value.</param>
/// <param name="Kappa">Null where the field has no nominal values, or where nothing can be said.</param>
internal sealed record FieldAgreement(string Field, Scale Scale, Part Agreed, double? Kappa, double? Alpha);

/// <summary>Agreement of two coders of the same reports, field by field among the events that both found.</summary>
internal sealed class Agreement
{
    private const string Nothing = "";

    private readonly Dictionary<string, List<(string A, string B)>> nominal = [];
    private readonly Dictionary<string, List<(double A, double B)>> numbers = [];
    private Part parties;
    private Part places;

    private readonly string[] weapons;

    private Agreement(int shared, int onlyA, int onlyB, string[] weapons) => (Shared, OnlyA, OnlyB, this.weapons) = (shared, onlyA, onlyB, weapons);

    /// <summary>Reports that both coded, and those that one of them did not.</summary>
    public int Shared { get; }

    public int OnlyA { get; }

    public int OnlyB { get; }

    /// <summary>Pairs against the events of B and of A.</summary>
    public Found Events { get; private set; }

    /// <summary>Reports are found by their id; of an id that stands twice in a file the last.</summary>
    public static Agreement Of(IReadOnlyList<ScoredReport> a, IReadOnlyList<ScoredReport> b)
    {
        Dictionary<string, ScoredReport> ofA = [], ofB = [];
        foreach (ScoredReport report in a) ofA[report.Id] = report;
        foreach (ScoredReport report in b) ofB[report.Id] = report;
        int shared = ofA.Keys.Count(ofB.ContainsKey);
        string[] weapons = [.. a.Concat(b).SelectMany(report => report.Events).SelectMany(e => e.Weapons).Distinct(StringComparer.Ordinal)];
        var agreement = new Agreement(shared, ofA.Count - shared, ofB.Count - shared, weapons);
        foreach (ScoredReport report in ofA.Values)
            if (ofB.TryGetValue(report.Id, out ScoredReport? other)) agreement.Add(report.Events, other.Events);
        return agreement;
    }

    /// <summary>Every field with its units, in the order of the record.</summary>
    public IEnumerable<FieldAgreement> Fields()
    {
        yield return Nominal("report has events");
        foreach (string field in (string[])["event_type", "sub_event_type", "focus", "status", "date"]) yield return Nominal(field);
        yield return Number("date.start", Scale.Interval);
        yield return Number("date.end", Scale.Interval);
        yield return new FieldAgreement("place", Scale.None, places, null, null);
        yield return Nominal("place.country");
        yield return Nominal("place.precision");
        foreach (string field in Draft.CountFields)
        {
            yield return Nominal(field + " given");
            yield return Number(field, Scale.Ratio);
        }
        yield return new FieldAgreement("actors", Scale.None, parties, null, null);
        yield return Nominal("actor role");
        yield return Nominal("actor kind");
        yield return Nominal("weapons");
    }

    private void Add(IReadOnlyList<ScoredEvent> a, IReadOnlyList<ScoredEvent> b)
    {
        Add("report has events", a.Count > 0 ? "yes" : "no", b.Count > 0 ? "yes" : "no");
        List<(int A, int B)> pairs = EventPairing.Of(a, b);
        Events += new Found(pairs.Count, a.Count, b.Count);
        foreach ((int i, int j) in pairs) Add(a[i], b[j]);
    }

    private void Add(ScoredEvent a, ScoredEvent b)
    {
        Add("event_type", a.EventType, b.EventType);
        Add("sub_event_type", a.SubEventType, b.SubEventType);
        Add("focus", a.Focus, b.Focus);
        Add("status", a.Status, b.Status);
        Add("date", a.Date.ToString(), b.Date.ToString());
        if (Day(a.Date.Start) is { } startA && Day(b.Date.Start) is { } startB) Add("date.start", startA, startB);
        if (Day(a.Date.Last) is { } endA && Day(b.Date.Last) is { } endB) Add("date.end", endA, endB);
        if (a.Place.IsKnown || b.Place.IsKnown) places += EventLikeness.IsPlaceRight(a, b);
        if (a.Place.IsKnown && b.Place.IsKnown) Add("place.country", a.Place.Country, b.Place.Country);
        Add("place.precision", a.Place.Precision, b.Place.Precision);
        foreach ((int at, string field) in Draft.CountFields.Index())
        {
            Add(field + " given", a.Counts[at] is null ? "no" : "yes", b.Counts[at] is null ? "no" : "yes");
            if (a.Counts[at] is { } x && b.Counts[at] is { } y && EventLikeness.NumberOf(x) is { } numberA && EventLikeness.NumberOf(y) is { } numberB) Add(field, numberA, numberB);
        }
        AddParties(a.Actors, b.Actors);
        // A unit is a weapon that someone names somewhere: both may agree that this event had none of it.
        foreach (string weapon in weapons) Add("weapons", a.Weapons.Contains(weapon) ? "yes" : "no", b.Weapons.Contains(weapon) ? "yes" : "no");
    }

    private void AddParties(IReadOnlyList<ScoredActor> a, IReadOnlyList<ScoredActor> b)
    {
        var left = b.ToList();
        foreach (ScoredActor actor in a)
        {
            int at = left.FindIndex(other => EventLikeness.IsSame(actor, other));
            parties += at >= 0;
            if (at < 0) continue;
            Add("actor role", actor.Role, left[at].Role);
            Add("actor kind", actor.Kind, left[at].Kind);
            left.RemoveAt(at);
        }
        foreach (ScoredActor _ in left) parties += false;
    }

    private void Add(string field, string? a, string? b) => Units(nominal, field).Add((a ?? Nothing, b ?? Nothing));

    private void Add(string field, double a, double b) => Units(numbers, field).Add((a, b));

    private static List<T> Units<T>(Dictionary<string, List<T>> of, string field)
    {
        if (!of.TryGetValue(field, out List<T>? units)) of[field] = units = [];
        return units;
    }

    private FieldAgreement Nominal(string field)
    {
        List<(string A, string B)> units = Units(nominal, field);
        return new FieldAgreement(field, Scale.Nominal, new Part(units.Count(unit => unit.A == unit.B), units.Count), Coefficients.Kappa(units), Coefficients.NominalAlpha(units));
    }

    private FieldAgreement Number(string field, Scale scale)
    {
        List<(double A, double B)> units = Units(numbers, field);
        double? alpha = scale == Scale.Ratio ? Coefficients.RatioAlpha(units) : Coefficients.IntervalAlpha(units);
        return new FieldAgreement(field, scale, new Part(units.Count(unit => unit.A.Equals(unit.B)), units.Count), null, alpha);
    }

    private static double? Day(string? day) =>
        day is not null && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date } ? NodaTime.Period.DaysBetween(new NodaTime.LocalDate(1970, 1, 1), date) : null;
}
