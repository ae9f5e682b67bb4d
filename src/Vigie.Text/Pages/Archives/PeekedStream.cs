namespace Vigie.Text.Pages.Archives;

/// <summary>A stream whose next bytes can be looked at before they are read, also where it cannot seek.</summary>
internal sealed class PeekedStream(Stream inner) : Stream
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>Bytes read so far.</summary>
    public long Offset { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Offset;
        set => throw new NotSupportedException();
    }

    /// <summary>The next bytes, as many as asked for, or fewer at the end of the stream; they hold until the next call.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (end - start < count && Fill(count))
        {
        }
        return buffer.AsSpan(start, Math.Min(count, end - start));
    }

    /// <summary>Passes over bytes; fewer than asked for at the end of the stream.</summary>
    /// <returns>How many were passed over.</returns>
    public long Skip(long count)
    {
        long left = count;
        while (left > 0 && Peek(1).Length > 0)
        {
            int now = (int)Math.Min(left, end - start);
            start += now;
            left -= now;
        }
        Offset += count - left;
        return count - left;
    }

    /// <summary>The next line with its end; cut where it is longer than allowed, empty at the end of the stream.</summary>
    public byte[] Line(int longest)
    {
        int searched = 0;
        while (true)
        {
            int newline = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            int length = newline >= 0 ? searched + newline + 1 : end - start;
            if (newline >= 0 || length >= longest || !Fill(length + 1))
            {
                length = Math.Min(length, longest);
                byte[] line = buffer.AsSpan(start, length).ToArray();
                start += length;
                Offset += length;
                return line;
            }
            searched = length;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> destination)
    {
        if (destination.Length == 0 || Peek(1).Length == 0) return 0;
        int now = Math.Min(destination.Length, end - start);
        buffer.AsSpan(start, now).CopyTo(destination);
        start += now;
        Offset += now;
        return now;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill(int wanted)
    {
        if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (buffer.Length < wanted) Array.Resize(ref buffer, Math.Max(wanted, buffer.Length * 2));
        if (end == buffer.Length) return false;
        int read = inner.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
