using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Vigie.Text;
using Vigie.Text.Pages;

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

    // Loaded at the first page: other inputs do not wait for it.
    private static readonly Lazy<PageReader> Pages = new(() => PageReader.Load(DataFolder.BesideProgram));

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
            stream = new OpeningBytes(InputFiles.Open(file));
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            problem = Input.Unreadable(where, e is InputException ? e.Message : CannotBeRead(e));
        }
        if (problem is not null) yield return problem;
        if (stream is null) yield break;
        using (stream)
        {
            string name = file == InputFiles.Standard ? "stdin" : Path.GetFileNameWithoutExtension(file);
            if (IsWebPage(file, (OpeningBytes)stream)) yield return ReadPage(stream, where, name, defaults);
            else if (!IsJsonLines(file, (OpeningBytes)stream)) yield return ReadPlain(stream, where, name, defaults);
            else foreach (Input input in ReadLines(stream, where, name, defaults)) yield return input;
        }
    }

    /// <summary>By the extension, or where it tells nothing by the first letter.</summary>
    private static bool IsJsonLines(string file, OpeningBytes stream) => Path.GetExtension(file).ToUpperInvariant() switch
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

    private static Input ReadPage(Stream stream, string where, string name, InputDefaults defaults)
    {
        try
        {
            PageArticle page = Pages.Value.Read(new Page(name, PageInputs.Start(stream, out bool more)));
            if (page.Text.Length == 0) throw new InputException("no article found in this web page; save its text as .txt");
            (string title, _) = Cut(page.Title, LongestTitle, "");
            (string text, string? problem) = Cut(page.Text, LongestArticle - title.Length - 1, "", more);
            Article article = page.ToArticle(name) with { Title = title, Text = text };
            return new Input(where, article with { Published = defaults.Published ?? article.Published, Language = defaults.Language ?? article.Language }, problem);
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

    /// <summary>By the extension, or where it tells nothing by the first letters.</summary>
    private static bool IsWebPage(string file, OpeningBytes stream)
    {
        string extension = Path.GetExtension(file).ToUpperInvariant();
        if (extension is ".HTML" or ".HTM" or ".XHTML") return true;
        if (extension is ".JSONL" or ".NDJSON") return false;
        string start = Encoding.Latin1.GetString(stream.Opening.TrimStart(" \t\r\n\uFEFF"u8));
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string CannotBeRead(Exception e) => $"it cannot be read ({e.Message.TrimEnd('.')}); check the file";

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
