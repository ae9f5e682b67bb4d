using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vigie.Desk.Viewing;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Records;

namespace Vigie.Desk.Api;

/// <summary>The API, version 1. Its description, <c>openapi.json</c>, is written by hand and held to this by a test.</summary>
internal static class ApiHandlers
{
    public const string Root = "/api/v1";

    private const int MostPlaces = 12, MostFacets = 1000;

    public static void Map(IEndpointRouteBuilder web)
    {
        RouteGroupBuilder api = web.MapGroup(Root);
        api.MapGet("/openapi.json", Description);
        api.MapGet("/events", (HttpContext context, Room room) => Lists.Events(Plain(context), room, FilterQuery.Read(context.Request.Query)));
        api.MapGet("/events/{id}", (HttpContext context, Room room, string id) => room.Store.FindEvent(id) is { } e ? Lists.Event(Plain(context), room, e) : Missing("event", id));
        api.MapPost("/events/{id}/decisions", DecideEvent);
        api.MapGet("/incidents", (HttpContext context, Room room) => Lists.Incidents(Plain(context), room, FilterQuery.Read(context.Request.Query)));
        api.MapGet("/incidents/{id}", (HttpContext context, Room room, string id) => room.Store.FindIncident(id) is { } incident ? Lists.Incident(Plain(context), room, incident) : Missing("incident", id));
        api.MapPost("/incidents/{id}/decisions", DecideIncident);
        api.MapGet("/articles", (HttpContext context, Room room) => Lists.Articles(Plain(context), room, FilterQuery.Read(context.Request.Query)));
        api.MapGet("/articles/{id}", (HttpContext context, Room room, string id) => room.Store.FindArticle(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)) is { } article ? Lists.Article(Plain(context), room, article) : Missing("article", id));
        api.MapPost("/articles", PostedText.Code);
        api.MapGet("/decisions", Decisions);
        api.MapPost("/decisions/{number:long}/undo", (HttpContext context, Room room, long number) => Decided(context, room, new UndoDecision(number), null));
        api.MapGet("/outlines", (HttpContext context, Room room) =>
        {
            Filter filter = FilterQuery.Read(context.Request.Query);
            return new Streamed("application/json", null, output => OutlineColumns.Write(output, room.Store.ReadOutlines(filter)));
        });
        api.MapGet("/facets/{facet}", Facets);
        api.MapGet("/places", Places);
    }

    /// <summary>The API answers in JSON whatever a browser's Accept header would like best, unless CSV or GeoJSON is asked for.</summary>
    private static HttpContext Plain(HttpContext context)
    {
        if (Shapes.Of(context) == Shape.Page) context.Items[typeof(Shape)] = Shape.Json;
        return context;
    }

    private static IResult Description()
    {
        Stream description = typeof(ApiHandlers).Assembly.GetManifestResourceStream("openapi.json")!;
        return Results.Stream(description, "application/json");
    }

    private static async Task<IResult> DecideEvent(HttpContext context, Room room, string id)
    {
        using JsonDocument body = await Body(context);
        JsonElement json = body.RootElement;
        if (room.Store.FindEvent(id) is not { } stored) return Missing("event", id);
        var seen = new VersionedId(id, Version(context, json));
        string decision = json.Required("decision");
        Proposal proposal = decision switch
        {
            "accept" => new AcceptEvent(seen),
            "reject" => new RejectEvent(seen),
            "reopen" => new ReopenEvent(seen),
            "take-proposed" => new TakeProposed(seen),
            "drop-proposed" => new DropProposed(seen),
            "edit" => new EditEvent(seen, EventJson.Read(json.Object("event") ?? throw new RecordException("\"event\" is missing"))),
            "split" => new SplitEvent(seen, [.. json.Elements("parts").Select(EventJson.Read)]),
            "merge" => new MergeEvents([seen, .. json.Elements("others").Select(Ref)], json.Object("event") is { } to ? EventJson.Read(to) : stored.Event),
            _ => throw new RecordException("\"decision\" is one of accept, reject, reopen, edit, split, merge, take-proposed, drop-proposed"),
        };
        return Decided(context, room, proposal, json.Word("reason"));
    }

    private static async Task<IResult> DecideIncident(HttpContext context, Room room, string id)
    {
        using JsonDocument body = await Body(context);
        JsonElement json = body.RootElement;
        if (room.Store.FindIncident(id) is null) return Missing("incident", id);
        string decision = json.Required("decision");
        Proposal proposal = decision switch
        {
            "merge" => new MergeIncidents([Seen(), .. json.Elements("others").Select(Ref)]),
            "split" => new SplitIncident(Seen(), json.Words("events")),
            "move" => new MoveEvent(json.Required("event"), Ref(json.Object("from") ?? throw new RecordException("\"from\" is missing")), Seen(), json.Named("tie", Tie.Tells)),
            "decline" => new DeclineSuggestion(id, json.Required("event")),
            "choose" => new ChooseClaims(Seen(), json.Required("field"), json.Words("claims")),
            _ => throw new RecordException("\"decision\" is one of merge, split, move, decline, choose"),
        };
        return Decided(context, room, proposal, json.Word("reason"));

        VersionedId Seen() => new(id, Version(context, json));
    }

    private static IResult Decided(HttpContext context, Room room, Proposal proposal, string? reason)
    {
        Decision decision = room.Store.Decide(proposal, Visit.Reviewer(context.Request), reason);
        return Answers.Json(context, json => Records.Write(json, decision), StatusCodes.Status201Created);
    }

    private static IResult Decisions(HttpContext context, Room room)
    {
        const int length = 100;
        long? before = long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
        return Lists.Decisions(Plain(context), room.Store.Decisions(context.Request.Query["subject"].ToString() is { Length: > 0 } subject ? subject : null, length, before), length);
    }

    private static IResult Facets(HttpContext context, Room room, string facet)
    {
        Facet by = RecordJson.Named<Facet>(facet.Replace("-", "", StringComparison.Ordinal), "facet");
        IReadOnlyList<FacetCount> counts = room.Store.Count(FilterQuery.Read(context.Request.Query), by, MostFacets);
        return Answers.Json(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (FacetCount count in counts)
            {
                json.WriteStartObject();
                json.WriteString("value", count.Value);
                json.WriteNumber("incidents", count.Incidents);
                json.WriteNumber("killed_low", count.KilledLow);
                json.WriteNumber("killed_high", count.KilledHigh);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static IResult Places(HttpContext context, Room room)
    {
        var words = room.Languages.Of(context.Request);
        IReadOnlyList<Place> places = room.Places.Find(context.Request.Query["q"].ToString(), words.Language, MostPlaces);
        return Answers.Json(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (Place place in places)
            {
                json.WriteStartObject();
                EventJson.WritePlace(json, place);
                json.WriteString("label", words.Place(place));
                json.WriteString("kind", words["place." + ValueText.Name(place.Precision)]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>The version that the sender saw: in the body, or as the tag of <c>If-Match</c>.</summary>
    private static long Version(HttpContext context, JsonElement json)
    {
        if (json.Integer("version") is { } version) return version;
        string tag = context.Request.Headers.IfMatch.ToString().Trim('"');
        return tag.StartsWith('v') && long.TryParse(tag.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long tagged)
            ? tagged
            : throw new RecordException("\"version\" is missing: say which version was seen, here or in If-Match");
    }

    private static VersionedId Ref(JsonElement json) => new(json.Required("id"), json.Integer("version") ?? throw new RecordException("\"version\" is missing"));

    /// <exception cref="RecordException">The body is no JSON object.</exception>
    internal static async Task<JsonDocument> Body(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) throw new BadHttpRequestException("the body is JSON, and says so in Content-Type: application/json", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object ? body : throw new RecordException("the body is no JSON object");
        }
        catch (JsonException e)
        {
            throw new RecordException("the body is no JSON: " + e.Message.TrimEnd('.'));
        }
    }

    private static IResult Missing(string kind, string id) => Results.Problem(detail: $"there is no {kind} {Texts.SafeText.Line(id, 80)}", statusCode: StatusCodes.Status404NotFound);
}
