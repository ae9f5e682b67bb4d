using System.Text.Json;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Records;

namespace Vigie.Desk.Api;

/// <summary>Events and incidents as GeoJSON (RFC 7946). What has no place has no geometry, and a point says how far around it the truth may lie.</summary>
internal static class Features
{
    public static void Write(Stream output, IEnumerable<(Event Event, string Incident, string? Article)> events) => Write(output, events, (json, told) =>
    {
        WriteHead(json, told.Event.Id, told.Event.Place);
        json.WriteString("incident", told.Incident);
        json.WriteString("article", told.Article);
        json.WriteString("event_type", told.Event.EventType);
        json.WriteString("sub_event_type", told.Event.SubEventType);
        json.WriteString("status", ValueText.Name(told.Event.Status));
        EventJson.WriteDate(json, told.Event.Date);
        EventJson.WritePlace(json, told.Event.Place);
        EventJson.WriteCount(json, "killed", told.Event.Killed);
        EventJson.WriteCount(json, "injured", told.Event.Injured);
        json.WriteNumber("confidence", told.Event.Confidence, 4);
    });

    public static void Write(Stream output, IEnumerable<IncidentOutline> incidents) => Write(output, incidents, (json, incident) =>
    {
        WriteHead(json, incident.Id, incident.Place);
        Records.WriteOutline(json, incident);
    });

    private static void WriteHead(Utf8JsonWriter json, string id, Place? place)
    {
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(RecordJson.Rounded(longitude, 5));
            json.WriteNumberValue(RecordJson.Rounded(latitude, 5));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }
        json.WriteStartObject("properties");
    }

    private static void Write<T>(Stream output, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        const int flushed = 32 * 1024;
        using var json = new Utf8JsonWriter(output, RecordJson.Lines);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > flushed) json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
