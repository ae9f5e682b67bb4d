using NodaTime;
using Vigie.Events;
using Vigie.Store.Codebook;
using Vigie.Text;

namespace Vigie.Store.Import;

/// <summary>UCDP's table of georeferenced events (GED), and our own exports in its form.</summary>
internal sealed class UcdpTable(TypeNames types, Countries countries) : TableForm("ucdp-ged")
{
    private const string Attack = "Attack", ArmedClash = "Armed clash";

    public override IReadOnlyList<string> Columns { get; } = ["id", "type_of_violence", "where_prec", "date_prec", "side_a", "side_b", "best", "low", "high"];

    public override ArticleRecord Read(Cells cells)
    {
        string id = cells.Required("id");
        int violence = cells.Number("type_of_violence") is >= 1 and <= 3 and var kind ? kind : throw new RowException("\"type_of_violence\" is none of 1, 2, 3");
        TypeName type = types.Find(violence == 3 ? Attack : ArmedClash)!;
        string? office = cells.Filled("source_office");
        var article = new Article(Prefixed(id), cells["source_headline"], cells["source_article"], Source: office, Published: Published(cells));
        var e = new Event(
            Prefixed(id),
            Focus.Main,
            type.EventType,
            type.SubEventType,
            Status.Asserted,
            Date(cells),
            PlaceOf(cells),
            Actors(cells, violence),
            cells.Range("low", "best", "high"),
            null,
            null,
            null,
            [],
            cells.Filled("source_original") is { } original ? [original] : [],
            1,
            []);
        return Record(cells, id, article, e, ReviewState.Accepted);
    }

    /// <summary>Some rows have several days here; then nobody's is the article's.</summary>
    private static LocalDate? Published(Cells cells) => cells["source_date"].Length is > 0 and <= 10 ? cells.Day("source_date") : null;

    private static TimeRange Date(Cells cells)
    {
        if (cells.Day("date_start") is not { } start) return TimeRange.Unknown;
        LocalDate end = cells.Day("date_end") ?? start;
        if (end < start) throw new RowException("\"date_end\" is before \"date_start\"");
        return new TimeRange(start, end, cells.Number("date_prec") switch { 3 => TimePrecision.Week, 4 => TimePrecision.Month, 5 => TimePrecision.Year, _ => TimePrecision.Day });
    }

    private Place? PlaceOf(Cells cells)
    {
        Country? country = countries.ByName(cells["country"]);
        if ((cells.Filled("where_coordinates") ?? cells.Filled("adm_1") ?? country?.Name) is not { } name) return null;
        (PlacePrecision precision, double? radius) = cells.Number("where_prec") switch
        {
            1 => (PlacePrecision.Settlement, (double?)null),
            2 => (PlacePrecision.Settlement, WherePrecision.NearKm),
            3 or 5 => (PlacePrecision.Admin2, null),
            4 => (PlacePrecision.Admin1, null),
            _ => (PlacePrecision.Country, null),
        };
        return new Place(name, cells.Filled("adm_1"), country?.Iso2, cells.Degrees("latitude", 90), cells.Degrees("longitude", 180), precision, radius, null, null);
    }

    private static List<Actor> Actors(Cells cells, int violence)
    {
        var actors = new List<Actor>();
        if (cells.Filled("side_a") is { } a) actors.Add(new Actor(a, null, null, "initiator", KindOf(a, violence)));
        if (cells.Filled("side_b") is { } b) actors.Add(new Actor(b, null, null, violence == 3 ? "victim" : "target", violence == 3 ? "civilians" : KindOf(b, violence)));
        return actors;
    }

    private static string KindOf(string side, int violence) =>
        side.StartsWith("Government of", StringComparison.OrdinalIgnoreCase) ? "state" : violence == 2 ? "communal" : "rebel";
}
