using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vigie.Desk.Viewing;
using Vigie.Events;
using Vigie.Store;

namespace Vigie.Desk.Api;

/// <summary>Every view as JSON (one page of it), as CSV and as GeoJSON (all of it, written as it is read).</summary>
internal static class Lists
{
    public const int DefaultLimit = 100, MostLimit = 1000;

    public static IResult Events(HttpContext context, Room room, Filter filter) => Shapes.Of(context) is Shape.Json
        ? Paged(context, Order.Worth, (order, limit, after) => room.Store.Events(filter, order, limit, after), Records.Write)
        : Given(context, room, "events", filter, rule: null);

    public static IResult Incidents(HttpContext context, Room room, Filter filter) => Shapes.Of(context) is Shape.Json
        ? Paged(context, Order.Newest, (order, limit, after) => room.Store.Incidents(filter, order, limit, after), Records.Write)
        : Given(context, room, "incidents", filter, ResolutionRule.Reviewer);

    public static IResult Articles(HttpContext context, Room room, Filter filter) => Shapes.Of(context) is Shape.Json
        ? Paged(context, Order.Newest, (_, limit, after) => room.Store.Articles(filter, limit, after), Records.Write)
        : Given(context, room, "events", filter, rule: null);

    public static IResult Event(HttpContext context, Room room, StoredEvent stored) => Shapes.Of(context) is Shape.Json
        ? Answers.Json(context, json => Records.Write(json, stored), tag: Answers.Tag(stored.Version))
        : Given(context, room, "event", Containing(room, [stored]));

    public static IResult Incident(HttpContext context, Room room, StoredIncident incident) => Shapes.Of(context) is Shape.Json
        ? Answers.Json(context, json => Records.Write(json, incident), tag: Answers.Tag(incident.Version))
        : Given(context, room, "incident", [incident]);

    public static IResult Article(HttpContext context, Room room, StoredArticle article) => Shapes.Of(context) is Shape.Json
        ? Answers.Json(context, json => Records.WriteWithText(json, article))
        : Given(context, room, "article", Containing(room, article.Events));

    /// <summary>The log has no table: what a decision changed is a record of its own.</summary>
    public static IResult Decisions(HttpContext context, IReadOnlyList<Decision> decisions, int limit) =>
        Answers.Json(context, json => WritePage(json, decisions, decisions.Count == limit ? decisions[^1].Number.ToString(CultureInfo.InvariantCulture) : null, Records.Write));

    private static Streamed Given(HttpContext context, Room room, string name, Filter filter, ResolutionRule? rule) =>
        Written(context, name, (format, output) => room.Exporter.Write(room.Store, format, room.Giving(filter, rule), output, context.RequestAborted));

    private static Streamed Given(HttpContext context, Room room, string name, IReadOnlyList<StoredIncident> incidents) =>
        Written(context, name, (format, output) => room.Exporter.Write(incidents, format, room.Giving(Filter.All, rule: null), output, context.RequestAborted));

    private static Streamed Written(HttpContext context, string name, Action<string, Stream> write) => Shapes.Of(context) is Shape.Csv
        ? new Streamed("text/csv; charset=utf-8", name + ".csv", output => write("csv", output))
        : new Streamed("application/geo+json", null, output => write("geojson", output));

    /// <summary>The incidents of some events, with these events alone.</summary>
    private static StoredIncident[] Containing(Room room, IReadOnlyList<StoredEvent> events) =>
    [
        .. events.Where(e => e.State is not (ReviewState.Rejected or ReviewState.Merged))
            .GroupBy(e => e.IncidentId, StringComparer.Ordinal)
            .Select(group => room.Store.FindIncident(group.Key) is { } incident ? incident with { Events = [.. group] } : null)
            .OfType<StoredIncident>(),
    ];

    private static IResult Paged<T>(HttpContext context, Order otherwise, Func<Order, int, string?, Batch<T>> read, Action<Utf8JsonWriter, T> write)
    {
        IQueryCollection query = context.Request.Query;
        int limit = DefaultLimit;
        if (query["limit"].ToString() is { Length: > 0 } given && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
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
