namespace Vigie.Cli;

/// <summary>Standard input, also where a caller closed it.</summary>
internal static class StandardInput
{
    /// <exception cref="InputException">Standard input is closed.</exception>
    public static Stream Open() =>
        IsOwnPipe() ? throw new InputException("it is closed; give a file, or a text through a pipe") : Console.OpenStandardInput();

    /// <summary>
    /// Where a caller closed standard input, the runtime's first pipe takes its number, and reading it would wait for ever:
    /// such a pipe can also be written by this process.
    /// </summary>
    private static bool IsOwnPipe()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists("/proc/self/fd")) return false;
        try
        {
            string? pipe = new FileInfo("/proc/self/fd/0").LinkTarget;
            return pipe is not null && pipe.Contains("pipe:", StringComparison.Ordinal)
                && Directory.EnumerateFileSystemEntries("/proc/self/fd").Any(entry => Writes(entry, pipe));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Writes(string descriptor, string pipe)
    {
        try
        {
            if (new FileInfo(descriptor).LinkTarget != pipe) return false;
            string flags = File.ReadLines("/proc/self/fdinfo/" + Path.GetFileName(descriptor)).First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return flags[^1] == '1'; // octal, O_WRONLY
        }
        catch (IOException)
        {
            return false; // The descriptor of the listing itself is gone by now.
        }
    }
}
