namespace Vigie.Events.Coding;

/// <summary>Brings together the mentions of one event: told, told again, followed up.</summary>
public static class Retellings
{
    /// <summary>Groups of drafts, each led by its surest; the groups stand in the order of their first telling.</summary>
    public static IReadOnlyList<IReadOnlyList<Draft>> Group(IReadOnlyList<Draft> drafts)
    {
        var groups = new List<List<Draft>>();
        foreach (Draft draft in drafts)
        {
            List<Draft>? same = groups.Find(group => group.TrueForAll(other => Agree(other, draft)) && group.Exists(other => IsOne(other, draft)));
            if (same is null) groups.Add([draft]);
            else same.Add(draft);
        }
        return [.. groups.Select(group => group.OrderByDescending(draft => draft.Mention.Probability).ThenBy(draft => draft.Passage.Start).ToArray())];
    }

    // Nothing that both say differs.
    private static bool Agree(Draft a, Draft b) =>
        (DateOf(a) is not { } dateA || DateOf(b) is not { } dateB || Overlap(dateA, dateB))
        && (PlaceOf(a) is not { } placeA || PlaceOf(b) is not { } placeB || Places(placeA, placeB))
        && Draft.CountFields.Index().All(field => CountOf(a, field.Index) is not { } x || CountOf(b, field.Index) is not { } y || x.Count == y.Count);

    // Something that both say is the same, and exact enough to tell events apart: the very words that count the victims, whatever the type, or the
    // date and the place of one type.
    private static bool IsOne(Draft a, Draft b)
    {
        if (Draft.CountFields.Index().Any(field => CountOf(a, field.Index) is { } x && CountOf(b, field.Index) is { } y && x.Span == y.Span)) return true;
        if (a.Mention.Type != b.Mention.Type) return false;
        return (DateOf(a), DateOf(b), PlaceOf(a), PlaceOf(b)) switch
        {
            ({ } dateA, { } dateB, { } placeA, { } placeB) => dateA == dateB && placeA.GazetteerId == placeB.GazetteerId,
            ({ } dateA, { } dateB, _, _) => dateA == dateB,
            (_, _, { } placeA, { } placeB) => placeA.GazetteerId == placeB.GazetteerId,
            _ => false,
        };
    }

    private static TimeRange? DateOf(Draft draft) => draft.Date.Chosen?.Range;

    private static Place? PlaceOf(Draft draft) => draft.Place.Chosen?.Place;

    private static CountCandidate? CountOf(Draft draft, int field) => draft.Counts[field].Chosen;

    private static bool Overlap(TimeRange a, TimeRange b) => a.Start <= b.End && b.Start <= a.End;

    // A place and the country or province around it may be one; two towns are not.
    private static bool Places(Place a, Place b) =>
        a.GazetteerId == b.GazetteerId
        || (a.Country == b.Country && (a.Precision == PlacePrecision.Country || b.Precision == PlacePrecision.Country))
        || (a.Country == b.Country && a.Admin1 == b.Admin1 && (a.Precision == PlacePrecision.Admin1 || b.Precision == PlacePrecision.Admin1));
}
