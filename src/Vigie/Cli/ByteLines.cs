namespace Vigie.Cli;

/// <summary>Reads lines of bytes from a stream in bounded memory.</summary>
/// <param name="longest">Longest line given, in bytes, without its end; what is beyond it is passed over.</param>
internal sealed class ByteLines(Stream stream, int longest)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>Number of the line last given, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line last given was longer than allowed; its bytes are then only its beginning.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Gives the next line without its end (LF or CR LF); false at the end. The bytes hold until the next call.</summary>
    public bool Next(out ReadOnlyMemory<byte> line)
    {
        line = default;
        TooLong = false;
        int searched = 0;
        while (true)
        {
            int newline = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                int length = searched + newline;
                TooLong = length > longest;
                line = Take(Math.Min(length, longest));
                start += length - Math.Min(length, longest) + 1;
                return true;
            }
            searched = end - start;
            if (searched > longest)
            {
                line = Take(longest);
                TooLong = true;
                SkipToNewline();
                return true;
            }
            if (!Fill())
            {
                if (searched == 0) return false;
                line = Take(searched);
                return true;
            }
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        Number++;
        int from = start;
        start += length;
        if (length > 0 && buffer[from + length - 1] == '\r') length--;
        return buffer.AsMemory(from, length);
    }

    /// <summary>The rest of a line too long is read into a buffer of its own, so that the bytes given stay.</summary>
    private void SkipToNewline()
    {
        byte[] given = buffer;
        buffer = new byte[given.Length];
        Buffer.BlockCopy(given, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        while (true)
        {
            int newline = buffer.AsSpan(0, end).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                start = newline + 1;
                return;
            }
            end = 0;
            if (!Fill()) return;
        }
    }

    private bool Fill()
    {
        if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        int read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
