using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vigie.Desk.Viewing;
using Vigie.Store;

namespace Vigie.Desk.Api;

/// <summary>Every view as JSON (one page of it), as CSV and as GeoJSON (all of it, written as it is read).</summary>
internal static class Lists
{
    public const int DefaultLimit = 100, MostLimit = 1000;

    public static IResult Events(HttpContext context, Room room, Filter filter) => Shapes.Of(context) switch
    {
        Shape.Csv => new Streamed("text/csv; charset=utf-8", "events.csv", output => CsvTable.Events(output, EventsOf(room, filter))),
        Shape.GeoJson => new Streamed("application/geo+json", null, output => Features.Write(output, EventsOf(room, filter).Select(e => (e.Event, e.IncidentId, (string?)e.ArticleId)))),
        _ => Paged(context, Order.Worth, (order, limit, after) => room.Store.Events(filter, order, limit, after), Records.Write),
    };

    public static IResult Incidents(HttpContext context, Room room, Filter filter) => Shapes.Of(context) switch
    {
        Shape.Csv => new Streamed("text/csv; charset=utf-8", "incidents.csv", output => CsvTable.Incidents(output, room.Store.ReadOutlines(filter))),
        Shape.GeoJson => new Streamed("application/geo+json", null, output => Features.Write(output, room.Store.ReadOutlines(filter))),
        _ => Paged(context, Order.Newest, (order, limit, after) => room.Store.Incidents(filter, order, limit, after), Records.Write),
    };

    public static IResult Articles(HttpContext context, Room room, Filter filter) => Shapes.Of(context) switch
    {
        Shape.Csv => new Streamed("text/csv; charset=utf-8", "events.csv", output => CsvTable.Events(output, EventsOf(room, filter))),
        Shape.GeoJson => Events(context, room, filter),
        _ => Paged(context, Order.Newest, (_, limit, after) => room.Store.Articles(filter, limit, after), Records.Write),
    };

    public static IResult Event(HttpContext context, StoredEvent stored) => Shapes.Of(context) switch
    {
        Shape.Csv => new Streamed("text/csv; charset=utf-8", "event.csv", output => CsvTable.Events(output, [stored])),
        Shape.GeoJson => new Streamed("application/geo+json", null, output => Features.Write(output, [(stored.Event, stored.IncidentId, stored.ArticleId)])),
        _ => Answers.Json(context, json => Records.Write(json, stored), tag: Answers.Tag(stored.Version)),
    };

    public static IResult Incident(HttpContext context, StoredIncident incident) => Shapes.Of(context) switch
    {
        Shape.Csv => new Streamed("text/csv; charset=utf-8", "incident.csv", output => CsvTable.Events(output, incident.Events)),
        Shape.GeoJson => new Streamed("application/geo+json", null, output => Features.Write(output, incident.Events.Select(e => (e.Event, e.IncidentId, (string?)e.ArticleId)))),
        _ => Answers.Json(context, json => Records.Write(json, incident), tag: Answers.Tag(incident.Version)),
    };

    public static IResult Article(HttpContext context, StoredArticle article) => Shapes.Of(context) switch
    {
        Shape.Csv => new Streamed("text/csv; charset=utf-8", "article.csv", output => CsvTable.Events(output, article.Events)),
        Shape.GeoJson => new Streamed("application/geo+json", null, output => Features.Write(output, article.Events.Select(e => (e.Event, e.IncidentId, (string?)e.ArticleId)))),
        _ => Answers.Json(context, json => Records.WriteWithText(json, article)),
    };

    public static IResult Decisions(HttpContext context, IReadOnlyList<Decision> decisions, int limit) => Shapes.Of(context) switch
    {
        Shape.Csv => new Streamed("text/csv; charset=utf-8", "decisions.csv", output => CsvTable.Decisions(output, decisions)),
        _ => Answers.Json(context, json => WritePage(json, decisions, decisions.Count == limit ? decisions[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, Records.Write)),
    };

    private static IEnumerable<StoredEvent> EventsOf(Room room, Filter filter) => room.Store.ReadArticles(filter).SelectMany(article => article.Events);

    private static IResult Paged<T>(HttpContext context, Order otherwise, Func<Order, int, string?, Batch<T>> read, Action<Utf8JsonWriter, T> write)
    {
        IQueryCollection query = context.Request.Query;
        int limit = DefaultLimit;
        if (query["limit"].ToString() is { Length: > 0 } given && (!int.TryParse(given, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
            throw new QueryException("limit", $"is no number from 1 to {MostLimit}");
        Batch<T> batch = read(FilterQuery.ReadOrder(query, otherwise), limit, query["after"].ToString() is { Length: > 0 } after ? after : null);
        return Answers.Json(context, json => WritePage(json, batch.Items, batch.Next, write));
    }

    private static void WritePage<T>(Utf8JsonWriter json, IEnumerable<T> items, string? next, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (T item in items) write(json, item);
        json.WriteEndArray();
        json.WriteString("next", next);
        json.WriteEndObject();
    }
}
