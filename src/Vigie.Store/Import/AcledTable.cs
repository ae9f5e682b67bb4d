using Vigie.Events;
using Vigie.Store.Codebook;
using Vigie.Text;

namespace Vigie.Store.Import;

/// <summary>ACLED's table, with interaction codes as words or as numbers, and our own exports in its form.</summary>
internal sealed class AcledTable(TypeNames types, Countries countries) : TableForm("acled")
{
    /// <summary>The column of our own exports that tells silence from zero.</summary>
    private const string LowestFatalities = "fatalities_low";

    public override IReadOnlyList<string> Columns { get; } = ["event_id_cnty", "event_date", "sub_event_type", "actor1", "location", "fatalities"];

    public override ArticleRecord Read(Cells cells)
    {
        string id = cells.Required("event_id_cnty");
        string sub = cells.Required("sub_event_type");
        TypeName type = types.Find(sub) ?? throw new RowException($"\"sub_event_type\" is \"{sub}\", which is none of ACLED's");
        string source = string.Join("; ", cells.List("source"));
        string tags = cells["tags"];
        var article = new Article(Prefixed(id), "", cells["notes"], Source: source.Length > 0 ? source : null);
        var e = new Event(
            Prefixed(id),
            Focus.Main,
            type.EventType,
            type.SubEventType,
            tags.Contains("denied", StringComparison.OrdinalIgnoreCase) ? Status.Denied : tags.Contains("alleged", StringComparison.OrdinalIgnoreCase) ? Status.Alleged : Status.Asserted,
            Date(cells),
            PlaceOf(cells),
            Actors(cells),
            Killed(cells),
            null,
            null,
            null,
            [],
            cells.List("source"),
            1,
            []);
        return Record(cells, id, article, e, ReviewState.Accepted);
    }

    private static TimeRange Date(Cells cells)
    {
        if (cells.Day("event_date") is not { } day) return TimeRange.Unknown;
        return Around(day, cells.Number("time_precision") switch { 2 => TimePrecision.Week, 3 => TimePrecision.Month, _ => TimePrecision.Day });
    }

    private Place? PlaceOf(Cells cells)
    {
        if (cells.Filled("location") is not { } name) return null;
        Country? country = cells.Number("iso") is { } number ? countries.ByNumber(number) : null;
        country ??= countries.ByName(cells["country"]);
        PlacePrecision precision = cells.Number("geo_precision") switch { 2 => PlacePrecision.Admin2, 3 => PlacePrecision.Admin1, _ => PlacePrecision.Settlement };
        return new Place(name, cells.Filled("admin1"), country?.Iso2, cells.Degrees("latitude", 90), cells.Degrees("longitude", 180), precision, null, null, null);
    }

    /// <summary>The table's silence is a zero as well: only our own exports tell them apart.</summary>
    private static Count? Killed(Cells cells)
    {
        if (cells.Has(LowestFatalities)) return cells.Range(LowestFatalities, "fatalities", "fatalities_high");
        return cells.Number("fatalities") is > 0 and var killed ? Count.Exactly(killed) : null;
    }

    private static List<Actor> Actors(Cells cells)
    {
        var actors = new List<Actor>();
        string kind1 = Kind(cells, "inter1"), kind2 = Kind(cells, "inter2");
        string role2 = kind2 is "civilians" or "protesters" ? "victim" : "target";
        Add(cells.Filled("actor1"), "initiator", kind1);
        foreach (string associate in cells.List("assoc_actor_1")) Add(associate, "supporter", kind1);
        Add(cells.Filled("actor2"), role2, kind2);
        foreach (string associate in cells.List("assoc_actor_2")) Add(associate, role2, kind2);
        return actors;

        void Add(string? name, string role, string kind)
        {
            if (name is not null) actors.Add(new Actor(name, null, null, role, kind));
        }
    }

    private static string Kind(Cells cells, string column) => InteractionCodes.Kind(cells[column]) ?? "unidentified";
}
