using System.IO.Compression;
using System.Text;
using CsCheck;
using Vigie.Text.Pages.Archives;
using Xunit;
using ZstdSharp;

namespace Vigie.Tests.Pages;

/// <summary>Archives of pages: whole, packed, cut short and damaged.</summary>
public sealed class ArchiveTests
{
    private static readonly string Html = PageSample.Html("Raid on a market town", PageSample.Paragraphs(2));

    [Fact]
    public void A_record_of_a_response_is_a_page()
    {
        ArchivedPage page = Assert.Single(Read(Warc(Html), "a.warc"));
        Assert.Null(page.Problem);
        Assert.Equal(("https://h.example/1", Html), (page.Page!.Url, Encoding.UTF8.GetString(page.Page.Bytes.Span)));
        Assert.Equal("2025-03-14T09:42:00Z", page.Page.Collected.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Chunks_are_put_together_and_a_body_that_only_says_it_has_them_stays(bool isChunked)
    {
        string body = isChunked ? $"{Html.Length / 2:x}\r\n{Html[..(Html.Length / 2)]}\r\n{Html.Length - Html.Length / 2:x}\r\n{Html[(Html.Length / 2)..]}\r\n0\r\n\r\n" : Html;
        ArchivedPage page = Assert.Single(Read(Warc(body, "Transfer-Encoding: chunked\r\n"), "a.warc"));
        Assert.Equal(Html, Encoding.UTF8.GetString(page.Page!.Bytes.Span));
    }

    [Fact]
    public void A_packed_body_is_unpacked()
    {
        byte[] record = Record([.. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"), .. Gzip(Encoding.UTF8.GetBytes(Html))]);
        Assert.Equal(Html, Encoding.UTF8.GetString(Assert.Single(Read(record, "a.warc")).Page!.Bytes.Span));
    }

    [Fact]
    public void Members_packed_one_by_one_are_read_and_a_damaged_one_is_passed_over()
    {
        // Letters without order, so that a member is longer than what is read ahead.
        string[] pages = [.. Enumerable.Range(0, 6).Select(n => PageSample.Html($"Raid {n}", PageSample.Paragraphs(3)) + Noise(n))];
        byte[][] members = [.. pages.Select(page => Gzip(Warc(page)))];
        Assert.Equal(6, Read([.. members.SelectMany(member => member)], "a.warc.gz").Count(page => page.Page is not null));

        members[2].AsSpan(200, 300).Clear();
        List<ArchivedPage> read = Read([.. members.SelectMany(member => member)], "a.warc.gz");
        Assert.InRange(read.Count(page => page.Page is not null && page.Problem is null), 3, 5);
        Assert.Contains(read, page => page.Problem is not null);
        Assert.Contains(read, page => page.Page is not null && Encoding.UTF8.GetString(page.Page.Bytes.Span) == pages[5]);
    }

    [Fact]
    public void An_archive_cut_short_gives_what_it_has_and_says_so()
    {
        byte[] whole = Warc(Html);
        ArchivedPage page = Assert.Single(Read(whole[..(whole.Length / 2 + 100)], "a.warc"));
        Assert.NotNull(page.Problem);
        Assert.StartsWith(Encoding.UTF8.GetString(page.Page!.Bytes.Span), Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_archives_are_read_also_with_blanks_in_addresses()
    {
        string body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Html;
        string arc = $"filedesc://a.arc 0.0.0.0 20140216050221 text/plain 10\n1 0 Test 1\n\nhttp://h.example/a b 1.2.3.4 20140216050222 text/html {Encoding.UTF8.GetByteCount(body)}\n{body}\n";
        ArchivedPage page = Assert.Single(Read(Encoding.UTF8.GetBytes(arc), "a.arc"));
        Assert.Equal(("http://h.example/a b", "2014-02-16T05:02:22Z"), (page.Page!.Url, page.Page.Collected.ToString()));
    }

    [Fact]
    public void Zip_mail_and_packed_pages_are_read()
    {
        using var zip = new MemoryStream();
        using (var writer = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (string name in (string[])["b/2.html", "a/1.html", "c.exe"])
                using (Stream entry = writer.CreateEntry(name).Open()) entry.Write(Encoding.UTF8.GetBytes(Html));
        Assert.Equal(["a/1.html", "b/2.html"], Read(zip.ToArray(), "a.zip").Select(page => page.Page!.Id));

        string mail = "From MAILER Fri Mar 14 09:42:00 2025\nFrom: Awa <awa@h.example>\nSubject: Attaque\nDate: Fri, 14 Mar 2025 09:42:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nDes hommes ont attaqué.\n\n";
        List<ArchivedPage> mails = Read(Encoding.UTF8.GetBytes(mail + mail), "a.mbox");
        Assert.Equal(2, mails.Count);
        var article = Assert.Single(PageSample.Contents.Read(mails[0].Page!)).Article;
        Assert.Equal(("Attaque", "Des hommes ont attaqué.", "2025-03-14T09:42:00+01:00"), (article.Title, article.Text, article.Published?.ToString()));

        using var packer = new Compressor();
        Assert.Equal(("a.html", Html), Named(Read(packer.Wrap(Encoding.UTF8.GetBytes(Html)).ToArray(), "a.html.zst")));
        Assert.Equal(("a.html", Html), Named(Read(Gzip(Encoding.UTF8.GetBytes(Html)), "a.html.gz")));
    }

    [Fact]
    public void Any_damage_gives_pages_or_reasons()
    {
        byte[] plain = [.. Warc(Html), .. Warc(Html, "Transfer-Encoding: chunked\r\n")];
        byte[] packed = [.. Gzip(Warc(Html)), .. Gzip(Warc(Html))];
        Gen.Select(Gen.Bool, Gen.Int[0, 3000], Gen.Int[0, 40], Gen.Byte, Gen.Int[0, 3000]).Sample((isPacked, at, length, unit, end) =>
        {
            byte[] bytes = [.. isPacked ? packed : plain];
            for (int i = at; i < Math.Min(bytes.Length, at + length); i++) bytes[i] = unit;
            return Read(end % 3 == 0 ? bytes[..Math.Min(bytes.Length, end)] : bytes, "a.warc").TrueForAll(page => page.Page is not null || page.Problem is not null);
        });
    }

    [Fact]
    public void A_bomb_is_cut_off()
    {
        byte[] bomb = Gzip(new byte[200_000_000]);
        ArchivedPage page = Assert.Single(Read(bomb, "a.html.gz"));
        Assert.NotNull(page.Problem);
        Assert.True(page.Page is null || page.Page.Bytes.Length <= 32 * 1024 * 1024);
    }

    private static (string, string) Named(List<ArchivedPage> pages) => (Assert.Single(pages).Page!.Id, Encoding.UTF8.GetString(pages[0].Page!.Bytes.Span));

    private static List<ArchivedPage> Read(byte[] bytes, string name) => [.. ArchiveReader.Read(new MemoryStream(bytes), name)];

    private static byte[] Warc(string html, string header = "") => Record(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{header}\r\n{html}"));

    private static byte[] Record(byte[] body) =>
    [
        .. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://h.example/1>\r\nWARC-Date: 2025-03-14T09:42:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body, .. "\r\n\r\n"u8,
    ];

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(bytes);
        return packed.ToArray();
    }

    private static string Noise(int seed)
    {
        var random = new Random(seed);
        return "<!--" + string.Concat(Enumerable.Range(0, 40_000).Select(_ => (char)('a' + random.Next(26)))) + "-->";
    }
}
