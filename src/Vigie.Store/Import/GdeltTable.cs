using Vigie.Events;
using Vigie.Store.Codebook;
using Vigie.Text;

namespace Vigie.Store.Import;

/// <summary>
/// GDELT's table of events (2.0, 61 columns parted by tabs, without a header). Its rows are leads to articles and no facts: they come in as drafts of
/// little confidence, and rows of no conflict are passed over.
/// </summary>
internal sealed class GdeltTable(TypeNames types, Countries countries) : TableForm("gdelt")
{
    /// <summary>Of a row: about a fifth of those checked by hand were right.</summary>
    private const double Confidence = 0.2;

    // Above the header, which is made of them.
    private static readonly string[] OfActor = ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"];
    private static readonly string[] OfPlace = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

    /// <summary>The columns of a file, which has no header of its own.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        .. ActorColumns("Actor1"), .. ActorColumns("Actor2"),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        .. PlaceColumns("Actor1Geo"), .. PlaceColumns("Actor2Geo"), .. PlaceColumns("ActionGeo"),
        "DATEADDED", "SOURCEURL",
    ];

    public override IReadOnlyList<string> Columns { get; } = ["GLOBALEVENTID", "SQLDATE", "EventCode", "ActionGeo_FullName", "SOURCEURL"];

    public override ArticleRecord? Read(Cells cells)
    {
        string id = cells.Required("GLOBALEVENTID");
        if (types.FindCameo(cells["EventCode"]) is not { } type) return null;
        string? url = cells.Filled("SOURCEURL");
        string? outlet = Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0 ? address.Host : null;
        var article = new Article(Prefixed(id), "", "", Source: outlet, Url: url);
        var e = new Event(
            Prefixed(id),
            Focus.Main,
            type.EventType,
            type.SubEventType,
            Status.Alleged,
            cells.Day("SQLDATE") is { } day ? TimeRange.OfDay(day) : TimeRange.Unknown,
            PlaceOf(cells),
            [.. Actors(cells)],
            null,
            null,
            null,
            null,
            [],
            [],
            Confidence,
            []);
        return Record(cells, id, article, e, ReviewState.Draft);
    }

    private Place? PlaceOf(Cells cells)
    {
        if (cells.Filled("ActionGeo_FullName") is not { } full) return null;
        string[] parts = full.Split(',', StringSplitOptions.TrimEntries);
        Country? country = countries.ByName(parts[^1]);
        PlacePrecision precision = cells.Number("ActionGeo_Type") switch { 3 or 4 => PlacePrecision.Settlement, 2 or 5 => PlacePrecision.Admin1, _ => PlacePrecision.Country };
        string? admin1 = parts.Length > 2 ? parts[1] : null;
        return new Place(parts[0], admin1, country?.Iso2, cells.Degrees("ActionGeo_Lat", 90), cells.Degrees("ActionGeo_Long", 180), precision, null, null, null);
    }

    private static IEnumerable<Actor> Actors(Cells cells)
    {
        if (cells.Filled("Actor1Name") is { } one) yield return new Actor(one, null, null, "initiator", KindOf(cells["Actor1Type1Code"]));
        if (cells.Filled("Actor2Name") is { } other) yield return KindOf(cells["Actor2Type1Code"]) is var kind && kind == "civilians"
            ? new Actor(other, null, null, "victim", kind)
            : new Actor(other, null, null, "target", kind);
    }

    private static string KindOf(string code) => code switch
    {
        "GOV" or "MIL" or "COP" or "JUD" or "SPY" or "LEG" => "state",
        "REB" or "INS" or "SEP" => "rebel",
        "UAF" => "militia",
        "CVL" or "EDU" or "MED" or "HLH" or "REF" or "LAB" => "civilians",
        "OPP" => "protesters",
        "IGO" or "NGO" or "IMG" => "external",
        _ => "unidentified",
    };

    private static string[] ActorColumns(string actor) =>
        [.. OfActor.Select(column => actor + column)];

    private static string[] PlaceColumns(string place) =>
        [.. OfPlace.Select(column => place + "_" + column)];
}
