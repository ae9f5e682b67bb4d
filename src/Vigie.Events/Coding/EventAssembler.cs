using System.Globalization;
using System.Numerics.Tensors;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>Drafts of one event to the event, with the passages that prove its values.</summary>
public sealed class EventAssembler(ConflictPack pack, Thresholds thresholds, Calibration calibration)
{
    /// <param name="drafts">The surest first: its values stand; the others give the date, place, counts and sources that it lacks.</param>
    public Event Assemble(Document document, IReadOnlyList<Draft> drafts)
    {
        Draft lead = drafts[0];
        SubEventType type = pack.Types[lead.Mention.Type];
        var evidence = new List<Evidence> { Proof(document, "event", lead.Passage) };

        TimeCandidate? date = drafts.Select(draft => draft.Date.Chosen).FirstOrDefault(chosen => chosen is not null);
        if (date is not null) evidence.Add(Proof(document, "date", date.Span));
        PlaceCandidate? place = drafts.Select(draft => draft.Place.Chosen).FirstOrDefault(chosen => chosen is not null);
        if (place is not null) evidence.Add(Proof(document, "place", place.Span));
        var counts = new Count?[Draft.CountFields.Count];
        for (int field = 0; field < counts.Length; field++)
        {
            CountCandidate? count = drafts.Select(draft => draft.Counts[field].Chosen).FirstOrDefault(chosen => chosen is not null);
            counts[field] = count?.Count;
            if (count is not null) evidence.Add(Proof(document, Draft.CountFields[field], count.Span));
        }

        string[] weapons = [.. pack.Weapons.Where((_, weapon) => lead.Attributes.Weapons[weapon] >= thresholds.Weapon)];
        if (weapons.Length > 0) evidence.Add(Proof(document, "weapon", lead.Passage));
        var status = (Status)TensorPrimitives.IndexOfMax<float>(lead.Attributes.Status);
        if (status != Status.Asserted) evidence.Add(Proof(document, "status", lead.Mention.Sentence.Span));
        for (int i = 0; i < lead.Parties.Count; i++) evidence.Add(Proof(document, string.Create(CultureInfo.InvariantCulture, $"actor:{i}"), lead.Parties[i].Party.Span));

        return new Event(
            EventId.Of(document, type.Name, lead.Passage),
            lead.Attributes.Background >= thresholds.Background ? Focus.Background : Focus.Main,
            type.Type,
            type.Name,
            status,
            date?.Range ?? TimeRange.Unknown,
            place?.Place,
            [.. lead.Parties.Select(party => new Actor(party.Party.Text, party.Party.Name, party.Party.Id, party.Role, party.Kind))],
            counts[0],
            counts[1],
            counts[2],
            counts[3],
            weapons,
            [.. drafts.SelectMany(draft => draft.Sources).Select(source => source.Text).Distinct(StringComparer.Ordinal)],
            calibration.Confidence(ConfidenceFeatures.Of(document, drafts, type.Type)),
            evidence);
    }

    private static Evidence Proof(Document document, string field, Span span) => new(field, span, span.Of(document.Text));
}
