using System.Text.Json;
using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Export;

/// <summary>Writes PLOVER's records, one a line.</summary>
internal sealed class PloverWriter(Stream output, ExportWords words) : ExportWriter
{
    private readonly Utf8JsonWriter json = new(output, RecordJson.Lines);

    public override bool Write(ExportRow row)
    {
        if (words.Types.Find(row.SubEventType) is not { } type) return false;
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("date", row.Date.Start is { } start ? ValueText.Of(start) : null);
        json.WriteString("enddate", row.Date.End is { } end ? ValueText.Of(end) : null);
        WriteActors("actor", row.Actors.Where(actor => actor.Role is "initiator" or "supporter"));
        WriteActors("recipient", row.Actors.Where(actor => actor.Role is "target" or "victim"));
        json.WriteList("event", [type.Plover]);
        WriteLocation(row.Place);
        json.WriteString("quad_code", type.Quad);
        json.WriteNumber("event_scale", type.Scale);
        json.WriteList("mode", type.Mode.Length > 0 ? [type.Mode] : []);
        json.WriteList("context", ["military"]);
        json.WriteStartObject("size");
        json.WriteNumber("dead", Outlines.Figure(row.Killed), 0);
        json.WriteNumber("injured", Outlines.Figure(row.Injured), 0);
        json.WriteNumber("arrested", Outlines.Figure(row.Detained), 0);
        json.WriteEndObject();
        json.WriteString("link", row.IncidentId);
        json.WriteString("text", row.Notes.Length > 0 ? row.Notes : Sentence.Of(row));
        json.WriteStartArray("cite_info");
        foreach (ArticleHead head in row.Articles)
        {
            json.WriteStartObject();
            json.WriteString("url", head.Url);
            json.WriteString("title", head.Title.Length > 0 ? head.Title : null);
            json.WriteString("language", head.Language);
            json.WriteString("publication", head.Source);
            json.WriteString("date", head.Published is { } day ? ValueText.Of(day) : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("comment", row.Status == Status.Asserted ? null : ValueText.Name(row.Status));
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
        json.Reset();
        return true;
    }

    public override void Finish() => output.Flush();

    public override void Dispose() => json.Dispose();

    private void WriteActors(string field, IEnumerable<Actor> actors)
    {
        json.WriteStartArray(field);
        foreach (Actor actor in actors)
        {
            json.WriteStartObject();
            json.WriteString("raw_text", actor.Text);
            json.WriteString("entity_name", actor.Name);
            json.WriteString("sector_code", Sector(actor.Kind));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteLocation(Place? place)
    {
        json.WriteStartObject("event_loc");
        if (place is not null)
        {
            json.WriteString("resolved_place", place.Name);
            json.WriteString("geonameid", place.GazetteerId?.StartsWith("gn:", StringComparison.Ordinal) == true ? place.GazetteerId[3..] : null);
            json.WriteNumber("lat", place.Latitude, 5);
            json.WriteNumber("lon", place.Longitude, 5);
            json.WriteString("province", place.Admin1);
            json.WriteString("country", words.Countries.ByIso2(place.Country)?.Iso3);
            // From 1, a country, to 5, a part of a town.
            json.WriteNumber("resolution", (int)place.Precision, 0);
        }
        json.WriteEndObject();
    }

    private static string Sector(string kind) => kind switch
    {
        "state" => "GOV",
        "external" => "MIL",
        "rebel" => "REB",
        "militia" or "communal" => "PRM",
        "civilians" or "protesters" or "rioters" => "CVL",
        _ => "UNK",
    };
}
