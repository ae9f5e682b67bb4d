using System.IO.Compression;

namespace Vigie.Text.Pages.Archives;

/// <summary>
/// Unpacks the members of a gzip file one after another, as WARC files have one for each record. Where one is damaged it says so once, by a
/// <see cref="DamagedMemberException"/>, and the next reading goes on with the next member that begins: what is lost is the damaged one, and
/// those of which the beginning was already read.
/// </summary>
internal sealed class GzipMembers(PeekedStream packed) : Stream
{
    private GZipStream? member = new(packed, CompressionMode.Decompress, leaveOpen: true);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (member is not null)
        {
            try
            {
                int read = member.Read(buffer);
                if (read > 0) return read;
                if (!Next()) return 0;
            }
            catch (InvalidDataException e)
            {
                Next();
                throw new DamagedMemberException(e);
            }
        }
        return 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) member?.Dispose();
        base.Dispose(disposing);
    }

    private bool Next()
    {
        member?.Dispose();
        member = null;
        while (true)
        {
            ReadOnlySpan<byte> ahead = packed.Peek(32 * 1024);
            if (ahead.Length < 18) return false; // Shorter than any member.
            int at = ahead[1..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);
            if (at < 0)
            {
                packed.Skip(ahead.Length - 2);
                continue;
            }
            packed.Skip(at + 1);
            member = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            return true;
        }
    }
}

/// <summary>A member of a gzip file is damaged; reading may go on.</summary>
internal sealed class DamagedMemberException(Exception inner) : IOException("a packed part is damaged", inner);
