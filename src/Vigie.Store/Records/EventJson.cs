using System.Text.Json;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Store.Records;

/// <summary>An event as JSON, in the keys of the record that <c>vigie code</c> writes.</summary>
public static class EventJson
{
    public static string Text(Event e) => RecordJson.Text(json => Write(json, e));

    /// <exception cref="RecordException">The text is no event.</exception>
    public static Event Parse(string json) => RecordJson.Parse(json, Read);

    public static void Write(Utf8JsonWriter json, Event e)
    {
        WriteFields(json, e);
        json.WriteEndObject();
    }

    /// <summary>The event as an object that is left open, for further fields.</summary>
    internal static void WriteFields(Utf8JsonWriter json, Event e)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("focus", ValueText.Name(e.Focus));
        json.WriteString("event_type", e.EventType);
        json.WriteString("sub_event_type", e.SubEventType);
        json.WriteString("status", ValueText.Name(e.Status));
        WriteDate(json, e.Date);
        WritePlace(json, e.Place);
        WriteActors(json, e.Actors);
        WriteCount(json, "killed", e.Killed);
        WriteCount(json, "injured", e.Injured);
        WriteCount(json, "detained", e.Detained);
        WriteCount(json, "abducted", e.Abducted);
        json.WriteList("weapons", e.Weapons);
        json.WriteList("sources", e.Sources);
        json.WriteNumber("confidence", e.Confidence, 4);
        WriteEvidence(json, e.Evidence);
    }

    public static void WriteDate(Utf8JsonWriter json, TimeRange date)
    {
        json.WriteStartObject("date");
        json.WriteString("start", date.Start is { } start ? ValueText.Of(start) : null);
        json.WriteString("end", date.End is { } end ? ValueText.Of(end) : null);
        json.WriteString("precision", ValueText.Name(date.Precision));
        json.WriteEndObject();
    }

    public static void WritePlace(Utf8JsonWriter json, Place? place)
    {
        json.WriteStartObject("place");
        json.WriteString("name", place?.Name);
        json.WriteString("admin1", place?.Admin1);
        json.WriteString("country", place?.Country);
        json.WriteNumber("latitude", place?.Latitude, 5);
        json.WriteNumber("longitude", place?.Longitude, 5);
        json.WriteString("precision", ValueText.Name(place?.Precision ?? PlacePrecision.None));
        json.WriteNumber("radius_km", place?.RadiusKm, 2);
        json.WriteString("gazetteer_id", place?.GazetteerId);
        json.WriteString("reason", place?.Reason);
        // A key that most countries have nothing for.
        if (place?.Pcode is { } pcode) json.WriteString("pcode", pcode);
        json.WriteEndObject();
    }

    public static void WriteCount(Utf8JsonWriter json, string field, Count? count)
    {
        if (count is null)
        {
            json.WriteNull(field);
            return;
        }
        json.WriteStartObject(field);
        json.WriteNumber("low", count.Low, 0);
        json.WriteNumber("high", count.High, 0);
        json.WriteNumber("best", count.Best, 0);
        json.WriteEndObject();
    }

    /// <exception cref="RecordException">A field is missing or has no usable value.</exception>
    public static Event Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new RecordException("an event is no JSON object");
        double confidence = json.Number("confidence") ?? 1;
        if (confidence is < 0 or > 1) throw new RecordException("\"confidence\" is not between 0 and 1");
        return new Event(
            json.Required("id"),
            json.Named("focus", Focus.Main),
            json.Required("event_type"),
            json.Required("sub_event_type"),
            json.Named("status", Status.Asserted),
            ReadDate(json),
            ReadPlace(json),
            [.. json.Elements("actors").Select(ReadActor)],
            ReadCount(json, "killed"),
            ReadCount(json, "injured"),
            ReadCount(json, "detained"),
            ReadCount(json, "abducted"),
            json.Words("weapons"),
            json.Words("sources"),
            confidence,
            [.. json.Elements("evidence").Select(ReadEvidence)]);
    }

    public static TimeRange ReadDate(JsonElement record)
    {
        if (record.Object("date") is not { } date) return TimeRange.Unknown;
        if (date.Day("start") is not { } start) return TimeRange.Unknown;
        var end = date.Day("end") ?? start;
        if (end < start) throw new RecordException("the date ends before it starts");
        TimePrecision precision = date.Named("precision", TimePrecision.Day);
        return precision == TimePrecision.None ? TimeRange.Unknown : new TimeRange(start, end, precision);
    }

    public static Place? ReadPlace(JsonElement record)
    {
        if (record.Object("place") is not { } place || place.Word("name") is not { } name) return null;
        double? latitude = place.Number("latitude"), longitude = place.Number("longitude");
        if (latitude is < -90 or > 90) throw new RecordException("\"latitude\" is not between -90 and 90");
        if (longitude is < -180 or > 180) throw new RecordException("\"longitude\" is not between -180 and 180");
        return new Place(
            name,
            place.Word("admin1"),
            place.Word("country"),
            latitude,
            longitude,
            place.Named("precision", PlacePrecision.None),
            place.Number("radius_km"),
            place.Word("gazetteer_id"),
            place.Word("reason"))
        {
            Pcode = place.Word("pcode"),
        };
    }

    public static Count? ReadCount(JsonElement record, string field)
    {
        if (record.Object(field) is not { } count) return null;
        var read = new Count(count.Integer("low"), count.Integer("high"), count.Integer("best"));
        if (read.Low < 0 || read.High < 0 || read.Best < 0) throw new RecordException($"\"{field}\" is less than nothing");
        return read.Low > read.High ? throw new RecordException($"\"{field}\" has a low above its high") : read;
    }

    private static void WriteActors(Utf8JsonWriter json, IReadOnlyList<Actor> actors)
    {
        json.WriteStartArray("actors");
        foreach (Actor actor in actors)
        {
            json.WriteStartObject();
            json.WriteString("text", actor.Text);
            json.WriteString("name", actor.Name);
            json.WriteString("id", actor.Id);
            json.WriteString("role", actor.Role);
            json.WriteString("kind", actor.Kind);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static Actor ReadActor(JsonElement json)
    {
        string role = json.Required("role"), kind = json.Required("kind");
        if (!ActorRoles.All.Contains(role)) throw new RecordException($"an actor's \"role\" is \"{role}\"; it is one of {string.Join(", ", ActorRoles.All)}");
        if (!ActorKinds.All.Contains(kind)) throw new RecordException($"an actor's \"kind\" is \"{kind}\"; it is one of {string.Join(", ", ActorKinds.All)}");
        return new Actor(json.Required("text"), json.Word("name"), json.Word("id"), role, kind);
    }

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (Evidence proof in evidence)
        {
            json.WriteStartObject();
            json.WriteString("field", proof.Field);
            json.WriteNumber("start", proof.Span.Start);
            json.WriteNumber("end", proof.Span.End);
            json.WriteString("text", proof.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static Evidence ReadEvidence(JsonElement json)
    {
        int start = json.Integer("start") ?? 0, end = json.Integer("end") ?? 0;
        return start < 0 || end < start
            ? throw new RecordException("a piece of evidence ends before it starts")
            : new Evidence(json.Required("field"), new Span(start, end), json.Word("text") ?? "");
    }
}
