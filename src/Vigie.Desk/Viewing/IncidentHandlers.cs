using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vigie.Desk.Api;
using Vigie.Desk.Pages;
using Vigie.Desk.Reviewing;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>The list of incidents, the page of one, and the map of all that a filter selects.</summary>
internal static class IncidentHandlers
{
    private const int PageLength = 50, LogLength = 50, MostWeeks = 2000;

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/incidents", List);
        web.MapGet("/incidents/{id}", Show);
        web.MapPost("/incidents/{id}/{what}", Decide);
        web.MapGet("/map", Atlas);
    }

    private static IResult List(HttpContext context, Room room)
    {
        Filter filter = FilterQuery.Read(context.Request.Query);
        if (Shapes.Of(context) is not Shape.Page) return Lists.Incidents(context, room, filter);
        Batch<StoredIncident> batch = room.Store.Incidents(filter, FilterQuery.ReadOrder(context.Request.Query, Order.Newest), PageLength, context.Request.Query["after"].ToString() is { Length: > 0 } after ? after : null);
        return Answers.Page<IncidentsPage>(context, new()
        {
            ["Filter"] = filter,
            ["Items"] = batch.Items,
            ["Total"] = room.Store.CountIncidents(filter),
            ["Next"] = batch.Next,
            ["Pack"] = room.Pack,
            ["Countries"] = room.Store.Count(Filter.All, Facet.Country, 60),
        });
    }

    private static IResult Show(HttpContext context, Room room, string id)
    {
        if (room.Store.FindIncident(id) is not { } incident) return Missing(context);
        return Shapes.Of(context) is Shape.Page ? Page(context, room, incident, QueueHandlers.Done(context, room)) : Lists.Incident(context, room, incident);
    }

    private static async Task<IResult> Decide(HttpContext context, Room room, string id, string what)
    {
        await Faults.CheckForm(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (room.Store.FindIncident(id) is not { } incident) return Missing(context);
        var words = room.Languages.Of(context.Request);
        try
        {
            Decision decision = room.Store.Decide(Proposal(room, incident, what, form), Visit.Reviewer(context.Request));
            return Results.Redirect(FilterQuery.Address(Shapes.Address("/incidents/", id), ReviewHandlers.Did(decision.Number)));
        }
        catch (Exception e) when (e is StaleException or ProposalException or FormException)
        {
            string problem = e is FormException wrong ? words.Say(wrong.Key, [.. wrong.Values]) : e.Message;
            return Page(context, room, room.Store.FindIncident(id) ?? incident, new Notice(Texts.SafeText.Line(problem, 300), IsProblem: true), e is StaleException ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static Proposal Proposal(Room room, StoredIncident incident, string what, IFormCollection form)
    {
        string other = form["other"].ToString().Trim(), e = form["event"].ToString();
        switch (what)
        {
            case "split": return new SplitIncident(Seen(), [.. form["event"].OfType<string>()]);
            case "merge":
                StoredIncident second = room.Store.FindIncident(other) ?? throw new FormException("problem.no_incident", other);
                return new MergeIncidents([Seen(), second.Ref]);
            case "move": return new MoveEvent(e, new VersionedId(form["from"].ToString(), Proposals.Version(form, "from_version")), Seen());
            case "choose": return new ChooseClaims(Seen(), form["field"].ToString(), form.ContainsKey("none") ? [] : [.. form["claims"].OfType<string>().SelectMany(ids => ids.Split('|'))]);
            case "decline": return new DeclineSuggestion(incident.Id, e);
            default: throw new FormException("problem.field", what);
        }

        VersionedId Seen() => new(incident.Id, Proposals.Version(form, "version"));
    }

    private static IResult Page(HttpContext context, Room room, StoredIncident incident, Notice? notice, int status = StatusCodes.Status200OK)
    {
        var suggested = new List<(Suggestion, StoredEvent, long)>();
        foreach (Suggestion suggestion in room.Store.Suggestions(incident.Id).Take(5))
            if (room.Store.FindEvent(suggestion.EventId) is { } e && room.Store.FindIncident(e.IncidentId) is { } from)
                suggested.Add((suggestion, e, from.Version));
        Decision[] log =
        [
            .. new[] { incident.Id }.Concat(incident.Events.Select(e => e.Event.Id)).Distinct().Take(100)
                .SelectMany(subject => room.Store.Decisions(subject, LogLength))
                .DistinctBy(decision => decision.Number).OrderByDescending(decision => decision.Number).Take(LogLength),
        ];
        return Answers.Page<IncidentPage>(context, new() { ["Incident"] = incident, ["Log"] = log, ["Suggested"] = suggested, ["Notice"] = notice }, status);
    }

    private static IResult Atlas(HttpContext context, Room room)
    {
        Filter filter = FilterQuery.Read(context.Request.Query);
        if (Shapes.Of(context) is not Shape.Page) return Lists.Incidents(context, room, filter);
        return Answers.Page<MapPage>(context, new()
        {
            ["Filter"] = filter,
            ["Facets"] = FacetList.All(room.Store, filter),
            ["Weeks"] = room.Store.Count(filter, Facet.Week, MostWeeks),
            ["Total"] = room.Store.CountIncidents(filter),
        });
    }

    private static IResult Missing(HttpContext context)
    {
        Visit visit = context.Visit();
        return Answers.Problem(context, visit.Words["problem.missing_title"], visit.Words["problem.missing_incident"], StatusCodes.Status404NotFound, "/incidents");
    }
}
