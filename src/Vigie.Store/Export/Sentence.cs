using Vigie.Events;

namespace Vigie.Store.Export;

/// <summary>One sentence of a row, made of its values: when, who, what, to whom, where, how many. It quotes nobody.</summary>
internal static class Sentence
{
    public static string Of(ExportRow row)
    {
        var parts = new List<string>();
        if (row.Date.Start is not null) parts.Add(ValueText.Of(row.Date));
        parts.Add(row.SubEventType + Between(row));
        if (row.Place is { } place) parts.Add("in " + string.Join(", ", new[] { place.Name, place.Admin1, place.Country }.Where(name => !string.IsNullOrEmpty(name)).Distinct(StringComparer.Ordinal)));
        if (row.Killed is { } killed) parts.Add(ValueText.Of(killed) + " killed");
        if (row.Injured is { } injured) parts.Add(ValueText.Of(injured) + " injured");
        if (row.Detained is { } detained) parts.Add(ValueText.Of(detained) + " detained");
        if (row.Abducted is { } abducted) parts.Add(ValueText.Of(abducted) + " abducted");
        if (row.Disagreements.Count > 0) parts.Add("sources differ on " + string.Join(", ", row.Disagreements));
        if (row.Status != Status.Asserted) parts.Add(ValueText.Name(row.Status));
        return string.Join("; ", parts) + ".";
    }

    private static string Between(ExportRow row)
    {
        string by = Names(row, "initiator"), on = Names(row, "target", "victim");
        return (by.Length > 0 ? " by " + by : "") + (on.Length > 0 ? " on " + on : "");
    }

    private static string Names(ExportRow row, params string[] roles) =>
        string.Join(", ", row.Actors.Where(actor => roles.Contains(actor.Role)).Select(actor => actor.Name ?? actor.Text).Distinct(StringComparer.Ordinal));
}
