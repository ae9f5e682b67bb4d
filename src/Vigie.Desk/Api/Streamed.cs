using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Vigie.Desk.Api;

/// <summary>An answer written as it is read from the store: memory does not grow with it.</summary>
/// <param name="name">File name that a browser saves it under, or null to show it.</param>
internal sealed class Streamed(string mediaType, string? name, Action<Stream> write) : IResult
{
    private const int Buffered = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        if (name is not null) httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        // The store reads synchronously; so is this written, on a thread of its own.
        if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await Task.Run(() =>
        {
            using var buffer = new BufferedStream(httpContext.Response.Body, Buffered);
            write(buffer);
            buffer.Flush();
        });
    }
}
