namespace Vigie.Cli;

/// <summary>Finds the files that the arguments of a command name.</summary>
internal static class InputFiles
{
    /// <summary>The argument that means standard input.</summary>
    public const string Standard = "-";

    private static readonly string[] Texts = [".txt", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".pdf", ".eml", ".mbox", ".warc", ".arc", ".zip", ".gz", ".zst"];
    private static readonly string[] Tables = [".csv", ".tsv", ".tab"];
    private static readonly string[] WebPages = [".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".pdf", ".eml", ".mbox", ".warc", ".arc", ".zip", ".gz", ".zst", ".txt", ".jsonl", ".ndjson"];

    private static readonly EnumerationOptions WholeFolder = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>The files that an argument names; a folder gives its texts, JSON lines and pages, in ordinal order of their paths.</summary>
    /// <exception cref="InputException">The folder holds none, or cannot be listed.</exception>
    public static IEnumerable<string> Of(string argument) => Of(argument, Texts, "no .txt, .jsonl or .html file in this folder; name another, or the files themselves");

    /// <summary>The files that an argument names; a folder gives its pages, in ordinal order of their paths.</summary>
    /// <exception cref="InputException">The folder holds none, or cannot be listed.</exception>
    public static string[] Pages(string argument) => Of(argument, WebPages, "no page, feed or archive in this folder; name another, or the files themselves");

    /// <summary>Whether the file's name is one of a page, a feed or an archive.</summary>
    public static bool IsPage(string file) => Path.GetExtension(file) is { } extension && !extension.Equals(".txt", StringComparison.OrdinalIgnoreCase) && WebPages.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>The files that an argument names; a folder gives its texts, JSON lines, pages and tables, in ordinal order of their paths.</summary>
    /// <exception cref="InputException">The folder holds none, or cannot be listed.</exception>
    public static IEnumerable<string> WithTables(string argument) => Of(argument, [.. Texts, .. Tables], "no .txt, .jsonl, .html or .csv file in this folder; name another, or the files themselves");

    /// <summary>Whether a file is a table by its name.</summary>
    public static bool IsTable(string file) => Tables.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static string[] Of(string argument, string[] extensions, string none)
    {
        if (argument == Standard || !Directory.Exists(argument)) return [argument];
        try
        {
            string[] files = [.. Directory.EnumerateFiles(argument, "*", WholeFolder).Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
            return files.Length > 0 ? files : throw new InputException(none);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("the folder cannot be listed; check its permissions");
        }
    }

    /// <exception cref="InputException">The file is missing or cannot be opened.</exception>
    public static Stream Open(string file)
    {
        if (file == Standard) return StandardInput.Open();
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException("no such file; check the name and the folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException("it may not be read; check its permissions");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new InputException("it cannot be opened (" + e.Message.TrimEnd('.') + "); check the name");
        }
    }
}
