using System.IO.Compression;
using Vigie.Text;

namespace Vigie.Events.Places.Compile;

/// <summary>Reads tab-separated sources line by line.</summary>
internal static class SourceTable
{
    /// <summary>Rows as arrays of cells; lines that begin with # are left out.</summary>
    /// <exception cref="KnowledgeException">The file is missing, or a row has fewer than <paramref name="cells"/> cells.</exception>
    public static IEnumerable<string[]> Rows(string path, int cells, bool header)
    {
        if (!File.Exists(path)) throw new KnowledgeException(path, null, "is missing: expected a source of the gazetteer");
        using Stream file = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        int line = 0;
        while (reader.ReadLine() is { } row)
        {
            line++;
            if (row.Length == 0 || row[0] == '#') continue;
            if (header) { header = false; continue; }
            string[] all = row.Split('\t');
            if (all.Length < cells) throw new KnowledgeException(path, line, $"expected {cells} cells with tabs between, found {all.Length}");
            yield return all;
        }
    }

    /// <summary>Rows of comma-separated values, quotation marks read, without the header.</summary>
    /// <exception cref="KnowledgeException">The file is missing, or a row has fewer than <paramref name="cells"/> cells.</exception>
    public static IEnumerable<string[]> QuotedRows(string path, int cells)
    {
        foreach (string[] line in Rows(path, 1, header: true))
        {
            string row = line[0];
            var all = new List<string>();
            int start = 0;
            bool quoted = false;
            for (int i = 0; i <= row.Length; i++)
            {
                if (i < row.Length && row[i] == '"') quoted = !quoted;
                if (i < row.Length && (row[i] != ',' || quoted)) continue;
                all.Add(row[start..i].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
                start = i + 1;
            }
            if (all.Count < cells) throw new KnowledgeException(path, null, $"expected {cells} cells with commas between, found \"{row}\"");
            yield return [.. all];
        }
    }

    public static string[] Names(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static float Degrees(string cell) => float.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    public static uint Number(string cell) => uint.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out uint n) ? n : 0;

    public static long Long(string cell) =>
        double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out double n) && n is > 0 and < 2e9 ? (long)n : 0;
}
