using Vigie.Events;

namespace Vigie.Store.Export;

/// <summary>Writes UCDP's table of georeferenced events: organised violence with at least one killed; other rows have no place in it.</summary>
internal sealed class UcdpWriter : ExportWriter
{
    private const string TablePrefix = "ucdp-ged:";

    private readonly ExportWords words;
    private readonly CsvWriter rows;

    public UcdpWriter(Stream output, ExportWords words)
    {
        this.words = words;
        rows = new CsvWriter(output, Columns());
    }

    public override bool Write(ExportRow row) =>
        words.Types.Find(row.SubEventType) is { IsOrganisedViolence: true } && Outlines.Figure(row.Killed) > 0 && row.Status != Status.Denied && rows.Write(row);

    public override void Finish() => rows.Finish();

    public override void Dispose() => rows.Dispose();

    private IReadOnlyList<Column> Columns() =>
    [
        Column.Text("id", row => row.Id.StartsWith(TablePrefix, StringComparison.Ordinal) ? row.Id[TablePrefix.Length..] : row.Id),
        Column.Text("relid", row => row.IncidentId),
        Column.Integer("year", row => row.Date.Start?.Year),
        Column.Empty("active_year"),
        Column.Text("code_status", row => row.State == ReviewState.Accepted ? "Clear" : "Check"),
        Column.Integer("type_of_violence", Violence),
        Column.Empty("conflict_dset_id"),
        Column.Empty("conflict_new_id"),
        Column.Text("conflict_name", row => row.Place?.Country is { } code ? words.Countries.ByIso2(code)?.Name : null),
        Column.Empty("dyad_dset_id"),
        Column.Empty("dyad_new_id"),
        Column.Text("dyad_name", row => SideA(row) is { } a && SideB(row) is { } b ? $"{a} - {b}" : null),
        Column.Empty("side_a_dset_id"),
        Column.Empty("side_a_new_id"),
        Column.Text("side_a", SideA),
        Column.Empty("side_b_dset_id"),
        Column.Empty("side_b_new_id"),
        Column.Text("side_b", SideB),
        Column.Integer("number_of_sources", row => row.Sources),
        Column.Text("source_article", row => row.Notes.Length > 0 ? row.Notes : FlatColumns.Joined([.. row.Articles.Select(head => head.Url).OfType<string>()])),
        Column.Text("source_office", row => FlatColumns.Joined([.. row.Articles.Select(head => head.Source).OfType<string>().Distinct(StringComparer.Ordinal)])),
        Column.Text("source_date", row => row.Articles.Select(head => head.Published).FirstOrDefault(day => day is not null) is { } day ? ValueText.Of(day) : null),
        Column.Text("source_headline", row => row.Articles.Count > 0 && row.Articles[0].Title.Length > 0 ? row.Articles[0].Title : null),
        Column.Text("source_original", row => FlatColumns.Joined(row.AttributedTo)),
        Column.Integer("where_prec", PrecisionOf),
        Column.Text("where_coordinates", row => row.Place?.Name),
        Column.Text("where_description", row => row.Place?.RadiusKm is > 0 and var radius ? FormattableString.Invariant($"within {radius:0.#} km") : null),
        Column.Text("adm_1", row => row.Place?.Admin1),
        Column.Empty("adm_2"),
        Column.Real("latitude", row => row.Place?.Latitude),
        Column.Real("longitude", row => row.Place?.Longitude),
        Column.Text("geom_wkt", row => row.Place is { Latitude: { } latitude, Longitude: { } longitude } ? FormattableString.Invariant($"POINT ({longitude:0.#####} {latitude:0.#####})") : null),
        Column.Integer("priogrid_gid", Cell),
        Column.Text("country", row => row.Place?.Country is { } code ? words.Countries.ByIso2(code)?.Name : null),
        Column.Empty("country_id"),
        Column.Text("region", row => words.Countries.ByIso2(row.Place?.Country)?.Region),
        Column.Integer("event_clarity", row => row.Disagreements.Count == 0 ? 1 : 2),
        Column.Integer("date_prec", DatePrecision),
        Column.Text("date_start", row => row.Date.Start is { } day ? ValueText.Of(day) : null),
        Column.Text("date_end", row => row.Date.End is { } day ? ValueText.Of(day) : null),
        // Whose dead they were is not among our claims: they are civilians where only civilians were attacked, else unknown.
        Column.Integer("deaths_a", _ => 0),
        Column.Integer("deaths_b", _ => 0),
        Column.Integer("deaths_civilians", row => Violence(row) == 3 ? Outlines.Figure(row.Killed) : 0),
        Column.Integer("deaths_unknown", row => Violence(row) == 3 ? 0 : Outlines.Figure(row.Killed)),
        Column.Integer("best", row => Outlines.Figure(row.Killed)),
        Column.Integer("high", row => Math.Max(Outlines.Most(row.Killed) ?? 0, Outlines.Figure(row.Killed) ?? 0)),
        Column.Integer("low", row => Math.Min(Outlines.Least(row.Killed) ?? 0, Outlines.Figure(row.Killed) ?? 0)),
        Column.Empty("gwnoa"),
        Column.Empty("gwnob"),
    ];

    /// <summary>1 state-based, 2 non-state, 3 one-sided.</summary>
    private static int? Violence(ExportRow row)
    {
        Actor[] others = [.. row.Actors.Where(actor => actor.Role is "target" or "victim")];
        if (row.EventType != "Battles" && others.Length > 0 && others.All(actor => actor.Kind is "civilians" or "protesters")) return 3;
        if (row.SubEventType == "Attack") return 3;
        return row.Actors.Any(actor => actor.Kind is "state" or "external") ? 1 : row.Actors.Any(actor => actor.Kind is "rebel") ? 1 : 2;
    }

    private static string? SideA(ExportRow row) => NameOf(Beginner(row));

    private static string? SideB(ExportRow row)
    {
        if (Violence(row) == 3) return "Civilians";
        Actor? first = Beginner(row);
        return NameOf(row.Actors.FirstOrDefault(actor => actor.Role is "target" or "victim" && actor != first) ?? row.Actors.FirstOrDefault(actor => actor != first));
    }

    private static Actor? Beginner(ExportRow row) => row.Actors.FirstOrDefault(actor => actor.Role == "initiator") ?? (row.Actors.Count > 0 ? row.Actors[0] : null);

    private static string? NameOf(Actor? actor) => actor is null ? null : actor.Name ?? actor.Text;

    private static int? PrecisionOf(ExportRow row) => row.Place switch
    {
        null => 6,
        { Precision: PlacePrecision.Settlement, RadiusKm: >= Codebook.WherePrecision.NearKm / 2 } => 2,
        { Precision: PlacePrecision.Site or PlacePrecision.Settlement } => 1,
        { Precision: PlacePrecision.Admin2 } => 3,
        { Precision: PlacePrecision.Admin1 } => 4,
        _ => 6,
    };

    private static int? DatePrecision(ExportRow row) => row.Date switch
    {
        { Precision: TimePrecision.None } => null,
        { Precision: TimePrecision.Week } => 3,
        { Precision: TimePrecision.Month } => 4,
        { Precision: TimePrecision.Year } => 5,
        { Start: var start, End: var end } => start == end ? 1 : 2,
    };

    /// <summary>Number of PRIO-GRID's cell of half a degree, counted from 1 in the south-west.</summary>
    private static int? Cell(ExportRow row)
    {
        const int Across = 720, Down = 360;
        if (row.Place is not { Latitude: { } latitude, Longitude: { } longitude }) return null;
        int south = Math.Clamp((int)Math.Floor((latitude + 90) * 2), 0, Down - 1), west = Math.Clamp((int)Math.Floor((longitude + 180) * 2), 0, Across - 1);
        return south * Across + west + 1;
    }
}
