using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Vigie.Desk;

/// <summary>The files that the browser gets, carried in the assembly: styles, modules, the map's polygons. Each is known by its hash and kept for good.</summary>
public static class BrowserFiles
{
    private const string Folder = "wwwroot/";

    private static readonly FrozenDictionary<string, (string Resource, string Hash)> Files = Find();

    /// <summary>The address of a file, which changes with its bytes.</summary>
    public static string Address(string name) => Files.TryGetValue(name, out var file) ? $"/assets/{name}?v={file.Hash}" : "/assets/" + name;

    internal static async Task Send(HttpContext context, string name)
    {
        if (!Files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        IHeaderDictionary headers = context.Response.Headers;
        string tag = $"\"{file.Hash}\"";
        headers.ETag = tag;
        headers.CacheControl = context.Request.Query["v"] == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (context.Request.Headers[HeaderNames.IfNoneMatch] == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        await using Stream content = typeof(BrowserFiles).Assembly.GetManifestResourceStream(file.Resource)!;
        context.Response.ContentType = MediaType(name);
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".geojson" => "application/geo+json",
        _ => "application/octet-stream",
    };

    private static FrozenDictionary<string, (string, string)> Find()
    {
        Assembly assembly = typeof(BrowserFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Folder.Length..],
            name =>
            {
                using Stream content = assembly.GetManifestResourceStream(name)!;
                return (name, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
            },
            StringComparer.Ordinal);
    }
}
