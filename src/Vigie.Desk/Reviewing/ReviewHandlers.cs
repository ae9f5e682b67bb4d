using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vigie.Desk.Api;
using Vigie.Desk.Pages;
using Vigie.Desk.Texts;
using Vigie.Desk.Viewing;
using Vigie.Events;
using Vigie.Store;

namespace Vigie.Desk.Reviewing;

/// <summary>The review of one event.</summary>
internal static class ReviewHandlers
{
    private const int LogLength = 20;

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/events/{id}", Show);
        web.MapPost("/events/{id}/{what}", Decide);
    }

    private static IResult Show(HttpContext context, Room room, string id)
    {
        if (room.Store.FindEvent(id) is not { } stored) return Missing(context);
        if (Shapes.Of(context) is not Shape.Page) return Lists.Event(context, room, stored);
        ReviewModel model = Model(context, room, stored, Way.Read(context.Request.Query)) with { Edit = context.Request.Query["edit"].ToString() is { Length: > 0 } edit ? edit : null, Notice = QueueHandlers.Done(context, room) };
        return Page(context, model);
    }

    private static async Task<IResult> Decide(HttpContext context, Room room, string id, string what)
    {
        await Faults.CheckForm(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        Way way = Way.Parse(form["way"].ToString());
        if (room.Store.FindEvent(id) is not { } stored) return Missing(context);
        var words = room.Languages.Of(context.Request);
        try
        {
            if (what == "edit" && form.ContainsKey("search")) return Search(context, room, stored, form, way);
            Decision decision = room.Store.Decide(Proposals.Of(room, stored, what, form), Visit.Reviewer(context.Request));
            bool goesOn = what is "accept" or "reject";
            return Results.Redirect(goesOn ? NextPage(room, id, way, decision.Number) : FilterQuery.Address(Shapes.Address("/events/", id), way.Query(), Did(decision.Number)) + Anchor(form), permanent: false, preserveMethod: false);
        }
        catch (StaleException e)
        {
            // Somebody was quicker: the page as it is now, and in the form what this reviewer had typed.
            StoredEvent now = room.Store.FindEvent(id) ?? stored;
            string by = room.Store.Decisions(id, 1) is [var last, ..] ? SafeText.Line(last.Who, Visit.LongestWho) : "";
            return Page(context, Model(context, room, now, way) with { Edit = what == "edit" ? form["field"].ToString() : null, Given = new Given(form), Notice = new Notice(words.Say("problem.stale_by", by, e.Seen, e.Now ?? 0), IsProblem: true), Status = StatusCodes.Status409Conflict });
        }
        catch (Exception e) when (e is FormException or ProposalException)
        {
            string problem = e is FormException wrong ? words.Say(wrong.Key, [.. wrong.Values]) : e.Message;
            return Page(context, Model(context, room, stored, way) with { Edit = what == "edit" ? form["field"].ToString() : null, Given = new Given(form), Notice = new Notice(SafeText.Line(problem, 300), IsProblem: true), Status = StatusCodes.Status422UnprocessableEntity });
        }
    }

    private static IResult Search(HttpContext context, Room room, StoredEvent stored, IFormCollection form, Way way)
    {
        const int most = 12;
        string language = room.Languages.Of(context.Request).Language;
        return Page(context, Model(context, room, stored, way) with { Edit = ClaimFields.Place, Given = new Given(form), Candidates = room.Places.Find(form["place"].ToString(), language, most) });
    }

    private static IResult Page(HttpContext context, ReviewModel model) => Answers.Page<ReviewPage>(context, new() { ["Model"] = model }, model.Status);

    private static ReviewModel Model(HttpContext context, Room room, StoredEvent stored, Way way)
    {
        StoredArticle article = room.Store.FindArticle(stored.ArticleId) ?? throw new ProposalException("its article was deleted");
        NextDraft draft = NextDraft.After(room.Store, way.Filter, way.Then, stored.Event.Id);
        return new ReviewModel(
            stored,
            article,
            room.Store.FindIncident(stored.IncidentId),
            room.FurnitureOf(article.Article.FullText),
            room.Pack,
            FieldView.Of(stored.Event, room.Languages.Of(context.Request)),
            room.Store.Decisions(stored.Event.Id, LogLength),
            way.Query(),
            draft.Event is { } next ? FilterQuery.Address(Shapes.Address("/events/", next.Event.Id), (way with { Then = draft.Then, From = stored.Event.Id }).Query()) : null,
            way.From is { } from ? FilterQuery.Address(Shapes.Address("/events/", from), (way with { Then = null, From = null }).Query()) : null);
    }

    private static string NextPage(Room room, string decided, Way way, long number)
    {
        NextDraft draft = NextDraft.After(room.Store, way.Filter, way.Then, decided);
        return draft.Event is { } next
            ? FilterQuery.Address(Shapes.Address("/events/", next.Event.Id), (way with { Then = draft.Then, From = decided }).Query(), Did(number))
            : FilterQuery.Address("/events", FilterQuery.Text(way.Filter), Did(number));
    }

    private static string Anchor(IFormCollection form) => form["field"].ToString() is { Length: > 0 } field && field != "actor:new" ? "#field-" + Uri.EscapeDataString(MarkedText.Id(field)) : "";

    public static string Did(long number) => "did=" + number.ToString(CultureInfo.InvariantCulture);

    private static IResult Missing(HttpContext context)
    {
        Visit visit = context.Visit();
        return Answers.Problem(context, visit.Words["problem.missing_title"], visit.Words["problem.missing_event"], StatusCodes.Status404NotFound, "/events");
    }
}
