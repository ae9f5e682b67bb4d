using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vigie.Desk.Api;
using Vigie.Desk.Pages;
using Vigie.Desk.Reviewing;
using Vigie.Events.Coding;
using Vigie.Store;
using Vigie.Text.Languages;

namespace Vigie.Desk.Viewing;

/// <summary>The articles, and the reader of one.</summary>
internal static class ArticleHandlers
{
    private const int PageLength = 50;

    /// <summary>Longest text that is coded anew to be explained, in UTF-16 code units; as for the command line.</summary>
    private const int LongestExplained = 100_000;

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/articles", List);
        web.MapGet("/articles/{id}", Show);
    }

    private static IResult List(HttpContext context, Room room)
    {
        Filter filter = FilterQuery.Read(context.Request.Query);
        if (Shapes.Of(context) is not Shape.Page) return Lists.Articles(context, room, filter);
        Batch<StoredArticle> batch = room.Store.Articles(filter, PageLength, context.Request.Query["after"].ToString() is { Length: > 0 } after ? after : null);
        return Answers.Page<ArticlesPage>(context, new()
        {
            ["Filter"] = filter,
            ["Items"] = batch.Items,
            ["Next"] = batch.Next,
            ["Pack"] = room.Pack,
            ["Countries"] = room.Store.Count(Filter.All, Facet.Country, 60),
        });
    }

    private static IResult Show(HttpContext context, Room room, string id)
    {
        // A slash within an id stays as it was sent.
        id = id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (room.Store.FindArticle(id) is not { } stored)
        {
            Visit visit = context.Visit();
            return Answers.Problem(context, visit.Words["problem.missing_title"], visit.Words["problem.missing_article"], StatusCodes.Status404NotFound, "/articles");
        }
        if (Shapes.Of(context) is not Shape.Page) return Lists.Article(context, room, stored);
        return Answers.Page<ArticlePage>(context, new()
        {
            ["Stored"] = stored,
            ["Furniture"] = room.FurnitureOf(stored.Article.FullText),
            ["Explanation"] = context.Request.Query["explain"] == "1" ? Explain(room, stored) : null,
            ["Size"] = context.Request.Query["size"].ToString() is "small" or "large" ? context.Request.Query["size"].ToString() : "normal",
            ["Notice"] = QueueHandlers.Done(context, room),
        });
    }

    private static Explanation? Explain(Room room, StoredArticle stored)
    {
        if (stored.Article.FullText.Length > LongestExplained) return null;
        try
        {
            return room.Coder.Code(stored.Article).Explanation;
        }
        catch (UnsupportedLanguageException)
        {
            return null;
        }
    }
}
