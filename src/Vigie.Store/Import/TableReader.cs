using System.Text;
using Vigie.Store.Codebook;

namespace Vigie.Store.Import;

/// <summary>A row of a coded table.</summary>
/// <param name="Line">Number of the line that it begins on, from 1.</param>
/// <param name="Record">Null where it could not be read, or tells of no event of a conflict.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
/// <param name="Raw">The row as it stands, where something is wrong with it.</param>
public sealed record TableLine(long Line, ArticleRecord? Record, string? Problem, string Raw);

/// <summary>Reads coded tables: CSV by the columns that the header names, in any order and case; GDELT's files also without a header.</summary>
/// <exception cref="TableException">Thrown while reading: the file is no table that is known.</exception>
public sealed class TableReader(TypeNames types, Countries countries)
{
    private const char Tab = '\t';

    /// <summary>The tables that can be read, as <c>--table</c> names them.</summary>
    public static IReadOnlyList<string> Tables => TableForms.Names;

    /// <summary>Name of the table that a file with such a first line is, or null where it is none that is known.</summary>
    public string? Recognise(string firstLine) => Form(Split(firstLine), null)?.Name;

    /// <param name="table">One of <see cref="Tables"/>, or null to go by the columns.</param>
    /// <param name="open">Opens the file at its beginning; it is called again where a row that never ends is left behind.</param>
    public IEnumerable<TableLine> Read(Func<Stream> open, string? table = null)
    {
        string first;
        using (var reader = new StreamReader(open(), Encoding.UTF8)) first = FirstLine(reader);
        string[] header = Split(first);
        TableForm form = Form(header, table) ?? throw new TableException(table is null
            ? "no table that is known by its columns; known are " + string.Join(", ", Tables)
            : $"no {table} table: it lacks the columns {string.Join(", ", Missing(header, table))}");
        bool headless = form is GdeltTable && IsHeadless(header);
        if (headless) header = [.. GdeltTable.Header];
        Dictionary<string, int> names = Names(header);
        var rows = new CsvRows(() => new StreamReader(open(), Encoding.UTF8), SeparatorOf(first), quotes: SeparatorOf(first) != Tab);
        bool skip = !headless;
        foreach (CsvRow row in rows.Read())
        {
            if (skip)
            {
                skip = false;
                continue;
            }
            yield return row.Values is null ? new TableLine(row.Line, null, row.Problem, row.Raw) : Line(form, names, header.Length, row);
        }
    }

    private static TableLine Line(TableForm form, Dictionary<string, int> names, int columns, CsvRow row)
    {
        if (row.Values!.Count != columns) return new TableLine(row.Line, null, $"{row.Values.Count} columns where the header has {columns}", row.Raw);
        try
        {
            return new TableLine(row.Line, form.Read(new Cells(names, row.Values)), null, row.Raw);
        }
        catch (RowException e)
        {
            return new TableLine(row.Line, null, e.Message, row.Raw);
        }
    }

    private TableForm? Form(string[] header, string? table)
    {
        IReadOnlyList<TableForm> forms = TableForms.All(types, countries);
        if (IsHeadless(header) && table is null or "gdelt") return forms.OfType<GdeltTable>().Single();
        return forms.FirstOrDefault(form => (table is null || form.Name == table) && !Missing(header, form).Any());
    }

    private IEnumerable<string> Missing(string[] header, string table) => Missing(header, TableForms.All(types, countries).Single(form => form.Name == table));

    private static IEnumerable<string> Missing(string[] header, TableForm form) => form.Columns.Where(column => !header.Contains(column, StringComparer.OrdinalIgnoreCase));

    private static bool IsHeadless(string[] header) => header.Length == GdeltTable.Header.Count && header[0].Length > 0 && header[0].All(char.IsAsciiDigit);

    private static Dictionary<string, int> Names(string[] header)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        // Of two columns of one name, the first is meant.
        for (int i = 0; i < header.Length; i++) names.TryAdd(header[i], i);
        return names;
    }

    private static string[] Split(string line) => [.. line.Split(SeparatorOf(line)).Select(name => name.Trim().Trim('"', '\uFEFF'))];

    private static char SeparatorOf(string line) => new[] { ',', Tab, ';' }.MaxBy(separator => line.Count(c => c == separator));

    private static string FirstLine(StreamReader reader)
    {
        const int LongestHeader = 100_000;
        var line = new StringBuilder();
        for (int c = reader.Read(); c >= 0 && c is not ('\n' or '\r') && line.Length < LongestHeader; c = reader.Read()) line.Append((char)c);
        return line.ToString();
    }
}

/// <summary>A file that is no table; the message says why, without naming the file.</summary>
public sealed class TableException(string problem) : Exception(problem);
