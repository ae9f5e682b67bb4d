using Vigie.Events;
using Vigie.Events.Coding;

namespace Vigie.Store.Export;

/// <summary>Makes the rows of an export: of each incident what a resolution chose, or of each event what its article tells.</summary>
internal static class ExportRows
{
    public static IEnumerable<ExportRow> Of(StoredIncident incident, ResolutionRule? rule, ConflictPack pack) =>
        rule is { } by ? [Resolved(incident, Resolutions.Resolve(incident, by), pack)] : incident.Events.Select(e => Told(incident, e));

    private static ExportRow Told(StoredIncident incident, StoredEvent stored)
    {
        Event e = stored.Event;
        ArticleHead head = incident.Articles[stored.ArticleId];
        return new ExportRow(
            e.Id, incident.Id, e.EventType, e.SubEventType, e.Status, stored.State, e.Date, e.Place, e.Actors, e.Killed, e.Injured, e.Detained, e.Abducted, e.Weapons, [head], 1,
            e.Sources, [], e.Confidence, head.Notes ?? "");
    }

    private static ExportRow Resolved(StoredIncident incident, Resolution resolution, ConflictPack pack)
    {
        string sub = (One<WordValue>(resolution, ClaimFields.Event)?.Word) ?? incident.Outline.SubEventType;
        int index = pack.IndexOf(sub);
        return new ExportRow(
            incident.Events.Count == 1 && incident.Id.EndsWith(incident.Events[0].Event.Id, StringComparison.Ordinal) ? incident.Events[0].Event.Id : incident.Id,
            incident.Id,
            index >= 0 ? pack.Types[index].Type : incident.Outline.EventType,
            sub,
            resolution.Status,
            incident.Events.Any(e => e.State == ReviewState.Accepted) ? ReviewState.Accepted : ReviewState.Draft,
            One<DaysValue>(resolution, ClaimFields.Date)?.Days ?? TimeRange.Unknown,
            One<PlaceValue>(resolution, ClaimFields.Place)?.Place,
            [.. Values<PartyValue>(resolution, ClaimFields.Actor).Select(value => value.Party)],
            One<NumberValue>(resolution, ClaimFields.Killed)?.Number,
            One<NumberValue>(resolution, ClaimFields.Injured)?.Number,
            One<NumberValue>(resolution, ClaimFields.Detained)?.Number,
            One<NumberValue>(resolution, ClaimFields.Abducted)?.Number,
            [.. Values<WordValue>(resolution, ClaimFields.Weapon).Select(value => value.Word)],
            [.. incident.Articles.Values.OrderBy(head => head.Published).ThenBy(head => head.Id, StringComparer.Ordinal)],
            incident.Outline.Sources,
            [.. incident.Events.SelectMany(e => e.Event.Sources).Distinct(StringComparer.Ordinal)],
            [.. resolution.Fields.Where(field => field.Disagreement).Select(field => field.Field)],
            incident.Events.Max(e => e.Event.Confidence),
            incident.Events.Count == 1 ? incident.Articles.Values.First().Notes ?? "" : "");
    }

    private static T? One<T>(Resolution resolution, string field) where T : ClaimValue => Values<T>(resolution, field).FirstOrDefault();

    private static IEnumerable<T> Values<T>(Resolution resolution, string field) where T : ClaimValue => resolution.Fields.First(one => one.Field == field).Values.OfType<T>();
}
