using System.Security.Cryptography;
using NodaTime;

namespace Vigie.Text;

/// <summary>Bytes as they came, with where and when; never altered.</summary>
/// <param name="Id">Names the page within its input: a file's name, or a record of an archive.</param>
/// <param name="Bytes">The content, without its transfer and content encodings.</param>
/// <param name="Url">Where it was found, or null.</param>
/// <param name="ContentType">The <c>Content-Type</c> that came with it, or null.</param>
/// <param name="Collected">When it was taken, or null.</param>
public sealed record Page(string Id, ReadOnlyMemory<byte> Bytes, string? Url = null, string? ContentType = null, Instant? Collected = null)
{
    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
