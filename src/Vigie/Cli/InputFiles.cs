namespace Vigie.Cli;

/// <summary>Finds the files that the arguments of a command name.</summary>
internal static class InputFiles
{
    /// <summary>The argument that means standard input.</summary>
    public const string Standard = "-";

    private static readonly string[] Extensions = [".txt", ".jsonl", ".ndjson"];

    private static readonly EnumerationOptions WholeFolder = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>Files in the order of the arguments; a folder gives its texts and JSON lines, in ordinal order of their paths.</summary>
    /// <param name="others">Extensions of further files that a folder gives.</param>
    /// <exception cref="InputException">The folder holds none, or cannot be listed.</exception>
    public static IEnumerable<string> Of(string argument, params IReadOnlyList<string> others)
    {
        if (argument == Standard || !Directory.Exists(argument)) return [argument];
        try
        {
            string[] files = [.. Directory.EnumerateFiles(argument, "*", WholeFolder).Where(file => HasExtension(file, Extensions) || HasExtension(file, others)).Order(StringComparer.Ordinal)];
            return files.Length > 0 ? files : throw new InputException("no .txt or .jsonl file in this folder; name another, or the files themselves");
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

    private static bool HasExtension(string file, IReadOnlyList<string> extensions) => extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
