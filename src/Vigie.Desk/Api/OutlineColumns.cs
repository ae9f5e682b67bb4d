using System.Text.Json;
using NodaTime;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Records;

namespace Vigie.Desk.Api;

/// <summary>
/// All incidents that a filter selects, for the map: a column a value, since a hundred thousand objects are slow to write and to read.
/// Days are counted from 1970-01-01; a value that is not known is null.
/// </summary>
internal static class OutlineColumns
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static void Write(Stream output, IEnumerable<IncidentOutline> outlines)
    {
        IncidentOutline[] all = [.. outlines];
        string[] types = [.. all.Select(outline => outline.SubEventType).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> typeOf = types.Index().ToDictionary(type => type.Item, type => type.Index, StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(output, RecordJson.Lines);
        json.WriteStartObject();
        json.WriteList("types", types);
        Column("id", outline => json.WriteStringValue(outline.Id));
        Column("type", outline => json.WriteNumberValue(typeOf[outline.SubEventType]));
        Column("longitude", outline => Number(outline.Place?.Longitude, 4));
        Column("latitude", outline => Number(outline.Place?.Latitude, 4));
        Column("radius_km", outline => Number(outline.Place?.RadiusKm, 1));
        Column("precision", outline => json.WriteNumberValue((int)(outline.Place?.Precision ?? PlacePrecision.None)));
        Column("place", outline => json.WriteStringValue(outline.Place?.Name));
        Column("day", outline => Number(outline.Date.Start is { } start ? Period.DaysBetween(Epoch, start) : null, 0));
        Column("last_day", outline => Number(outline.Date.End is { } end ? Period.DaysBetween(Epoch, end) : null, 0));
        Column("killed_low", outline => Number(outline.Killed?.Low ?? outline.Killed?.Best ?? outline.Killed?.High, 0));
        Column("killed_high", outline => Number(outline.Killed?.High ?? outline.Killed?.Best ?? outline.Killed?.Low, 0));
        Column("sources", outline => json.WriteNumberValue(outline.Sources));
        json.WriteEndObject();

        void Column(string name, Action<IncidentOutline> write)
        {
            json.WriteStartArray(name);
            foreach (IncidentOutline outline in all) write(outline);
            json.WriteEndArray();
            json.Flush();
        }

        void Number(double? value, int decimals)
        {
            if (value is { } known && double.IsFinite(known)) json.WriteNumberValue(RecordJson.Rounded(known, decimals));
            else json.WriteNullValue();
        }
    }
}
