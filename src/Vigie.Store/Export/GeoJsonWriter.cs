using System.Text.Json;
using Vigie.Store.Records;

namespace Vigie.Store.Export;

/// <summary>Writes a collection of features (RFC 7946): a point with the columns of the flat form as properties; no geometry where no point is known.</summary>
internal sealed class GeoJsonWriter : ExportWriter
{
    private readonly Stream output;
    private readonly IReadOnlyList<Column> columns;
    private readonly Utf8JsonWriter json;
    private bool any;

    public GeoJsonWriter(Stream output, ExportWords words)
    {
        this.output = output;
        columns = FlatColumns.All(words);
        json = new Utf8JsonWriter(output, RecordJson.Lines);
        output.Write("{\"type\":\"FeatureCollection\",\"features\":[\n"u8);
    }

    public override bool Write(ExportRow row)
    {
        if (any) output.Write(",\n"u8);
        any = true;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", row.Id);
        if (row.Place is { Latitude: { } latitude, Longitude: { } longitude })
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
        foreach (Column column in columns)
        {
            switch (column.Value(row))
            {
                case string text: json.WriteString(column.Name, text); break;
                case int number: json.WriteNumber(column.Name, number); break;
                case double number: json.WriteNumber(column.Name, number); break;
                default: json.WriteNull(column.Name); break;
            }
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        return true;
    }

    public override void Finish()
    {
        output.Write("\n]}\n"u8);
        output.Flush();
    }

    public override void Dispose() => json.Dispose();
}
