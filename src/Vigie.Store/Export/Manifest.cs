using System.Text.Json;
using NodaTime;
using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Export;

/// <summary>Writes beside an export what it is: how many rows, of which filter, what was left out, and the hash that proves the file.</summary>
public static class Manifest
{
    /// <param name="file">Name of the export, without its folder.</param>
    /// <param name="tombstones">Ids that earlier exports may hold and that are deleted.</param>
    public static void Write(Stream output, string file, ExportResult result, ExportOptions options, Instant at, string program, IReadOnlyList<Tombstone> tombstones)
    {
        using var json = new Utf8JsonWriter(output, RecordJson.Lines with { Indented = true });
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("format", result.Format);
        json.WriteNumber("rows", result.Rows);
        json.WriteNumber("rows_without_a_place_in_this_form", result.LeftOut);
        json.WriteBoolean("complete", result.Complete);
        json.WriteNumber("bytes", result.Bytes);
        json.WriteString("sha256", result.Sha256);
        json.WriteString("made_at", NodaTime.Text.InstantPattern.General.Format(at));
        json.WriteString("made_by", program);
        json.WritePropertyName("filter");
        FilterJson.Write(json, options.Filter);
        json.WriteString("resolution", result.Format == ExportForms.WholeRecord || options.Rule is not { } rule ? "none" : ValueText.Name(rule));
        json.WriteString("names_of_private_persons", options.Redaction.KeepNames ? "kept" : "left out");
        json.WriteString("place", ValueText.Name(options.Redaction.Place));
        json.WriteString("time", ValueText.Name(options.Redaction.Time));
        json.WriteStartArray("deleted");
        foreach (Tombstone stone in tombstones)
        {
            json.WriteStartObject();
            json.WriteString("what", stone.Subject);
            json.WriteString("id", stone.Id);
            json.WriteString("at", NodaTime.Text.InstantPattern.General.Format(stone.At));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }
}
