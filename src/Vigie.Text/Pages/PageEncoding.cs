using System.Text;
using System.Text.Unicode;

namespace Vigie.Text.Pages;

/// <summary>Makes the bytes of a page text, in the encoding that they are in rather than the one that is declared.</summary>
public static class PageEncoding
{
    /// <summary>Bytes at the beginning of a page in which a declaration is looked for.</summary>
    private const int DeclarationWithin = 16 * 1024;

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text; a sequence that the encoding does not have becomes U+FFFD.</summary>
    /// <param name="contentType">The <c>Content-Type</c> that came with the bytes, or null.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType = null)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0, 0, 0])) return Encoding.UTF32.GetString(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, (byte)'<'])) return new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0])) return Encoding.Unicode.GetString(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<'])) return Encoding.BigEndianUnicode.GetString(bytes);
        Encoding? declared = Named(CharsetIn(contentType)) ?? Named(DeclaredIn(bytes));
        // Text in another encoding is hardly ever valid UTF-8, and what is ASCII alone reads the same; encodings with escapes are ASCII too.
        if (Utf8.IsValid(bytes) && declared?.CodePage is not (50220 or 50221 or 50222 or 50225 or 1200 or 1201)) return Encoding.UTF8.GetString(bytes);
        if (declared is { IsSingleByte: false } && declared.CodePage != Encoding.UTF8.CodePage) return declared.GetString(bytes);
        if (IsMostlyUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        Encoding guessed = Guess(bytes);
        // A declared alphabet holds, unless the letters run on as only another alphabet's do.
        return (declared is { IsSingleByte: true } && (guessed.CodePage == 1252 || !IsLatin(declared)) ? declared : guessed).GetString(bytes);
    }

    /// <summary>The encoding of that name as browsers have it; null where there is none.</summary>
    public static Encoding? Named(string? name)
    {
        string plain = name?.Trim().Trim('"', '\'').ToLowerInvariant() ?? "";
        if (plain.Length is 0 or > 40) return null;
        plain = plain switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" or "iso_8859-1" or "cp1252" or "ansi" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "cp1256" => "windows-1256",
            "utf8" or "unicode" => "utf-8",
            "x-sjis" => "shift_jis",
            _ => plain,
        };
        try
        {
            Encoding encoding = Encoding.GetEncoding(plain, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
            return encoding.CodePage is 65000 ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? CharsetIn(string? contentType)
    {
        int at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : contentType![(at + 8)..].Split(';')[0];
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        foreach (string mark in (ReadOnlySpan<string>)["charset=", "encoding="])
        {
            for (int at = head.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf(mark, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                int start = at + mark.Length;
                while (start < head.Length && head[start] is '"' or '\'' or ' ') start++;
                int end = start;
                while (end < head.Length && (char.IsAsciiLetterOrDigit(head[end]) || head[end] is '-' or '_' or ':')) end++;
                if (Named(head[start..end]) is not null) return head[start..end];
            }
        }
        return null;
    }

    private static bool IsLatin(Encoding encoding) => encoding.CodePage is 1252 or 1250 or 1254 or 28591 or 28592 or 28605;

    /// <summary>Whether nine in ten of the bytes beyond ASCII stand in valid sequences: a text in UTF-8 with some broken places.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, broken = 0, at = 0;
        while (at < bytes.Length)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }
            bool whole = Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == System.Buffers.OperationStatus.Done;
            if (whole) valid += length;
            else broken += length;
            at += length;
        }
        return valid > 9 * broken;
    }

    // In Latin text letters beyond ASCII stand alone; in Arabic and Cyrillic they make up words. The commonest letters tell which.
    private static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        Span<int> counts = stackalloc int[256];
        int high = 0, beside = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            counts[bytes[i]]++;
            high++;
            if (i > 0 && bytes[i - 1] >= 0x80) beside++;
        }
        if (beside * 2 < high) return Encoding.GetEncoding(1252);
        // Alef and lam make up a fifth of Arabic; the two Arabic alphabets have alef in one place and lam in two.
        bool isArabic = counts[0xC7] * 20 > high && (counts[0xC7] + Math.Max(counts[0xE1], counts[0xE4])) * 7 > high;
        if (!isArabic) return Encoding.GetEncoding(1251);
        return Encoding.GetEncoding(counts[0xE1] >= counts[0xE4] ? 1256 : 28596);
    }
}
