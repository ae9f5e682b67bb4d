using System.Text;

namespace Vigie.Text.Pages.Archives;

/// <summary>A response as archives keep it: status line, header, body, with the body's transfer and content encodings taken off.</summary>
/// <param name="Status">Status code; 0 where the first line has none.</param>
/// <param name="IsCut">Whether some of the body is missing or was too long.</param>
internal sealed record HttpMessage(int Status, string? ContentType, byte[] Body, bool IsCut)
{
    private const int LongestHead = 256 * 1024;

    /// <summary>The message in these bytes; null where they do not begin with a status line.</summary>
    public static HttpMessage? Read(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("HTTP/"u8) && !bytes.AsSpan().StartsWith("ICY "u8)) return null;
        int at = 0, status = 0;
        string? type = null, transfer = null, encoding = null;
        for (int line = 0; at < Math.Min(bytes.Length, LongestHead); line++)
        {
            int length = bytes.AsSpan(at).IndexOf((byte)'\n');
            if (length < 0) length = bytes.Length - at;
            string text = Encoding.Latin1.GetString(bytes, at, length).Trim();
            at = Math.Min(bytes.Length, at + length + 1);
            if (text.Length == 0) break;
            if (line == 0) status = StatusIn(text);
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            if (line == 0 || colon <= 0) continue;
            string value = text[(colon + 1)..].Trim();
            switch (text[..colon].Trim().ToLowerInvariant())
            {
                case "content-type":
                    type = value;
                    break;
                case "transfer-encoding":
                    transfer = value;
                    break;
                case "content-encoding":
                    encoding = value;
                    break;
            }
        }
        byte[] body = bytes[at..];
        if (transfer is not null && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase)) body = Unchunked(body);
        return new HttpMessage(status, type, Unpacked.Decoded(body, encoding, out bool isCut), isCut);
    }

    private static int StatusIn(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && int.TryParse(words[1], out int status) ? status : 0;
    }

    // Archives keep the header of a chunked body and often not its chunks: a body that does not begin with a length stays as it is.
    private static byte[] Unchunked(byte[] body)
    {
        using var whole = new MemoryStream(body.Length);
        int at = 0;
        while (at < body.Length)
        {
            int newline = body.AsSpan(at, Math.Min(80, body.Length - at)).IndexOf((byte)'\n');
            if (newline < 0 || !TryLength(body.AsSpan(at, newline), out int length))
            {
                if (at == 0) return body;
                whole.Write(body, at, body.Length - at); // A wrong length in the midst: the rest is kept as it is.
                break;
            }
            at += newline + 1;
            if (length == 0) break;
            int taken = Math.Min(length, body.Length - at);
            whole.Write(body, at, taken);
            at += taken;
            while (at < body.Length && body[at] is (byte)'\r' or (byte)'\n') at++;
        }
        return whole.ToArray();
    }

    private static bool TryLength(ReadOnlySpan<byte> line, out int length)
    {
        int digits = 0;
        length = 0;
        foreach (byte unit in line)
        {
            if (!char.IsAsciiHexDigit((char)unit)) break;
            if (++digits > 7) return false;
            length = length * 16 + Convert.ToInt32(((char)unit).ToString(), 16);
        }
        ReadOnlySpan<byte> rest = line[digits..].Trim(" \r\t"u8);
        return digits > 0 && (rest.Length == 0 || rest[0] == (byte)';');
    }
}
