using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Vigie.Cli;

/// <summary>Bytes of a text file made text.</summary>
/// <param name="Note">What was not quite right, for <see cref="Messages.Note"/>, or null.</param>
internal sealed record Decoded(string Text, string? Note);

/// <summary>Reads UTF-8 (or UTF-16 with its mark) and says where the bytes are no text.</summary>
internal static class Decoding
{
    /// <summary>The bytes as text, U+FFFD in the place of every broken sequence.</summary>
    /// <exception cref="InputException">The bytes are no text, or are in another encoding.</exception>
    public static Decoded Decode(ReadOnlySpan<byte> bytes)
    {
        int nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
        {
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new(Encoding.Unicode.GetString(bytes[2..]), null);
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new(Encoding.BigEndianUnicode.GetString(bytes[2..]), null);
            throw new InputException($"a binary file (a NUL byte at offset {Number(nul)}); give a text file");
        }
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        int skipped = bytes.StartsWith(mark) ? mark.Length : 0;
        ReadOnlySpan<byte> rest = bytes[skipped..];
        int valid = Utf8.IsValid(rest) ? rest.Length : FirstBroken(rest);
        string text = Encoding.UTF8.GetString(rest);
        if (valid == rest.Length) return new(text, null);

        int broken = text.AsSpan().Count('\uFFFD');
        int letters = text.Length - text.AsSpan().Count(' ');
        if (broken > 8 && broken > letters / 4)
            throw new InputException($"no UTF-8 text (broken from byte {Number(skipped + valid)} on); convert it, for example: iconv -f WINDOWS-1256 -t UTF-8");
        string more = broken > 1 ? $", one of {Number(broken)} such places" : "";
        return new(text, $"broken UTF-8 at byte {Number(skipped + valid)}{more}: read as U+FFFD (�); save the file as UTF-8 to keep every letter");
    }

    private static int FirstBroken(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) != System.Buffers.OperationStatus.Done) return at;
            at += length;
        }
        return at;
    }

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
