using ZstdSharp;

namespace Vigie.Text.Pages.Archives;

/// <summary>Files packed with gzip or Zstandard.</summary>
public static class Packing
{
    private static readonly string[] Extensions = [".gz", ".zst", ".zstd"];

    /// <summary>The name without the extension that says how the file is packed.</summary>
    public static string WithoutExtension(string name)
    {
        foreach (string extension in Extensions)
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return name[..^extension.Length];
        return name;
    }

    /// <summary>The content of a file that may be packed, told by its first bytes.</summary>
    public static Stream Open(Stream stream)
    {
        var peeked = new PeekedStream(stream);
        return Opened(peeked) ?? peeked;
    }

    /// <summary>The content of a packed stream; null where it is not packed.</summary>
    internal static Stream? Opened(PeekedStream stream)
    {
        ReadOnlySpan<byte> opening = stream.Peek(4);
        if (opening.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8])) return new GzipMembers(stream);
        return opening.SequenceEqual((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? new ZstdMembers(stream) : null;
    }

    // A damaged file is an input that cannot be read, whatever the library calls it.
    private sealed class ZstdMembers(Stream packed) : DecompressionStream(packed, leaveOpen: true)
    {
        public override int Read(Span<byte> buffer)
        {
            try
            {
                return base.Read(buffer);
            }
            catch (ZstdException e)
            {
                throw new InvalidDataException(e.Message, e);
            }
        }
    }
}
