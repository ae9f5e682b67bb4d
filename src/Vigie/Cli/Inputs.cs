using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Vigie.Text;
using Vigie.Text.Pages;
using Vigie.Text.Pages.Archives;

namespace Vigie.Cli;

/// <summary>Reads the articles of files, folders and standard input, one at a time: memory does not grow with the input.</summary>
internal static class Inputs
{
    /// <summary>Longest article coded, in UTF-16 code units: title and text, some 17,000 words. What is beyond it is left out, and said.</summary>
    public const int LongestArticle = 100_000;

    /// <summary>Longest title of a line of JSON, in UTF-16 code units; what is beyond it is left out, and said.</summary>
    public const int LongestTitle = 1_000;

    /// <summary>Longest line of JSON, in bytes: an article of <see cref="LongestArticle"/>, were every letter an escape.</summary>
    public const int LongestLine = 6 * LongestArticle + 100_000;

    /// <summary>Longest line of JSON that holds an article with its events, in bytes.</summary>
    public const int LongestRecord = 8 * LongestLine;

    /// <summary>Most bytes of a plain text that are looked at.</summary>
    private const int LongestPlainText = 4 * LongestArticle;

    private const int BadLinesNamed = 10;

    /// <param name="arguments">Files, folders, or <c>-</c>.</param>
    public static IEnumerable<Input> Read(IEnumerable<string> arguments, InputDefaults defaults)
    {
        foreach (string argument in arguments)
        {
            IEnumerable<string> files = [];
            Input? problem = null;
            try
            {
                files = InputFiles.Of(argument);
            }
            catch (InputException e)
            {
                problem = Input.Unreadable(argument, e.Message);
            }
            if (problem is not null) yield return problem;
            foreach (string file in files)
                foreach (Input input in ReadFile(file, defaults)) yield return input;
        }
    }

    private static IEnumerable<Input> ReadFile(string file, InputDefaults defaults)
    {
        string where = file == InputFiles.Standard ? "standard input" : file;
        Stream? stream = null;
        Input? problem = null;
        try
        {
            stream = new OpeningBytes(IsPackedLines(file) ? Packing.Open(InputFiles.Open(file)) : InputFiles.Open(file));
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            problem = Input.Unreadable(where, e is InputException ? e.Message : CannotBeRead(e));
        }
        if (problem is not null) yield return problem;
        if (stream is null) yield break;
        using (stream)
        {
            string name = file == InputFiles.Standard ? "stdin" : Path.GetFileNameWithoutExtension(Packing.WithoutExtension(file));
            if (IsPage(file, (OpeningBytes)stream)) foreach (Input input in ReadPages(stream, where, file == InputFiles.Standard ? name : Path.GetFileName(file), defaults)) yield return input;
            else if (!IsJsonLines(file, (OpeningBytes)stream)) yield return ReadPlain(stream, where, name, defaults);
            else foreach (Input input in ReadLines(stream, where, name, defaults)) yield return input;
        }
    }

    /// <summary>By the extension, or where it tells nothing by the first letter.</summary>
    private static bool IsJsonLines(string file, OpeningBytes stream) => Path.GetExtension(Packing.WithoutExtension(file)).ToUpperInvariant() switch
    {
        ".JSONL" or ".NDJSON" => true,
        ".TXT" => false,
        _ => stream.Opening.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8),
    };

    private static Input ReadPlain(Stream stream, string where, string name, InputDefaults defaults)
    {
        try
        {
            byte[] bytes = new byte[LongestPlainText];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            bool more = length == bytes.Length && stream.ReadByte() >= 0;
            Decoded decoded = Decoding.Decode(bytes.AsSpan(0, more ? WholeCharacters(bytes) : length));
            if (string.IsNullOrWhiteSpace(decoded.Text)) throw new InputException("the file is empty; give a report to code");
            (string text, string? problem) = Cut(decoded.Text, LongestArticle, "", more);
            Article article = PlainText.Read(name, text);
            article = article with { Published = defaults.Published ?? article.Published, Language = defaults.Language ?? article.Language };
            return new Input(where, article, problem, decoded.Note);
        }
        catch (InputException e)
        {
            return Input.Unreadable(where, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Input.Unreadable(where, CannotBeRead(e));
        }
    }

    private static IEnumerable<Input> ReadLines(Stream stream, string where, string name, InputDefaults defaults)
    {
        var lines = new ByteLines(stream, LongestLine);
        int articles = 0, bad = 0;
        while (true)
        {
            Input? input;
            bool last = false;
            try
            {
                if (!lines.Next(out ReadOnlyMemory<byte> line)) break;
                if (lines.Number == 1 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
                if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
                if (line.Span.Contains((byte)0)) throw new IOException($"a NUL byte in line {Number(lines.Number)}: a binary file");
                input = ReadLine(line, lines, where, name, defaults);
            }
            catch (IOException e)
            {
                input = Input.Unreadable(where, CannotBeRead(e));
                last = true;
            }
            if (input.Article is not null) articles++;
            else if (!last && ++bad > BadLinesNamed) continue;
            yield return input;
            if (last) yield break;
        }
        if (bad > BadLinesNamed)
            yield return Input.Unreadable(where, Number(bad - BadLinesNamed) + " more lines are no articles; is this file made of lines of JSON?");
        if (articles == 0 && bad == 0)
            yield return Input.Unreadable(where, "the file is empty; give lines of JSON, one article a line");
    }

    private static Input ReadLine(ReadOnlyMemory<byte> line, ByteLines lines, string where, string name, InputDefaults defaults)
    {
        string number = Number(lines.Number);
        where = $"{where}, line {number}";
        try
        {
            if (lines.TooLong) throw new InputException($"longer than {Number(LongestLine)} bytes; give one article a line");
            string? note = null;
            if (!Utf8.IsValid(line.Span))
            {
                Decoded decoded = Decoding.Decode(line.Span);
                note = decoded.Note;
                line = Encoding.UTF8.GetBytes(decoded.Text);
            }
            Article article = ArticleLine.Read(line, name + "-" + lines.Number.ToString(CultureInfo.InvariantCulture));
            (string title, string? titleProblem) = Cut(article.Title, LongestTitle, "\"title\" is ");
            (string text, string? textProblem) = Cut(article.Text, LongestArticle - title.Length - 1, "\"text\" is ");
            string? problem = titleProblem is not null && textProblem is not null ? titleProblem + "; " + textProblem : titleProblem ?? textProblem;
            article = article with { Title = title, Text = text, Published = article.Published ?? defaults.Published, Language = article.Language ?? defaults.Language };
            return new Input(where, article, problem, note);
        }
        catch (InputException e)
        {
            return Input.Unreadable(where, e.Message);
        }
    }

    /// <summary>The text no longer than <paramref name="longest"/>, cut between words where it can be, and what to say of that.</summary>
    /// <param name="subject">What is too long, before the words that say so.</param>
    /// <param name="more">Whether the text goes on beyond what is given.</param>
    private static (string Text, string? Problem) Cut(string text, int longest, string subject, bool more = false)
    {
        if (text.Length <= longest && !more) return (text, null);
        int end = Math.Min(text.Length, longest);
        int from = end - Math.Min(end, 500);
        int blank = text.AsSpan(from, end - from).LastIndexOfAny(' ', '\n');
        if (blank >= 0) end = from + blank;
        else if (char.IsHighSurrogate(text[end - 1])) end--;
        return (text[..end], $"{subject}too long for one article: only its first {Number(end)} characters are coded; split it into articles");
    }

    /// <summary>Length of the bytes without a character that the cut broke.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.Length;
        while (end > bytes.Length - 4 && (bytes[end - 1] & 0xC0) == 0x80) end--;
        return bytes[end - 1] >= 0xC0 ? end - 1 : bytes.Length;
    }

    private static IEnumerable<Input> ReadPages(Stream stream, string where, string name, InputDefaults defaults)
    {
        foreach (PageInput page in PageInputs.Read(stream, where, name))
        {
            if (page.Article is not { } named)
            {
                yield return Input.Unreadable(page.Where, page.Problem ?? "no article found in it");
                continue;
            }
            Article article = named.Article.ToArticle(named.Id);
            (string title, string? titleProblem) = Cut(article.Title, LongestTitle, "its title is ");
            (string text, string? textProblem) = Cut(article.Text, LongestArticle - title.Length - 1, "");
            article = article with { Title = title, Text = text, Published = defaults.Published ?? article.Published, Language = defaults.Language ?? article.Language };
            yield return new Input(page.Where, article, page.Problem ?? textProblem ?? titleProblem);
        }
    }

    /// <summary>By the extension, or where it tells nothing by the first letters.</summary>
    private static bool IsPage(string file, OpeningBytes stream)
    {
        string extension = Path.GetExtension(file).ToUpperInvariant();
        if (IsPackedLines(file)) return false;
        if (extension is ".TXT" or ".JSONL" or ".NDJSON" && !IsPacked(stream.Opening)) return extension == ".TXT" && IsWebPage(stream.Opening);
        return InputFiles.IsPage(file) || IsPacked(stream.Opening) || IsWebPage(stream.Opening) || stream.Opening.StartsWith("WARC/"u8) || stream.Opening.StartsWith("%PDF-"u8) || stream.Opening.StartsWith("<?xml"u8);
    }

    /// <summary>Whether a file is named as packed JSON lines.</summary>
    private static bool IsPackedLines(string file) =>
        Packing.WithoutExtension(file) is { } inner && inner.Length < file.Length && Path.GetExtension(inner).ToUpperInvariant() is ".JSONL" or ".NDJSON";

    private static bool IsPacked(ReadOnlySpan<byte> opening) =>
        opening.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]) || opening.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) || opening.StartsWith("PK\u0003\u0004"u8);

    private static bool IsWebPage(ReadOnlySpan<byte> opening)
    {
        string start = Encoding.Latin1.GetString(opening.TrimStart(" \t\r\n\uFEFF"u8));
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string CannotBeRead(Exception e) => $"it cannot be read ({e.Message.TrimEnd('.')}); check the file";

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
