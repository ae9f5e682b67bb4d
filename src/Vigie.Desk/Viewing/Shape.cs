using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Vigie.Desk.Viewing;

/// <summary>In what form an address answers.</summary>
public enum Shape
{
    Page,
    Json,
    Csv,
    GeoJson,
}

/// <summary>Every view is an address, and an address with <c>.json</c>, <c>.csv</c> or <c>.geojson</c> at its end, or asked for by Accept, is the same in that form.</summary>
internal static class Shapes
{
    private static readonly (string Suffix, string MediaType, Shape Shape)[] All =
    [
        (".geojson", "application/geo+json", Shape.GeoJson),
        (".json", "application/json", Shape.Json),
        (".csv", "text/csv", Shape.Csv),
    ];

    /// <summary>Takes the suffix off the path before it is matched, and keeps the shape for <see cref="Of"/>.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        string path = context.Request.Path.Value ?? "/";
        context.Items[typeof(Shape)] = Accepted(context.Request);
        if (!path.StartsWith("/assets/", StringComparison.Ordinal) && !path.StartsWith("/api/", StringComparison.Ordinal) && context.Request.Query["shape"] != "page")
            foreach ((string suffix, _, Shape shape) in All)
                if (path.Length > suffix.Length + 1 && path.EndsWith(suffix, StringComparison.Ordinal))
                {
                    context.Items[typeof(Shape)] = shape;
                    context.Request.Path = path[..^suffix.Length];
                    break;
                }
        return next(context);
    }

    public static Shape Of(HttpContext context) => context.Items[typeof(Shape)] is Shape shape ? shape : Shape.Page;

    /// <summary>An address for an id that may itself end like a suffix.</summary>
    public static string Address(string start, string id) =>
        start + Uri.EscapeDataString(id) + (All.Any(shape => id.EndsWith(shape.Suffix, StringComparison.Ordinal)) ? "?shape=page" : "");

    private static Shape Accepted(HttpRequest request)
    {
        foreach (MediaTypeHeaderValue media in request.GetTypedHeaders().Accept.OrderByDescending(media => media.Quality ?? 1))
        {
            if (media.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)) return Shape.Page;
            foreach ((_, string mediaType, Shape shape) in All)
                if (media.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return shape;
        }
        return Shape.Page;
    }
}
