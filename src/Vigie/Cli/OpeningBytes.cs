namespace Vigie.Cli;

/// <summary>A stream whose first bytes can be looked at before they are read, also where it cannot seek.</summary>
internal sealed class OpeningBytes : Stream
{
    private readonly Stream _stream;
    private readonly byte[] _opening = new byte[512];
    private readonly int _length;
    private int _given;

    /// <exception cref="IOException">The stream cannot be read: a folder, a failing disk.</exception>
    public OpeningBytes(Stream stream)
    {
        _stream = stream;
        _length = stream.Read(_opening, 0, _opening.Length);
    }

    /// <summary>The first bytes, up to 512; none where the stream is empty.</summary>
    public ReadOnlySpan<byte> Opening => _opening.AsSpan(0, _length);

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
        if (_given == _length) return _stream.Read(buffer, offset, count);
        int taken = Math.Min(count, _length - _given);
        Buffer.BlockCopy(_opening, _given, buffer, offset, taken);
        _given += taken;
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
        if (disposing) _stream.Dispose();
        base.Dispose(disposing);
    }
}
