using NodaTime;
using Vigie.Events;
using Vigie.Store.Codebook;

namespace Vigie.Store.Export;

/// <summary>
/// The columns of ACLED's table, with interaction codes as words and, at the end, as numbers. Ours at the end besides: the range of the figure.
/// Where sources are silent, <c>fatalities</c> is empty and not zero.
/// </summary>
internal static class AcledColumns
{
    private const string TablePrefix = "acled:";

    public static IReadOnlyList<Column> All(ExportWords words) =>
    [
        Column.Text("event_id_cnty", row => row.Id.StartsWith(TablePrefix, StringComparison.Ordinal) ? row.Id[TablePrefix.Length..] : row.Id),
        Column.Text("event_date", row => Middle(row.Date) is { } day ? ValueText.Of(day) : null),
        Column.Integer("year", row => Middle(row.Date)?.Year),
        Column.Integer("time_precision", row => row.Date.Precision switch { TimePrecision.Day => 1, TimePrecision.Week => 2, TimePrecision.None => null, _ => 3 }),
        Column.Text("disorder_type", row => words.Types.Find(row.SubEventType)?.Disorder),
        Column.Text("event_type", row => row.EventType),
        Column.Text("sub_event_type", row => row.SubEventType),
        Column.Text("actor1", row => First(row) is { } actor ? NameOf(actor) : null),
        Column.Text("assoc_actor_1", row => FlatColumns.Joined([.. FirstSide(row).Skip(1).Select(NameOf)])),
        Column.Text("inter1", row => InteractionCodes.Word(Code1(row))),
        Column.Text("actor2", row => Second(row) is { } actor ? NameOf(actor) : null),
        Column.Text("assoc_actor_2", row => FlatColumns.Joined([.. SecondSide(row).Skip(1).Select(NameOf)])),
        Column.Text("inter2", row => InteractionCodes.Word(Code2(row))),
        Column.Text("interaction", row => InteractionCodes.PairWords(Code1(row), Code2(row))),
        Column.Text("civilian_targeting", row => SecondSide(row).Any(actor => actor.Kind == "civilians") ? "Civilian targeting" : null),
        Column.Integer("iso", row => words.Countries.ByIso2(row.Place?.Country) is { Numeric: > 0 and var number } ? number : null),
        Column.Text("region", row => words.Countries.ByIso2(row.Place?.Country)?.Region),
        Column.Text("country", row => words.Countries.ByIso2(row.Place?.Country)?.Name),
        Column.Text("admin1", row => row.Place?.Admin1),
        Column.Empty("admin2"),
        Column.Empty("admin3"),
        Column.Text("location", row => row.Place?.Name),
        Column.Real("latitude", row => row.Place?.Latitude),
        Column.Real("longitude", row => row.Place?.Longitude),
        Column.Integer("geo_precision", row => row.Place?.Precision switch { null or PlacePrecision.None => null, PlacePrecision.Site or PlacePrecision.Settlement => 1, PlacePrecision.Admin2 => 2, _ => 3 }),
        Column.Text("source", row => FlatColumns.Joined([.. row.Articles.Select(head => head.Source).OfType<string>().Distinct(StringComparer.Ordinal)])),
        Column.Empty("source_scale"),
        Column.Text("notes", row => row.Notes.Length > 0 ? row.Notes : Sentence.Of(row)),
        Column.Integer("fatalities", row => Outlines.Figure(row.Killed)),
        Column.Text("tags", row => row.Status == Status.Asserted ? null : ValueText.Name(row.Status)),
        Column.Empty("timestamp"),
        Column.Integer("inter1_code", row => Code1(row)),
        Column.Integer("inter2_code", row => Code2(row)),
        Column.Integer("interaction_code", row => InteractionCodes.Pair(Code1(row), Code2(row))),
        Column.Integer("fatalities_low", row => row.Killed?.Low),
        Column.Integer("fatalities_high", row => row.Killed?.High),
    ];

    /// <summary>The day that the table gives for a run of days: the first of some days, the middle of a week or month. A year has no day of its own: the middle of its July.</summary>
    private static LocalDate? Middle(TimeRange date) => date switch
    {
        { Start: not { } } => null,
        { Precision: TimePrecision.Week, Start: { } start } => start.PlusDays(3),
        { Precision: TimePrecision.Month, Start: { } start } => start.PlusDays(14),
        { Precision: TimePrecision.Year, Start: { } start } => new LocalDate(start.Year, 7, 15),
        { Start: var start } => start,
    };

    private static string NameOf(Actor actor) => (actor.Name ?? actor.Text).Replace(";", ",", StringComparison.Ordinal);

    // One and two do not mean attacker and victim in this table; who begins comes first all the same.
    private static Actor[] FirstSide(ExportRow row)
    {
        Actor[] sided = [.. row.Actors.Where(actor => actor.Role == "initiator"), .. row.Actors.Where(actor => actor.Role == "supporter")];
        return sided.Length > 0 ? sided : [.. row.Actors];
    }

    private static Actor[] SecondSide(ExportRow row) =>
        row.Actors.Any(actor => actor.Role is "initiator" or "supporter") ? [.. row.Actors.Where(actor => actor.Role is "target" or "victim")] : [];

    private static Actor? First(ExportRow row) => FirstSide(row).FirstOrDefault();

    private static Actor? Second(ExportRow row) => SecondSide(row).FirstOrDefault();

    private static int Code1(ExportRow row) => InteractionCodes.Code(First(row)?.Kind);

    private static int Code2(ExportRow row) => InteractionCodes.Code(Second(row)?.Kind);
}
