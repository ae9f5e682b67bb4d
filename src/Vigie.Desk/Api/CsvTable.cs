using System.Globalization;
using System.Text;
using Vigie.Events;
using Vigie.Store;

namespace Vigie.Desk.Api;

/// <summary>
/// Comma-separated tables as RFC 4180 has them, in UTF-8. What a source is silent of is an empty cell, and never 0. A text that a spreadsheet would
/// take for a formula is given an apostrophe (OWASP, "CSV Injection").
/// </summary>
internal static class CsvTable
{
    private static readonly string[] OfEvent =
    [
        "id", "version", "state", "article", "incident", "focus", "event_type", "sub_event_type", "status", "date_start", "date_end", "date_precision",
        "place", "admin1", "country", "latitude", "longitude", "place_precision", "radius_km", "gazetteer_id", "initiators", "targets", "supporters", "victims",
        "killed_low", "killed_high", "killed_best", "injured_low", "injured_high", "injured_best", "detained_low", "detained_high", "detained_best",
        "abducted_low", "abducted_high", "abducted_best", "weapons", "sources", "confidence",
    ];

    private static readonly string[] OfIncident =
    [
        "id", "event_type", "sub_event_type", "status", "date_start", "date_end", "date_precision", "place", "admin1", "country", "latitude", "longitude", "place_precision",
        "radius_km", "gazetteer_id", "killed_low", "killed_high", "killed_best", "injured_low", "injured_high", "injured_best", "reports", "sources", "disagrees",
    ];

    public static void Events(Stream output, IEnumerable<StoredEvent> events) => Write(output, OfEvent, events, e =>
    [
        e.Event.Id, e.Version, ValueText.Name(e.State), e.ArticleId, e.IncidentId, ValueText.Name(e.Event.Focus), e.Event.EventType, e.Event.SubEventType, ValueText.Name(e.Event.Status),
        .. Date(e.Event.Date), .. Place(e.Event.Place),
        .. ActorRoles.All.Select(role => string.Join("; ", e.Event.Actors.Where(actor => actor.Role == role).Select(actor => actor.Name ?? actor.Text))),
        .. Count(e.Event.Killed), .. Count(e.Event.Injured), .. Count(e.Event.Detained), .. Count(e.Event.Abducted),
        string.Join("; ", e.Event.Weapons), string.Join("; ", e.Event.Sources), e.Event.Confidence,
    ]);

    public static void Incidents(Stream output, IEnumerable<IncidentOutline> incidents) => Write(output, OfIncident, incidents, i =>
    [
        i.Id, i.EventType, i.SubEventType, ValueText.Name(i.Status), .. Date(i.Date), .. Place(i.Place), .. Count(i.Killed), .. Count(i.Injured), i.Events, i.Sources, i.Disagrees ? 1 : 0,
    ]);

    public static void Decisions(Stream output, IEnumerable<Decision> decisions) => Write(output, ["number", "at", "who", "kind", "reason", "undoes", "undone", "subjects"], decisions, d =>
        [d.Number, d.At.ToString(), d.Who, d.Kind, d.Reason, d.Undoes, d.Undone, string.Join("; ", d.Changes.Select(change => change.Id))]);

    private static IEnumerable<object?> Date(TimeRange date) =>
        [date.Start is { } start ? ValueText.Of(start) : null, date.End is { } end ? ValueText.Of(end) : null, ValueText.Name(date.Precision)];

    private static IEnumerable<object?> Place(Place? place) =>
        [place?.Name, place?.Admin1, place?.Country, place?.Latitude, place?.Longitude, ValueText.Name(place?.Precision ?? PlacePrecision.None), place?.RadiusKm, place?.GazetteerId];

    private static IEnumerable<object?> Count(Count? count) => [count?.Low, count?.High, count?.Best];

    private static void Write<T>(Stream output, string[] head, IEnumerable<T> rows, Func<T, IEnumerable<object?>> cells)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', head));
        foreach (T row in rows) writer.WriteLine(string.Join(',', cells(row).Select(Cell)));
    }

    private static string Cell(object? value)
    {
        if (value is null) return "";
        if (value is not string text) return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
