using System.Text.Json;
using Vigie.Events;

namespace Vigie.Store.Records;

/// <summary>A filter as JSON: what it asks for and nothing else, so that it also stands in manifests.</summary>
public static class FilterJson
{
    public static string Text(Filter filter) => RecordJson.Text(json => Write(json, filter));

    /// <exception cref="RecordException">The text is no filter.</exception>
    public static Filter Parse(string json) => RecordJson.Parse(json, Read);

    public static void Write(Utf8JsonWriter json, Filter filter)
    {
        json.WriteStartObject();
        if (filter.From is { } from) json.WriteString("from", ValueText.Of(from));
        if (filter.To is { } to) json.WriteString("to", ValueText.Of(to));
        if (filter.Box is { } box)
        {
            json.WriteStartArray("box");
            foreach (double side in new[] { box.West, box.South, box.East, box.North }) json.WriteNumberValue(side);
            json.WriteEndArray();
        }
        List("countries", filter.Countries);
        List("event_types", filter.EventTypes);
        List("sub_event_types", filter.SubEventTypes);
        List("actors", filter.Actors);
        List("actor_kinds", filter.ActorKinds);
        List("languages", filter.Languages);
        List("outlets", filter.Outlets);
        if (filter.Text is { Length: > 0 } text) json.WriteString("text", text);
        if (filter.MinimumSources > 0) json.WriteNumber("minimum_sources", filter.MinimumSources);
        if (filter.MinimumKilled > 0) json.WriteNumber("minimum_killed", filter.MinimumKilled);
        if (filter.MinimumConfidence > 0) json.WriteNumber("minimum_confidence", filter.MinimumConfidence);
        List("statuses", [.. filter.Statuses.Select(ValueText.Name)]);
        if (filter.Focus is { } focus) json.WriteString("focus", ValueText.Name(focus));
        List("states", [.. filter.States.Select(ValueText.Name)]);
        if (filter.DisagreeingOnly) json.WriteBoolean("disagreeing_only", true);
        if (filter.AddedAfter > 0) json.WriteNumber("added_after", filter.AddedAfter);
        json.WriteEndObject();

        void List(string field, IReadOnlyList<string> values)
        {
            if (values.Count > 0) json.WriteList(field, values);
        }
    }

    public static Filter Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new RecordException("a filter is no JSON object");
        double[] box = [.. json.Elements("box").Select(side => side.GetDouble())];
        if (box.Length is not (0 or 4)) throw new RecordException("\"box\" has four sides: west, south, east, north");
        return new Filter
        {
            From = json.Day("from"),
            To = json.Day("to"),
            Box = box.Length == 0 ? null : new Box(box[0], box[1], box[2], box[3]),
            Countries = json.Words("countries"),
            EventTypes = json.Words("event_types"),
            SubEventTypes = json.Words("sub_event_types"),
            Actors = json.Words("actors"),
            ActorKinds = json.Words("actor_kinds"),
            Languages = json.Words("languages"),
            Outlets = json.Words("outlets"),
            Text = json.Word("text"),
            MinimumSources = json.Integer("minimum_sources") ?? 0,
            MinimumKilled = json.Integer("minimum_killed") ?? 0,
            MinimumConfidence = json.Number("minimum_confidence") ?? 0,
            Statuses = [.. json.Words("statuses").Select(word => RecordJson.Named<Status>(word, "statuses"))],
            Focus = json.Word("focus") is { } focus ? RecordJson.Named<Focus>(focus, "focus") : null,
            States = [.. json.Words("states").Select(word => RecordJson.Named<ReviewState>(word, "states"))],
            DisagreeingOnly = json.TryGetProperty("disagreeing_only", out JsonElement only) && only.ValueKind == JsonValueKind.True,
            AddedAfter = json.Integer("added_after") ?? 0,
        };
    }
}
