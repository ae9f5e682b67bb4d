using System.Globalization;
using System.IO.Compression;
using MimeKit;

namespace Vigie.Text.Pages.Archives;

/// <summary>The pages in a file: one, or many where it is an archive (WARC, ARC, zip, mbox), packed with gzip or Zstandard or not.</summary>
public static class ArchiveReader
{
    /// <summary>How often packing within packing is undone.</summary>
    private const int DeepestPacking = 3;

    /// <summary>Most entries of a zip file that are read.</summary>
    private const int MostEntries = 1_000_000;

    private static readonly string[] PageExtensions = [".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".txt", ".pdf", ".eml", ".json"];

    /// <summary>The pages, read one at a time as they are asked for. What cannot be read is named, and reading goes on where it can.</summary>
    /// <param name="stream">The file; it is disposed with the last page.</param>
    /// <param name="name">The file's name: pages are called after it.</param>
    public static IEnumerable<ArchivedPage> Read(Stream stream, string name)
    {
        using var opened = new PeekedStream(stream);
        foreach (ArchivedPage page in Read(opened, name, DeepestPacking)) yield return page;
    }

    private static IEnumerable<ArchivedPage> Read(PeekedStream stream, string name, int depth)
    {
        if (Opening(stream) is not { } opening)
        {
            yield return new ArchivedPage(name, null, "it is damaged; nothing of it can be read");
            yield break;
        }
        if (depth > 0 && Packing.Opened(stream) is { } content)
        {
            using var unpacked = new PeekedStream(content);
            foreach (ArchivedPage page in Read(unpacked, Packing.WithoutExtension(name), depth - 1)) yield return page;
        }
        else if (WebArchive.Begins(opening))
        {
            foreach (ArchivedPage page in WebArchive.Read(stream, name)) yield return page;
        }
        else if (opening is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            foreach (ArchivedPage page in Zip(stream, name)) yield return page;
        }
        else if (opening.AsSpan().StartsWith("From "u8))
        {
            foreach (ArchivedPage page in Mailbox(stream, name)) yield return page;
        }
        else
        {
            yield return Single(stream, name);
        }
    }

    // A damaged member of a packed file is passed over, be it the first.
    private static byte[]? Opening(PeekedStream stream)
    {
        const int mostDamaged = 100;
        for (int damaged = 0; damaged < mostDamaged; damaged++)
        {
            try
            {
                return stream.Peek(64).ToArray();
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                if (e is not DamagedMemberException) return null;
            }
        }
        return null;
    }

    private static ArchivedPage Single(Stream stream, string name)
    {
        byte[] bytes = Unpacked.All(stream, out bool isCut);
        if (bytes.Length == 0) return new ArchivedPage(name, null, isCut ? "it is damaged; nothing of it can be read" : "the file is empty");
        return new ArchivedPage(name, new Page(name, bytes), isCut ? "it is damaged or too long: only its beginning is read" : null);
    }

    private static IEnumerable<ArchivedPage> Zip(Stream stream, string name)
    {
        ZipArchive? zip = null;
        string? problem = null;
        try
        {
            // The list of a zip stands at its end: what cannot be searched is copied to a file that goes with its handle.
            zip = new ZipArchive(Seekable(stream), ZipArchiveMode.Read);
            _ = zip.Entries.Count;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            problem = $"no zip file that can be read ({e.Message.TrimEnd('.')})";
        }
        if (problem is not null || zip is null)
        {
            yield return new ArchivedPage(name, null, problem);
            yield break;
        }
        using (zip)
        {
            foreach (ZipArchiveEntry entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal).Take(MostEntries))
                if (PageExtensions.Contains(Path.GetExtension(entry.FullName), StringComparer.OrdinalIgnoreCase)) yield return Entry(entry, name);
        }
    }

    private static ArchivedPage Entry(ZipArchiveEntry entry, string name)
    {
        string where = $"{name}, {entry.FullName}";
        try
        {
            using Stream content = entry.Open();
            byte[] bytes = Unpacked.All(content, out bool isCut);
            if (bytes.Length == 0) return new ArchivedPage(where, null, isCut ? "it is damaged; nothing of it can be read" : "the file is empty");
            return new ArchivedPage(where, new Page(entry.FullName, bytes), isCut ? "it is damaged or too long: only its beginning is read" : null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return new ArchivedPage(where, null, $"it cannot be unpacked ({e.Message.TrimEnd('.')})");
        }
    }

    private static FileStream Seekable(Stream stream)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static IEnumerable<ArchivedPage> Mailbox(Stream stream, string name)
    {
        var parser = new MimeParser(ParserOptions.Default, stream, MimeFormat.Mbox);
        for (int number = 1; ; number++)
        {
            string where = $"{name}, message {number.ToString("N0", CultureInfo.InvariantCulture)}";
            ArchivedPage? page;
            try
            {
                if (parser.IsEndOfStream) yield break;
                using MimeMessage message = parser.ParseMessage();
                using var bytes = new MemoryStream();
                message.WriteTo(bytes);
                page = new ArchivedPage(where, new Page($"{name}-{number.ToString(CultureInfo.InvariantCulture)}", bytes.ToArray(), null, "message/rfc822"));
            }
            catch (Exception e) when (e is FormatException or IOException or InvalidDataException)
            {
                page = new ArchivedPage(where, null, $"no message that can be read ({e.Message.TrimEnd('.')}); the rest of the file is passed over");
            }
            yield return page;
            if (page.Page is null) yield break;
        }
    }
}
