using System.Globalization;
using nietras.SeparatedValues;

namespace Vigie.Store.Import;

/// <summary>A row of a file of separated values, or why it is none.</summary>
/// <param name="Line">Number of the line that it begins on, from 1.</param>
/// <param name="Values">Null where it cannot be read.</param>
/// <param name="Raw">Its beginning as it stands, for a reject file.</param>
internal sealed record CsvRow(long Line, IReadOnlyList<string>? Values, string Raw, string? Problem);

/// <summary>
/// Reads rows of separated values in bounded memory; the first is the header. A quotation mark that is never closed would swallow what comes
/// after it: such a row is given up, and reading goes on with the line after the one that it began on.
/// </summary>
/// <param name="open">Opens the text at its beginning, as often as it is asked.</param>
internal sealed class CsvRows(Func<TextReader> open, char separator, bool quotes)
{
    /// <summary>So much of a row that is refused is kept to be shown, in UTF-16 code units.</summary>
    private const int LongestShown = 20_000;

    /// <summary>So often reading begins anew behind a bad row: each time reads the file from its beginning.</summary>
    private const int MostRestarts = 200;

    private int columns;

    public IEnumerable<CsvRow> Read()
    {
        long skip = 0;
        for (int restarts = 0; ; restarts++)
        {
            long? again = null;
            using TextReader text = open();
            for (long line = 0; line < skip; line++) Skip(text);
            foreach (CsvRow row in From(text, skip))
            {
                yield return row;
                if (row.Values is not null) continue;
                again = row.Line;
                break;
            }
            if (again is null) yield break;
            skip = again.Value;
            if (restarts < MostRestarts) continue;
            yield return new CsvRow(skip + 1, null, "", $"more than {MostRestarts.ToString(CultureInfo.InvariantCulture)} rows have a quotation mark that is not closed: from here on nothing is read");
            yield break;
        }
    }

    private IEnumerable<CsvRow> From(TextReader text, long skipped)
    {
        using SepReader reader = Sep.New(separator).Reader(options => options with
        {
            HasHeader = false,
            Unescape = quotes,
            DisableQuotesParsing = !quotes,
            DisableColCountCheck = true,
        }).From(text);
        long next = skipped + 1;
        while (true)
        {
            CsvRow row;
            try
            {
                if (!reader.MoveNext()) yield break;
                row = Row(reader.Current, skipped);
                next = skipped + reader.Current.LineNumberToExcl;
            }
            catch (NotSupportedException)
            {
                row = new CsvRow(next, null, "", "longer than any row is; is a quotation mark not closed?");
            }
            if (row.Values is not { Count: 1 } || row.Values[0].Length > 0) yield return row;
            if (row.Values is null) yield break;
        }
    }

    private CsvRow Row(SepReader.Row row, long skipped)
    {
        long line = skipped + row.LineNumberFrom;
        ReadOnlySpan<char> raw = row.Span;
        if (columns == 0) columns = row.ColCount;
        string shown = raw[..Math.Min(raw.Length, LongestShown)].ToString();
        bool overLines = row.LineNumberToExcl - row.LineNumberFrom > 1;
        // Two stray marks in different rows join all between them into one, but the first of them does not begin a cell.
        if (quotes && (raw.Count('"') % 2 != 0 || (overLines && (row.ColCount != columns || !OpensCells(raw))))) return new CsvRow(line, null, FirstLine(shown), "a quotation mark in it is not closed, or not doubled");
        var values = new string[row.ColCount];
        for (int i = 0; i < values.Length; i++) values[i] = row[i].ToString();
        return new CsvRow(line, values, shown, null);
    }

    /// <summary>Whether every quoted part of a row begins where a cell begins.</summary>
    private bool OpensCells(ReadOnlySpan<char> raw)
    {
        bool inside = false;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '"') continue;
            // A doubled mark within quotes closes and opens again at once.
            if (!inside && i > 0 && raw[i - 1] != separator && raw[i - 1] != '"') return false;
            inside = !inside;
        }
        return true;
    }

    private static string FirstLine(string text) => text.IndexOfAny(['\n', '\r']) is >= 0 and var end ? text[..end] : text;

    private static void Skip(TextReader text)
    {
        for (int c = text.Read(); c >= 0 && c != '\n'; c = text.Read())
        {
            if (c != '\r') continue;
            if (text.Peek() == '\n') text.Read();
            return;
        }
    }
}
