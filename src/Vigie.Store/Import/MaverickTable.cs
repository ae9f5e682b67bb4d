using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Store.Codebook;
using Vigie.Text;

namespace Vigie.Store.Import;

/// <summary>The MAVERICK table of electoral violence: one row a report, with the incident that it tells of.</summary>
internal sealed partial class MaverickTable(TypeNames types, Countries countries) : TableForm("maverick")
{
    private const int MostActors = 6;

    public override IReadOnlyList<string> Columns { get; } = ["id", "election", "date_start", "actor1", "event_context", "deaths_best", "source_author"];

    public override ArticleRecord Read(Cells cells)
    {
        string id = cells.Required("id");
        Count? killed = Told(cells, "deaths"), injured = Told(cells, "injuries");
        TypeName type = types.Find(TypeOf(cells["event_context"], (killed ?? injured) is not null))!;
        string cited = cells["source"];
        string? outlet = cells.Filled("source_author");
        var article = new Article(Prefixed(id), "", cited, Published: Published(cited), Source: outlet);
        var e = new Event(
            Prefixed(id),
            Focus.Main,
            type.EventType,
            type.SubEventType,
            Status.Asserted,
            Date(cells),
            PlaceOf(cells),
            [.. Enumerable.Range(1, MostActors).Select(number => ActorOf(cells, "actor" + number.ToString(CultureInfo.InvariantCulture))).OfType<Actor>()],
            killed,
            injured,
            null,
            null,
            [],
            outlet is null ? [] : [outlet],
            1,
            []);
        return Record(cells, id, article, e, ReviewState.Accepted, cells.Filled("event_id"));
    }

    private static TimeRange Date(Cells cells)
    {
        if (cells.Day("date_start") is not { } start) return TimeRange.Unknown;
        LocalDate end = cells.Day("date_end") ?? start;
        return end < start ? throw new RowException("\"date_end\" is before \"date_start\"") : new TimeRange(start, end, TimePrecision.Day);
    }

    private Place? PlaceOf(Cells cells)
    {
        Country? country = countries.ByName(cells["country"]);
        string? city = cells.Filled("city");
        if ((city ?? country?.Name) is not { } name) return null;
        PlacePrecision precision = city is null ? PlacePrecision.Country : cells.Number("geo_precision") switch
        {
            1 => PlacePrecision.Country,
            2 => PlacePrecision.Admin1,
            6 => PlacePrecision.Site,
            _ => PlacePrecision.Settlement,
        };
        return new Place(name, null, country?.Iso2, cells.Degrees("latitude", 90), cells.Degrees("longitude", 180), precision, null, null, null);
    }

    private static Actor? ActorOf(Cells cells, string column)
    {
        if (cells.Filled(column) is not { } name) return null;
        string kind = KindOf(cells[column + "_type"], cells[column + "_subtype"]);
        bool acts = cells.Number(column + "_initiator") == 1 || cells.Number(column + "_perpetrator") == 1;
        bool suffers = cells.Number(column + "_victim") == 1;
        string role = acts ? "initiator" : suffers ? kind == "civilians" ? "victim" : "target" : "supporter";
        return new Actor(name, null, null, role, kind);
    }

    private static string KindOf(string type, string subtype) => (type, subtype) switch
    {
        ("Security forces", _) => "state",
        ("Non-state armed actor", var sub) => sub.Contains("Rebel", StringComparison.Ordinal) ? "rebel" : "militia",
        ("Political actor", var sub) when sub.Contains("Protesters", StringComparison.Ordinal) => "protesters",
        ("Political actor", var sub) when sub.Contains("Youth", StringComparison.Ordinal) => "militia",
        ("Political actor" or "Citizens", _) => "civilians",
        _ => "unidentified",
    };

    private static string TypeOf(string context, bool harmed) => context switch
    {
        "Security force crack-down on protest" => harmed ? "Excessive force against protesters" : "Protest with intervention",
        "Protest" => "Peaceful protest",
        "Riot" => "Violent demonstration",
        "Clash" or "Military operation" => "Armed clash",
        "Arrest or raid" => "Arrests",
        _ => "Attack",
    };

    /// <summary>A zero in this table is silence far more often than a report of none.</summary>
    private static Count? Told(Cells cells, string stem) => cells.Range(stem + "_low", stem + "_best", stem + "_high") is { } count && count != Count.Exactly(0) ? count : null;

    private static LocalDate? Published(string cited) =>
        DayInBrackets().Match(cited) is { Success: true } match && LocalDatePattern.Iso.Parse(match.Groups[1].Value) is { Success: true } day ? day.Value : null;

    [GeneratedRegex(@"\((\d{4}-\d{2}-\d{2})\)", RegexOptions.NonBacktracking)]
    private static partial Regex DayInBrackets();
}
