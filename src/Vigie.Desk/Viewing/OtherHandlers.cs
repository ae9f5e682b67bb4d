using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vigie.Desk.Api;
using Vigie.Desk.Pages;
using Vigie.Desk.Reviewing;
using Vigie.Desk.Texts;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>The log of decisions, undoing, help, and the reviewer's name.</summary>
internal static class OtherHandlers
{
    private const int PageLength = 50;

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/decisions", Log);
        web.MapPost("/decisions/{number:long}/undo", Undo);
        web.MapGet("/help", (HttpContext context) => Answers.Page<HelpPage>(context, []));
        web.MapGet("/you", (HttpContext context) => Answers.Page<YouPage>(context, []));
        web.MapPost("/you", (Delegate)Sign);
    }

    private static IResult Log(HttpContext context, Room room)
    {
        long? before = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
        IReadOnlyList<Decision> decisions = room.Store.Decisions(null, PageLength, before);
        if (Shapes.Of(context) is not Shape.Page) return Lists.Decisions(context, decisions, PageLength);
        return Answers.Page<LogPage>(context, new() { ["Decisions"] = decisions, ["Before"] = decisions.Count == PageLength ? decisions[^1].Number : null, ["Notice"] = QueueHandlers.Done(context, room) });
    }

    private static async Task<IResult> Undo(HttpContext context, Room room, long number)
    {
        await Faults.CheckForm(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        Decision decision = room.Store.Decide(new UndoDecision(number), Visit.Reviewer(context.Request));
        // Back to what it was about: that is what the reviewer wants to see again.
        string query = string.Join('&', new[] { Way.Parse(form["way"].ToString()).Query(), ReviewHandlers.Did(decision.Number) }.Where(part => part.Length > 0));
        string back = decision.Changes.FirstOrDefault(change => change.Subject == "event" && room.Store.FindEvent(change.Id) is not null) is { } e
            ? Shapes.Address("/events/", e.Id)
            : decision.Changes.FirstOrDefault(change => change.Subject == "incident" && room.Store.FindIncident(change.Id) is not null) is { } incident ? Shapes.Address("/incidents/", incident.Id) : "/decisions";
        return Results.Redirect(FilterQuery.Address(back, query));
    }

    private static async Task<IResult> Sign(HttpContext context)
    {
        await Faults.CheckForm(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string name = SafeText.Line(form["name"].ToString(), Visit.LongestWho);
        if (name.Length == 0) context.Response.Cookies.Delete(Visit.WhoCookie);
        else context.Response.Cookies.Append(Visit.WhoCookie, Uri.EscapeDataString(name), Answers.Keeping);
        return Results.Redirect("/events");
    }
}
