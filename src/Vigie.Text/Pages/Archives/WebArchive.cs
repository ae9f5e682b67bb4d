using System.Globalization;
using System.Text;
using NodaTime;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Archives;

/// <summary>
/// Reads the pages of WARC and ARC files, one record at a time: memory does not grow with the archive. A record that is damaged is named,
/// and reading goes on at the next that begins.
/// </summary>
internal sealed class WebArchive
{
    private const int LongestLine = 64 * 1024;
    private const int MostHeaderLines = 1_000;

    private readonly PeekedStream stream;
    private readonly string name;
    private int number;

    private WebArchive(PeekedStream stream, string name)
    {
        this.stream = stream;
        this.name = name;
    }

    /// <summary>Whether the bytes begin a WARC or an ARC file.</summary>
    public static bool Begins(ReadOnlySpan<byte> opening) => opening.StartsWith("WARC/"u8) || opening.StartsWith("filedesc:"u8);

    /// <param name="stream">The archive, no longer compressed.</param>
    /// <param name="name">The archive's name, for ids and messages.</param>
    public static IEnumerable<ArchivedPage> Read(PeekedStream stream, string name) => new WebArchive(stream, name).Records();

    private IEnumerable<ArchivedPage> Records()
    {
        bool isArc = stream.Peek(9).StartsWith("filedesc:"u8);
        while (true)
        {
            ArchivedPage? page = null;
            bool goesOn;
            try
            {
                goesOn = isArc ? NextArc(out page) : NextWarc(out page);
            }
            catch (DamagedMemberException)
            {
                page = Damaged("it is damaged and passed over; reading goes on at the next record that begins");
                goesOn = true;
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                page = Damaged("the archive is damaged from here on (" + e.Message.TrimEnd('.') + ")");
                goesOn = false;
            }
            if (page is not null) yield return page;
            if (!goesOn) yield break;
        }
    }

    private bool NextWarc(out ArchivedPage? page)
    {
        page = null;
        int skipped = 0;
        while (!stream.Peek(5).StartsWith("WARC/"u8))
        {
            byte[] line = stream.Line(LongestLine);
            if (line.Length == 0)
            {
                if (skipped > 0) page = Damaged($"{Number(skipped)} bytes that belong to no record were passed over");
                return false;
            }
            if (line.AsSpan().Trim("\r\n \0"u8).Length > 0) skipped += line.Length;
        }
        if (skipped > 0)
        {
            page = Damaged($"{Number(skipped)} bytes that belong to no record were passed over");
            return true;
        }
        number++;
        Dictionary<string, string> header = Header();
        if (!header.TryGetValue("content-length", out string? given) || !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            page = Damaged("the record says no length; it is passed over");
            return true;
        }
        string type = header.GetValueOrDefault("warc-type", "").ToLowerInvariant();
        string? address = header.GetValueOrDefault("warc-target-uri")?.Trim('<', '>', ' ');
        // The tools that make archives keep their own logs beside the pages.
        if (type is not ("response" or "resource" or "conversion") || address?.StartsWith("metadata:", StringComparison.OrdinalIgnoreCase) == true)
        {
            if (stream.Skip(length) < length) page = Damaged("the archive ends within the record");
            return true;
        }
        page = Page(length, type == "response", address, header.GetValueOrDefault("content-type"), TimeStamp.Parse(header.GetValueOrDefault("warc-date")));
        return true;
    }

    private Dictionary<string, string> Header()
    {
        var header = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        for (int lines = 0; lines < MostHeaderLines; lines++)
        {
            string line = Encoding.UTF8.GetString(stream.Line(LongestLine)).TrimEnd('\r', '\n');
            if (line.Length == 0) break;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && last is not null) header[last] += " " + line.Trim();
            else if (colon > 0) header.TryAdd(last = line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
        return header;
    }

    // URL address date type length, then the bytes; an address may hold blanks.
    private bool NextArc(out ArchivedPage? page)
    {
        page = null;
        byte[] line = stream.Line(LongestLine);
        if (line.Length == 0) return false;
        string[] fields = Encoding.UTF8.GetString(line).Trim().Split(' ');
        if (fields.Length == 1 && fields[0].Length == 0) return true;
        number++;
        if (fields.Length < 5 || !long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            number--;
            if (!fields[0].Contains("://", StringComparison.Ordinal)) return true;
            page = Damaged("a line is no head of a record; it is passed over");
            return true;
        }
        if (fields[0].StartsWith("filedesc:", StringComparison.Ordinal))
        {
            if (stream.Skip(length) < length) page = Damaged("the archive ends within its first record");
            return true;
        }
        string address = string.Join(' ', fields[..^4]);
        page = Page(length, isHttp: true, address, fields[^2], TimeStamp.Parse(fields[^3].Length >= 14 ? fields[^3][..14] : fields[^3]));
        return true;
    }

    private ArchivedPage? Page(long length, bool isHttp, string? address, string? type, PageTime? collected)
    {
        string where = Where(address);
        if (length > Unpacked.Most)
        {
            stream.Skip(length);
            return new ArchivedPage(where, null, $"longer than {Number(Unpacked.Most)} bytes; it is passed over");
        }
        byte[] bytes = new byte[(int)length];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        string? problem = read < bytes.Length ? "the archive ends within the record; its beginning is read" : null;
        if (read < bytes.Length) bytes = bytes[..read];
        HttpMessage? message = isHttp ? HttpMessage.Read(bytes) : null;
        if (message is { Status: not (0 or 200 or 203 or 206) }) return problem is null ? null : new ArchivedPage(where, null, problem);
        string? contentType = message?.ContentType ?? (isHttp && type?.Contains("http", StringComparison.OrdinalIgnoreCase) == true ? null : type);
        byte[] body = message?.Body ?? bytes;
        if (message is { IsCut: true }) problem ??= "its content is damaged or too long; its beginning is read";
        if (body.Length == 0 || !PageTypes.IsRead(contentType, body)) return problem is null ? null : new ArchivedPage(where, null, problem);
        Instant? time = collected is { Time: { } clock } moment ? (moment.Day + clock).InUtc().ToInstant() : null;
        return new ArchivedPage(where, new Page($"{name}-{number.ToString(CultureInfo.InvariantCulture)}", body, address, contentType, time), problem);
    }

    private string Where(string? address) => $"{name}, record {Number(number)}" + (address is null ? "" : $" ({address})");

    private ArchivedPage Damaged(string problem) => new($"{name}, record {Number(number)}", null, problem);

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
