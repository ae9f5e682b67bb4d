using Vigie.Text;

namespace Vigie.Cli;

/// <summary>One page of the input, or why it is none.</summary>
/// <param name="Where">Names it to a person.</param>
/// <param name="Problem">What could not be read and what to do, or null.</param>
internal sealed record PageInput(string Where, Page? Page, string? Problem = null);

/// <summary>Reads the pages of files, folders and standard input, one at a time.</summary>
internal static class PageInputs
{
    /// <summary>Most bytes of one page that are looked at.</summary>
    private const int LongestPage = 32 * 1024 * 1024;

    public static IEnumerable<PageInput> Read(IEnumerable<string> arguments)
    {
        foreach (string argument in arguments)
        {
            IEnumerable<string> files = [];
            PageInput? problem = null;
            try
            {
                files = InputFiles.Pages(argument);
            }
            catch (InputException e)
            {
                problem = new PageInput(argument, null, e.Message);
            }
            if (problem is not null) yield return problem;
            foreach (string file in files) yield return ReadFile(file);
        }
    }

    private static PageInput ReadFile(string file)
    {
        string where = file == InputFiles.Standard ? "standard input" : file;
        try
        {
            using Stream stream = InputFiles.Open(file);
            byte[] bytes = Start(stream, out bool more);
            if (bytes.Length == 0) return new PageInput(where, null, "the file is empty; give a web page");
            string name = file == InputFiles.Standard ? "stdin" : Path.GetFileName(file);
            return new PageInput(where, new Page(name, bytes), more ? "longer than 32 MB: only its beginning is read" : null);
        }
        catch (InputException e)
        {
            return new PageInput(where, null, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PageInput(where, null, $"it cannot be read ({e.Message.TrimEnd('.')}); check the file");
        }
    }

    /// <summary>The first bytes of a stream, as many as a page has at most.</summary>
    /// <param name="more">Whether there are more.</param>
    public static byte[] Start(Stream stream, out bool more)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0 && bytes.Length < LongestPage) bytes.Write(buffer, 0, read);
        more = read > 0;
        return bytes.ToArray();
    }
}
