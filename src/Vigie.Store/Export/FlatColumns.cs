using Vigie.Events;

namespace Vigie.Store.Export;

/// <summary>The columns of our own flat forms: CSV, HXL, the properties of GeoJSON, and Parquet.</summary>
internal static class FlatColumns
{
    public static IReadOnlyList<Column> All(ExportWords words) =>
    [
        Column.Text("id", row => row.Id, "#event+id"),
        Column.Text("incident_id", row => row.IncidentId, "#event+incident+id"),
        Column.Text("date_start", row => row.Date.Start is { } day ? ValueText.Of(day) : null, "#date+start"),
        Column.Text("date_end", row => row.Date.End is { } day ? ValueText.Of(day) : null, "#date+end"),
        Column.Text("date_precision", row => ValueText.Name(row.Date.Precision), "#date+precision"),
        Column.Text("event_type", row => row.EventType, "#event+type"),
        Column.Text("sub_event_type", row => row.SubEventType, "#event+subtype"),
        Column.Text("status", row => ValueText.Name(row.Status), "#event+status"),
        Column.Text("state", row => ValueText.Name(row.State), "#event+review"),
        Column.Text("country", row => words.Countries.ByIso2(row.Place?.Country)?.Name, "#country+name"),
        Column.Text("country_code", row => row.Place?.Country, "#country+code+v_iso2"),
        Column.Text("adm1_name", row => row.Place?.Admin1, "#adm1+name"),
        Column.Text("adm1_pcode", row => Pcodes.Of(row.Place, level: 1), "#adm1+code+v_pcode"),
        Column.Text("adm2_pcode", row => Pcodes.Of(row.Place, level: 2), "#adm2+code+v_pcode"),
        Column.Text("place", row => row.Place?.Name, "#loc+name"),
        Column.Real("latitude", row => row.Place?.Latitude, "#geo+lat"),
        Column.Real("longitude", row => row.Place?.Longitude, "#geo+lon"),
        Column.Text("place_precision", row => ValueText.Name(row.Place?.Precision ?? PlacePrecision.None), "#geo+precision"),
        Column.Real("radius_km", row => row.Place?.RadiusKm, "#geo+radius+km"),
        Column.Text("initiators", row => Parties(row, "initiator"), "#actor+initiator"),
        Column.Text("targets", row => Parties(row, "target"), "#actor+target"),
        Column.Text("victims", row => Parties(row, "victim"), "#actor+victim"),
        Column.Text("supporters", row => Parties(row, "supporter"), "#actor+supporter"),
        Column.Integer("killed_low", row => row.Killed?.Low, "#affected+killed+min"),
        Column.Integer("killed_best", row => row.Killed?.Best, "#affected+killed"),
        Column.Integer("killed_high", row => row.Killed?.High, "#affected+killed+max"),
        Column.Integer("injured_low", row => row.Injured?.Low, "#affected+injured+min"),
        Column.Integer("injured_best", row => row.Injured?.Best, "#affected+injured"),
        Column.Integer("injured_high", row => row.Injured?.High, "#affected+injured+max"),
        Column.Integer("detained_best", row => Outlines.Figure(row.Detained), "#affected+detained"),
        Column.Integer("abducted_best", row => Outlines.Figure(row.Abducted), "#affected+abducted"),
        Column.Text("weapons", row => Joined(row.Weapons), "#event+weapon+list"),
        Column.Integer("sources", row => row.Sources, "#meta+sources+num"),
        Column.Text("outlets", row => Joined([.. row.Articles.Select(head => head.Source).OfType<string>().Distinct(StringComparer.Ordinal)]), "#meta+source+list"),
        Column.Text("urls", row => Joined([.. row.Articles.Select(head => head.Url).OfType<string>()]), "#meta+url+list"),
        Column.Text("attributed_to", row => Joined(row.AttributedTo), "#meta+attribution+list"),
        Column.Text("disagreements", row => Joined(row.Disagreements), "#meta+disagreement+list"),
        Column.Real("confidence", row => row.Confidence, "#meta+confidence"),
    ];

    /// <summary>Null where the list is empty: a reader sees that nothing is said.</summary>
    public static string? Joined(IReadOnlyCollection<string> values) => values.Count == 0 ? null : string.Join("; ", values);

    private static string? Parties(ExportRow row, string role) => Joined([.. row.Actors.Where(actor => actor.Role == role).Select(actor => actor.Name ?? actor.Text).Distinct(StringComparer.Ordinal)]);
}
