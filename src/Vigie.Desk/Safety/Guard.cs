using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Vigie.Desk.Safety;

/// <summary>
/// What every request and answer goes through: names of this machine alone, nothing changed by another site's page, and headers that keep a
/// page from loading, sending or running anything that is not the desk's own.
/// </summary>
internal static class Guard
{
    // Style attributes are not allowed either: what differs by value is a class, an attribute or set by a module.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // To other sites nothing is told; without it browsers would not say of our own forms whose they are.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()";
        headers.XFrameOptions = "DENY";
        if (!IsOwnName(context.Request.Host.Host))
        {
            await Refuse(context, "this desk answers to the names of its own machine only (localhost, 127.0.0.1)");
            return;
        }
        if (Changes(context.Request.Method) && !IsOwnOrigin(context.Request))
        {
            await Refuse(context, "a page of another site may change nothing here");
            return;
        }
        await next(context);
    }

    public static bool Changes(string method) => !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));

    /// <summary>A name that leads to this machine wherever it is asked: a stranger's name that was pointed here is refused.</summary>
    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Browsers say where a request comes from; a program that says nothing is no browser that was tricked.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site) return site == "same-origin";
        string? origin = request.Headers[HeaderNames.Origin];
        return origin is null || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static Task Refuse(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }
}
