namespace Vigie.Cli;

/// <summary>A stream whose first bytes can be looked at before they are read, also where it cannot seek.</summary>
internal sealed class OpeningBytes : Stream
{
    private readonly Stream stream;
    private readonly byte[] opening = new byte[512];
    private readonly int length;
    private int given;

    /// <exception cref="IOException">The stream cannot be read: a folder, a failing disk.</exception>
    public OpeningBytes(Stream stream)
    {
        this.stream = stream;
        length = stream.Read(opening, 0, opening.Length);
    }

    /// <summary>The first bytes, up to 512; none where the stream is empty.</summary>
    public ReadOnlySpan<byte> Opening => opening.AsSpan(0, length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (given == length) return stream.Read(buffer, offset, count);
        int taken = Math.Min(count, length - given);
        Buffer.BlockCopy(opening, given, buffer, offset, taken);
        given += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }
}
