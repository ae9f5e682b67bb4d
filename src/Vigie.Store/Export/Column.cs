using System.Globalization;
using Vigie.Store.Records;

namespace Vigie.Store.Export;

/// <summary>What a column holds.</summary>
internal enum ColumnType
{
    Text,
    Integer,
    Real,
}

/// <summary>A column of an export.</summary>
/// <param name="Tag">HXL's hashtag, or null.</param>
/// <param name="Value">A string, an int, a double or null, as <paramref name="Type"/> says.</param>
internal sealed record Column(string Name, ColumnType Type, Func<ExportRow, object?> Value, string? Tag = null)
{
    public static Column Text(string name, Func<ExportRow, string?> value, string? tag = null) => new(name, ColumnType.Text, value, tag);

    public static Column Integer(string name, Func<ExportRow, int?> value, string? tag = null) => new(name, ColumnType.Integer, row => value(row), tag);

    public static Column Real(string name, Func<ExportRow, double?> value, string? tag = null) => new(name, ColumnType.Real, row => value(row) is { } number ? Math.Round(number, 5) + 0.0 : null, tag);

    /// <summary>A column that this project does not fill, there because readers expect it.</summary>
    public static Column Empty(string name) => new(name, ColumnType.Text, _ => null);

    /// <summary>The cell as text, empty for nothing; words that begin like a formula are guarded.</summary>
    public string Cell(ExportRow row) => Value(row) switch
    {
        null => "",
        string text => FormulaGuard.On(text),
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("0.#####", CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"{Name} holds a {other.GetType().Name}"),
    };
}
