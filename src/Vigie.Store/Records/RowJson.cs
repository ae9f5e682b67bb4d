namespace Vigie.Store.Records;

/// <summary>The cells of a coded table's row as JSON.</summary>
internal static class RowJson
{
    public static string Text(TableRow row) => RecordJson.Text(json =>
    {
        json.WriteStartObject();
        foreach ((string column, string cell) in row.Cells) json.WriteString(column, cell);
        json.WriteEndObject();
    });

    public static TableRow Parse(string table, string cells) => RecordJson.Parse(cells, json =>
        new TableRow(table, json.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.GetString() ?? "", StringComparer.Ordinal)));
}
