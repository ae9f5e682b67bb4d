using Vigie.Events;

namespace Vigie.Store.Records;

/// <summary>An incident's outline and a reviewer's choices as JSON.</summary>
internal static class OutlineJson
{
    public static string Text(IncidentOutline outline) => RecordJson.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("event_type", outline.EventType);
        json.WriteString("sub_event_type", outline.SubEventType);
        json.WriteString("status", ValueText.Name(outline.Status));
        EventJson.WriteDate(json, outline.Date);
        if (outline.Place is { } place) EventJson.WritePlace(json, place with { Reason = null });
        if (outline.Killed is not null) EventJson.WriteCount(json, "killed", outline.Killed);
        if (outline.Injured is not null) EventJson.WriteCount(json, "injured", outline.Injured);
        json.WriteNumber("events", outline.Events);
        json.WriteEndObject();
    });

    public static IncidentOutline Parse(string json, string id, int sources, bool disagrees, double worth) => RecordJson.Parse(json, outline => new IncidentOutline(
        id,
        outline.Required("event_type"),
        outline.Required("sub_event_type"),
        outline.Named("status", Status.Asserted),
        EventJson.ReadDate(outline),
        EventJson.ReadPlace(outline),
        EventJson.ReadCount(outline, "killed"),
        EventJson.ReadCount(outline, "injured"),
        outline.Integer("events") ?? 0,
        sources,
        disagrees,
        worth));

    /// <returns>Null where nothing was chosen.</returns>
    public static string? ChoicesText(IReadOnlyDictionary<string, IReadOnlyList<string>> choices) => choices.Count == 0 ? null : RecordJson.Text(json =>
    {
        json.WriteStartObject();
        foreach ((string field, IReadOnlyList<string> claims) in choices.OrderBy(choice => choice.Key, StringComparer.Ordinal)) json.WriteList(field, claims);
        json.WriteEndObject();
    });

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ParseChoices(string? json) => json is null
        ? new Dictionary<string, IReadOnlyList<string>>()
        : RecordJson.Parse(json, choices => choices.EnumerateObject().ToDictionary(choice => choice.Name, choice => choices.Words(choice.Name), StringComparer.Ordinal));
}
