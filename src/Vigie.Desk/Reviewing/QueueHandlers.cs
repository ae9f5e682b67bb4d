using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vigie.Desk.Api;
using Vigie.Desk.Pages;
using Vigie.Desk.Viewing;
using Vigie.Store;

namespace Vigie.Desk.Reviewing;

/// <summary>The queue of drafts.</summary>
internal static class QueueHandlers
{
    private const int PageLength = 30;

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/", () => Results.Redirect("/events"));
        web.MapGet("/events", List);
    }

    private static IResult List(HttpContext context, Room room)
    {
        Filter filter = FilterQuery.Read(context.Request.Query);
        if (Shapes.Of(context) is not Shape.Page) return Lists.Events(context, room, filter);
        Filter drafts = NextDraft.Drafts(filter);
        Batch<StoredEvent> batch = room.Store.Events(drafts, Order.Worth, PageLength, context.Request.Query["after"].ToString() is { Length: > 0 } after ? after : null);
        return Answers.Page<QueuePage>(context, new()
        {
            ["Filter"] = filter,
            ["Rows"] = batch.Items.Select(e => QueueRow.Of(room.Store, e)).ToArray(),
            ["Total"] = room.Store.CountEvents(drafts),
            ["Next"] = batch.Next,
            ["Pack"] = room.Pack,
            ["Countries"] = room.Store.Count(Filter.All, Facet.Country, 60),
            ["Notice"] = Done(context, room),
        });
    }

    /// <summary>What the decision before this page did.</summary>
    public static Notice? Done(HttpContext context, Room room) =>
        long.TryParse(context.Request.Query["did"], out long number) ? Notice.Of(room.Store.FindDecision(number), room.Languages.Of(context.Request)) : null;
}
