using System.Net.Http.Headers;

namespace Vigie.Llm;

/// <summary>Reads answers whole, up to a size: a server that never ends its answer fails instead of filling the memory.</summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Bytes; sixty events with their evidence are a twentieth of it.</summary>
    public const int MostBytes = 4_000_000;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        HttpContent content = response.Content;
        using var kept = new MemoryStream();
        using (Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false))
        {
            byte[] buffer = new byte[16 * 1024];
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                if (kept.Length + read > MostBytes) throw new HttpRequestException($"an answer of more than {MostBytes} bytes");
                kept.Write(buffer, 0, read);
            }
        }
        MediaTypeHeaderValue? type = content.Headers.ContentType;
        response.Content = new ByteArrayContent(kept.ToArray());
        response.Content.Headers.ContentType = type;
        content.Dispose();
        return response;
    }
}
