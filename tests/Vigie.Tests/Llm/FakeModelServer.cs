using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Vigie.Tests.Llm;

/// <summary>A server on this machine that answers as a test says, also wrongly, and keeps what it was sent.</summary>
internal sealed class FakeModelServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<NetworkStream, CancellationToken, Task> answer;
    private readonly List<string> requests = [];

    /// <param name="answer">Writes the answer to one request, in HTTP.</param>
    public FakeModelServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = Task.Run(Serve);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");

    /// <summary>Head and body of each request.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests) return [.. requests];
        }
    }

    /// <summary>A server whose model says this.</summary>
    public static FakeModelServer Saying(string content) => Answering(200, JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "test",
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = "stop" } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    }));

    public static FakeModelServer Answering(int status, string body) => new(async (stream, stop) =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n"), stop);
        await stream.WriteAsync(bytes, stop);
    });

    /// <summary>Promises more than it sends, then closes.</summary>
    public static FakeModelServer CutOff() => new(async (stream, stop) =>
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n{\"id\":\"1\",\"choices\":[{"u8.ToArray(), stop));

    /// <summary>Takes the request and says nothing.</summary>
    public static FakeModelServer Silent() => new((_, stop) => Task.Delay(Timeout.Infinite, stop));

    /// <summary>Goes on and on.</summary>
    public static FakeModelServer Endless() => new(async (stream, stop) =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
        byte[] more = new byte[64 * 1024];
        Array.Fill(more, (byte)' ');
        while (true) await stream.WriteAsync(more, stop);
    });

    public void Dispose()
    {
        stopping.Cancel();
        listener.Stop();
        stopping.Dispose();
    }

    private async Task Serve()
    {
        while (!stopping.IsCancellationRequested)
        {
            TcpClient connection = await listener.AcceptTcpClientAsync(stopping.Token);
            _ = Task.Run(() => Serve(connection));
        }
    }

    private async Task Serve(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                string request = await Read(stream);
                lock (requests) requests.Add(request);
                await answer(stream, stopping.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The caller has gone, or the test is over.
            }
        }
    }

    private async Task<string> Read(NetworkStream stream)
    {
        var bytes = new List<byte>();
        byte[] buffer = new byte[8192];
        while (true)
        {
            int read = await stream.ReadAsync(buffer, stopping.Token);
            if (read == 0) break;
            bytes.AddRange(buffer.AsSpan(0, read));
            string text = Encoding.UTF8.GetString([.. bytes]);
            int body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (body < 0) continue;
            string head = text[..body];
            string? length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
            int headBytes = Encoding.UTF8.GetByteCount(head) + 4;
            if (length is null ? text.EndsWith("0\r\n\r\n", StringComparison.Ordinal) : bytes.Count >= headBytes + int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)) break;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
