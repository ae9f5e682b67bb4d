using NodaTime;
using Vigie.Events;

namespace Vigie.Store.Export;

/// <summary>Takes out of a row what an export must not give away.</summary>
internal sealed class Redactor(Redaction redaction)
{
    /// <summary>A division's point is given on a grid of this many degrees.</summary>
    private const double GridDegrees = 0.5;

    /// <summary>Distance from a point of the grid to the farthest place that it stands for, at the equator.</summary>
    private const double GridRadiusKm = 40;

    public ExportRow Of(ExportRow row) => row with
    {
        Date = Of(row.Date),
        Place = Of(row.Place),
        Actors = redaction.KeepNames ? row.Actors : [.. row.Actors.Select(Of)],
        AttributedTo = redaction.KeepNames ? row.AttributedTo : Sources(row.AttributedTo),
        Articles = redaction.KeepNames ? row.Articles : [.. row.Articles.Select(head => head with { Title = "", Notes = null })],
        Notes = redaction.KeepNames && redaction is { Place: PlaceGrain.Exact, Time: TimeGrain.Exact } ? row.Notes : "",
    };

    public StoredArticle Of(StoredArticle article) => article with
    {
        Article = redaction.KeepNames ? article.Article : article.Article with { Title = "", Text = "" },
        Row = redaction.KeepNames ? article.Row : null,
        Events = [.. article.Events.Select(e => e with { Event = Of(e.Event), Proposed = null })],
    };

    /// <summary>Whether a row of the whole record still holds all that another store needs.</summary>
    public bool KeepsAll => redaction is { KeepNames: true, Place: PlaceGrain.Exact, Time: TimeGrain.Exact };

    private Event Of(Event e) => e with
    {
        Date = Of(e.Date),
        Place = Of(e.Place),
        Actors = redaction.KeepNames ? e.Actors : [.. e.Actors.Select(Of)],
        Sources = redaction.KeepNames ? e.Sources : Sources(e.Sources),
        // Where evidence stands is no secret; what stands there may name people, places and days.
        Evidence = KeepsAll ? e.Evidence : [.. e.Evidence.Select(proof => proof with { Text = "" })],
    };

    private TimeRange Of(TimeRange date)
    {
        if (date.Start is not { } start || date.End is not { } end) return date;
        return redaction.Time switch
        {
            TimeGrain.Week when date.Precision > TimePrecision.Week =>
                new TimeRange(start.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)), end.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)), TimePrecision.Week),
            TimeGrain.Month when date.Precision > TimePrecision.Month => new TimeRange(start.With(DateAdjusters.StartOfMonth), end.With(DateAdjusters.EndOfMonth), TimePrecision.Month),
            TimeGrain.Year when date.Precision > TimePrecision.Year => new TimeRange(new LocalDate(start.Year, 1, 1), new LocalDate(end.Year, 12, 31), TimePrecision.Year),
            _ => date,
        };
    }

    private Place? Of(Place? place)
    {
        if (place is null) return null;
        return redaction.Place switch
        {
            PlaceGrain.Admin1 when place.Precision > PlacePrecision.Admin1 => place with
            {
                Name = place.Admin1 ?? place.Country ?? "",
                Latitude = Grid(place.Latitude, 90),
                Longitude = Grid(place.Longitude, 180),
                Precision = PlacePrecision.Admin1,
                RadiusKm = place.Latitude is null ? null : GridRadiusKm,
                GazetteerId = null,
                Reason = null,
            },
            PlaceGrain.Country when place.Precision > PlacePrecision.Country => new Place(place.Country ?? "", null, place.Country, null, null, PlacePrecision.Country, null, null, null),
            _ => place,
        };
    }

    private static double? Grid(double? degrees, double most) => degrees is { } known ? Math.Clamp(Math.Round(known / GridDegrees) * GridDegrees, -most, most) : null;

    /// <summary>A party that the register does not know and whose words may be a name becomes its kind.</summary>
    private Actor Of(Actor actor) => actor.Id is not null || MayStay(actor.Text) ? actor : actor with { Text = actor.Kind, Name = null };

    private IReadOnlyList<string> Sources(IReadOnlyList<string> sources) => [.. sources.Select(source => MayStay(source) ? source : "a named source").Distinct(StringComparer.Ordinal)];

    private bool MayStay(string words) => !redaction.Names.MayBePrivate(words);
}
