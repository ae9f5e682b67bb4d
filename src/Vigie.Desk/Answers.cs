using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Vigie.Desk.Pages;
using Vigie.Store.Records;

namespace Vigie.Desk;

/// <summary>What every handler needs to answer with a page, a record or a problem.</summary>
internal static class Answers
{
    public static Visit Visit(this HttpContext context) =>
        Desk.Visit.Of(context, context.RequestServices.GetRequiredService<Room>().Languages, context.RequestServices.GetRequiredService<IAntiforgery>());

    /// <summary>A page with its parameters; <c>Visit</c> is put in.</summary>
    public static IResult Page<T>(HttpContext context, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where T : IComponent
    {
        Visit visit = context.Visit();
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept, Accept-Language, Cookie";
        if (context.Request.Query.ContainsKey("lang")) context.Response.Cookies.Append(Wording.Languages.Cookie, visit.Words.Language, Keeping);
        parameters["Visit"] = visit;
        return new RazorComponentResult<T>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    public static CookieOptions Keeping { get; } = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/" };

    public static IResult Problem(HttpContext context, string heading, string text, int status, string back = "/") =>
        WantsJson(context)
            ? Results.Problem(detail: text, statusCode: status)
            : Page<ProblemPage>(context, new() { ["Heading"] = heading, ["Text"] = text, ["Back"] = back }, status);

    public static bool WantsJson(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || Viewing.Shapes.Of(context) != Viewing.Shape.Page;

    /// <summary>A record as JSON, with a tag by which a reader may ask whether it is still so.</summary>
    public static IResult Json(HttpContext context, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK, string? tag = null)
    {
        if (tag is not null)
        {
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag) return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        return Results.Text(RecordJson.Text(write), "application/json", statusCode: status);
    }

    /// <summary>The tag of something that the store counts the changes of.</summary>
    public static string Tag(long version) => FormattableString.Invariant($"\"v{version}\"");
}
