namespace Vigie.Cli;

/// <summary>Reads lines of bytes from a stream in bounded memory.</summary>
/// <param name="longest">Longest line given, in bytes, without its end; what is beyond it is passed over.</param>
internal sealed class ByteLines(Stream stream, int longest)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

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
            int newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                int length = searched + newline;
                TooLong = length > longest;
                line = Take(Math.Min(length, longest));
                _start += length - Math.Min(length, longest) + 1;
                return true;
            }
            searched = _end - _start;
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
        int from = _start;
        _start += length;
        if (length > 0 && _buffer[from + length - 1] == '\r') length--;
        return _buffer.AsMemory(from, length);
    }

    /// <summary>The rest of a line too long is read into a buffer of its own, so that the bytes given stay.</summary>
    private void SkipToNewline()
    {
        byte[] given = _buffer;
        _buffer = new byte[given.Length];
        Buffer.BlockCopy(given, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        while (true)
        {
            int newline = _buffer.AsSpan(0, _end).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                _start = newline + 1;
                return;
            }
            _end = 0;
            if (!Fill()) return;
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
