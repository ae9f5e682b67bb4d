using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Import;

/// <summary>A row of a coded table, by column names whatever their case. Guards against formulas, as exports put them, are taken off.</summary>
/// <param name="names">Where each column stands.</param>
internal sealed class Cells(IReadOnlyDictionary<string, int> names, IReadOnlyList<string> values)
{
    private static readonly LocalDatePattern[] DayPatterns =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("dd MMMM yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("d MMMM yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd"),
        LocalDatePattern.CreateWithInvariantCulture("yyyy/MM/dd"),
    ];

    public bool Has(string column) => names.ContainsKey(column);

    /// <summary>Empty where the cell or the column is missing.</summary>
    public string this[string column] => names.TryGetValue(column, out int at) && at < values.Count ? FormulaGuard.Off(values[at].Trim()) : "";

    /// <exception cref="RowException">The cell is empty.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } cell ? cell : throw new RowException($"\"{column}\" is empty");

    public string? Filled(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    /// <summary>A whole number, also written as <c>3.0</c>; null where the cell is empty.</summary>
    /// <exception cref="RowException">It is no whole number, or less than nothing.</exception>
    public int? Number(string column)
    {
        string cell = this[column];
        if (cell.Length == 0) return null;
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= int.MaxValue && Math.Floor(number) == number
            ? (int)number
            : throw new RowException($"\"{column}\" is \"{Shown(cell)}\", which is no count");
    }

    /// <exception cref="RowException">It is no number within the bounds.</exception>
    public double? Degrees(string column, double most)
    {
        string cell = this[column];
        if (cell.Length == 0) return null;
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) <= most
            ? number
            : throw new RowException($"\"{column}\" is \"{Shown(cell)}\", which is no number from -{most} to {most}");
    }

    /// <exception cref="RowException">It is no day.</exception>
    public LocalDate? Day(string column)
    {
        string cell = this[column];
        if (cell.Length == 0) return null;
        // UCDP writes a time of day that is always midnight.
        string day = cell.Length > 10 && cell[10] is ' ' or 'T' ? cell[..10] : cell;
        foreach (LocalDatePattern pattern in DayPatterns)
            if (pattern.Parse(day) is { Success: true } parsed) return parsed.Value;
        throw new RowException($"\"{column}\" is \"{Shown(cell)}\", which is no day; write it as 2025-08-20");
    }

    /// <summary>A count of three columns; null where all are empty.</summary>
    /// <exception cref="RowException">The low is above the high, or one is no count.</exception>
    public Count? Range(string low, string best, string high)
    {
        var count = new Count(Number(low), Number(high), Number(best));
        if (count.Low > count.High) throw new RowException($"\"{low}\" is above \"{high}\"");
        return count is { Low: null, High: null, Best: null } ? null : count;
    }

    /// <summary>The parts of a list parted by semicolons.</summary>
    public string[] List(string column) => this[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The row as it stood, without its empty cells.</summary>
    public TableRow Row(string table) => new(table, names.Where(name => name.Value < values.Count && values[name.Value].Length > 0)
        .OrderBy(name => name.Value).ToDictionary(name => name.Key, name => FormulaGuard.Off(values[name.Value]), StringComparer.Ordinal));

    private static string Shown(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}

/// <summary>A row that cannot be taken; the message says why, without naming the row.</summary>
internal sealed class RowException(string problem) : Exception(problem);
