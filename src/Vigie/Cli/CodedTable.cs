using System.Globalization;
using System.Text.RegularExpressions;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Incidents;

namespace Vigie.Cli;

/// <summary>A row of a coded table.</summary>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="Account">Null where the row cannot be read.</param>
/// <param name="Incident">The gold incident, or null where the table has none.</param>
/// <param name="Election">What the table's rows are grouped by above incidents, or empty.</param>
/// <param name="Problem">Why the row cannot be read, or null.</param>
internal sealed record TableRow(int Line, Account? Account, string? Incident, string Election, string? Problem);

/// <summary>
/// Reads the rows of a table of coded reports in MAVERICK's form (its columns by name, in any order): one row is what one document
/// reports of one event. A figure of 0 stands for silence there, and is read as such.
/// </summary>
internal static partial class CodedTable
{
    /// <summary>Without these nothing can be grouped.</summary>
    private static readonly string[] Needed = ["date_start", "latitude", "longitude"];

    private const int MostActors = 6;

    /// <exception cref="InputException">The file is no table, or lacks a column that is needed.</exception>
    public static IReadOnlyList<TableRow> Read(Stream stream)
    {
        try
        {
            using SepReader reader = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).From(stream);
            string[] missing = [.. Needed.Where(column => !reader.Header.TryIndexOf(column, out _))];
            if (missing.Length > 0)
                throw new InputException($"its first line names no column {string.Join(", ", missing)}; give a table of coded reports with MAVERICK's column names, parted by commas");
            var rows = new List<TableRow>();
            var cells = new Cells(reader.Header);
            foreach (SepReader.Row row in reader)
            {
                cells.Take(row);
                rows.Add(ReadRow(cells, row.LineNumberFrom, rows.Count));
            }
            return WithSiblings(rows);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidDataException or System.Text.DecoderFallbackException)
        {
            throw new InputException($"it is no table parted by commas ({Plain.Shortened(e.Message, 120)}); check its quotation marks and its first line");
        }
    }

    private static TableRow ReadRow(Cells cells, int line, int number)
    {
        string id = (number + 1).ToString(CultureInfo.InvariantCulture);
        string? incident = cells["event_id"] is { Length: > 0 } gold ? gold : null;
        string source = cells["source"];
        try
        {
            LocalDate start = Day(cells["date_start"], "date_start"), end = cells["date_end"] is { Length: > 0 } last ? Day(last, "date_end") : start;
            if (end < start) (start, end) = (end, start);
            var account = new Account(id, source.Length > 0 ? source : "row " + id)
            {
                Published = Published(source),
                Date = new TimeRange(start, end, TimePrecision.Day),
                Place = PlaceOf(cells),
                Location = Words(cells["location"]),
                Parties = [.. Actors(cells).Where(actor => IsNamed(cells, actor)).Select(actor => cells[actor + "_id"] is { Length: > 0 } party ? party : cells[actor])],
                Kinds = [.. Actors(cells).Select(actor => cells[actor + "_type"]).Where(kind => kind.Length > 0)],
                Manner = [.. Actors(cells).SelectMany(actor => cells[actor + "_violence"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(IsTold)],
                Type = Told(cells["event_context"]),
                Target = Told(cells["target"]),
                Killed = Figure(cells, "deaths"),
                Injured = Figure(cells, "injuries"),
            };
            return new TableRow(line, account, incident, cells["election"], null);
        }
        catch (InputException e)
        {
            return new TableRow(line, null, incident, cells["election"], e.Message);
        }
    }

    private static List<TableRow> WithSiblings(List<TableRow> rows)
    {
        Dictionary<string, int> counts = rows.Select(row => row.Account?.ArticleId).OfType<string>().GroupBy(article => article).ToDictionary(article => article.Key, article => article.Count());
        return [.. rows.Select(row => row.Account is { } account ? row with { Account = account with { Siblings = counts[account.ArticleId] } } : row)];
    }

    private static Place? PlaceOf(Cells cells)
    {
        string name = cells["city"] is { Length: > 0 } city ? city : cells["location"], country = cells["country"];
        if (name.Length == 0 && country.Length == 0) return null;
        double? latitude = Degrees(cells["latitude"], "latitude", 90), longitude = Degrees(cells["longitude"], "longitude", 180);
        bool known = latitude is not null && longitude is not null;
        PlacePrecision precision = !known ? PlacePrecision.Country : cells["geo_precision"].Split('.')[0] switch
        {
            "1" => PlacePrecision.Country,
            "2" => PlacePrecision.Admin1,
            "4" or "5" or "6" => PlacePrecision.Site,
            _ => PlacePrecision.Settlement,
        };
        return new Place(name, null, country.Length > 0 ? country : null, known ? latitude : null, known ? longitude : null, precision, null, null, null);
    }

    private static IEnumerable<string> Actors(Cells cells) =>
        Enumerable.Range(1, MostActors).Select(i => "actor" + i.ToString(CultureInfo.InvariantCulture)).Where(actor => cells[actor].Length > 0);

    private static bool IsNamed(Cells cells, string actor) =>
        !cells[actor].StartsWith("Unknown", StringComparison.Ordinal) && cells[actor + "_precision"] is not ("0" or "0.0");

    private static bool IsTold(string word) => word is not ("Unknown" or "Other");

    private static string? Told(string word) => word.Length > 0 && word != "Unknown" ? word : null;

    private static string[] Words(string location) =>
        [.. Word().Matches(location.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD)).Select(match => match.Value)];

    /// <summary>The day that stands in brackets after the outlet's name.</summary>
    private static LocalDate? Published(string source) =>
        BracketedDay().Match(source) is { Success: true } match && LocalDatePattern.Iso.Parse(match.Groups[1].Value) is { Success: true } day ? day.Value : null;

    private static LocalDate Day(string text, string column)
    {
        ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(text);
        return day.Success ? day.Value : throw new InputException($"{column} is \"{Plain.Shortened(text, 40)}\", which is no day; write it as 2025-08-20");
    }

    private static double? Degrees(string text, string column, double most)
    {
        if (text.Length == 0) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= most
            ? degrees : throw new InputException($"{column} is \"{Plain.Shortened(text, 40)}\", which is no number of degrees");
    }

    private static Count? Figure(Cells cells, string what)
    {
        int? best = Number(cells[what + "_best"], what), low = Number(cells[what + "_low"], what), high = Number(cells[what + "_high"], what);
        return (best ?? low ?? high ?? 0) == 0 && (high ?? 0) == 0 ? null : new Count(low ?? best, high ?? best, best);
    }

    private static int? Number(string text, string what)
    {
        if (text.Length == 0) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 1e9
            ? (int)number : throw new InputException($"a figure of {what} is \"{Plain.Shortened(text, 40)}\", which is no number of people");
    }

    [GeneratedRegex(@"\((\d{4}-\d\d-\d\d)\)", RegexOptions.NonBacktracking)]
    private static partial Regex BracketedDay();

    [GeneratedRegex(@"[\p{L}\p{Nd}]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    /// <summary>The cells of the row at hand by the names of their columns; empty where the table has no such column or the row is short.</summary>
    private sealed class Cells(SepReaderHeader header)
    {
        private readonly Dictionary<string, int> columns = header.ColNames.Select((name, i) => (name, i)).DistinctBy(column => column.name).ToDictionary(column => column.name, column => column.i, StringComparer.Ordinal);
        private string[] cells = [];

        public string this[string column] => columns.TryGetValue(column, out int at) && at < cells.Length ? cells[at].Trim() : "";

        public void Take(SepReader.Row row)
        {
            cells = new string[row.ColCount];
            for (int i = 0; i < cells.Length; i++) cells[i] = row[i].ToString();
        }
    }
}
