using System.Buffers.Binary;
using System.Security.Cryptography;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>Names events so that the same text, type and passage give the same id, on every machine.</summary>
public static class EventId
{
    /// <returns>16 hexadecimal digits.</returns>
    public static string Of(Document document, string subEventType, Span passage)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(document.Text));
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes("\n" + subEventType));
        Span<byte> offset = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(offset, passage.Start);
        hash.AppendData(offset);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
