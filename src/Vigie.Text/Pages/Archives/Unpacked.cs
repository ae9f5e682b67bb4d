using System.IO.Compression;

namespace Vigie.Text.Pages.Archives;

/// <summary>Bytes out of a compressed body, up to a limit: what claims to be a page of gigabytes is none.</summary>
internal static class Unpacked
{
    /// <summary>Most bytes of one page.</summary>
    public const int Most = 32 * 1024 * 1024;

    /// <summary>The bytes of a stream, and whether there were more than are kept.</summary>
    public static byte[] All(Stream stream, out bool isCut)
    {
        using var kept = new MemoryStream();
        byte[] buffer = new byte[32 * 1024];
        isCut = false;
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (kept.Length + read > Most)
                {
                    isCut = true;
                    break;
                }
                kept.Write(buffer, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            isCut = true; // What was unpacked up to the damage is kept.
        }
        return kept.ToArray();
    }

    /// <summary>A body as its <c>Content-Encoding</c> says; as it is where it is not in that encoding, as archives often have it.</summary>
    public static byte[] Decoded(byte[] body, string? encoding, out bool isCut)
    {
        isCut = false;
        string name = encoding?.Trim().ToLowerInvariant() ?? "";
        bool gzip = body is [0x1F, 0x8B, ..];
        if (gzip && name is not "br")
        {
            using var stream = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            return All(stream, out isCut);
        }
        if (name is "br" or "deflate")
        {
            foreach (Func<Stream, Stream> opened in (Func<Stream, Stream>[])[name == "br" ? Brotli : Zlib, Deflate])
            {
                using Stream stream = opened(new MemoryStream(body));
                byte[] decoded = All(stream, out isCut);
                if (decoded.Length > 0) return decoded;
                if (name == "br") break;
            }
            isCut = false;
        }
        return body;
    }

    private static BrotliStream Brotli(Stream stream) => new(stream, CompressionMode.Decompress);

    private static ZLibStream Zlib(Stream stream) => new(stream, CompressionMode.Decompress);

    private static DeflateStream Deflate(Stream stream) => new(stream, CompressionMode.Decompress);
}
