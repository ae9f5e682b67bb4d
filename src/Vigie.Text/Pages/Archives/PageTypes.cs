namespace Vigie.Text.Pages.Archives;

/// <summary>Which contents are pages that can be read.</summary>
internal static class PageTypes
{
    /// <summary>Whether a content of that type is read: web pages, feeds, plain text, mail and PDF.</summary>
    public static bool IsRead(string? contentType, ReadOnlySpan<byte> bytes)
    {
        string type = contentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        if (type is "text/html" or "text/plain" or "application/xhtml+xml" or "message/rfc822" or "application/pdf" or "application/feed+json") return true;
        if (type.EndsWith("xml", StringComparison.Ordinal)) return !type.Contains("svg", StringComparison.Ordinal);
        return (type.Length == 0 || type is "application/octet-stream" or "unk" or "no-type" or "application/http") && !LooksBinary(bytes);
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes) => !bytes.StartsWith("%PDF-"u8) && bytes[..Math.Min(bytes.Length, 1024)].Contains((byte)0);
}
