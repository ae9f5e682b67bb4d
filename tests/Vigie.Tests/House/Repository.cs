using System.Diagnostics;

namespace Vigie.Tests.House;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Built = ["artifacts", "bin", "obj", ".git", ".vs", ".idea", "BenchmarkDotNet.Artifacts", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => System.IO.File.ReadAllText(File(parts));

    /// <summary>Paths of the source files from the root, with '/'; those that git tracks, or where there is no git those that no build made.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static IEnumerable<string> FilesUnder(string folder, string extension) =>
        Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && file.EndsWith(extension, StringComparison.Ordinal));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Vigie.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no Vigie.slnx above " + AppContext.BaseDirectory);
    }

    private static List<string> ListFiles()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process git = Process.Start(start)!;
            string listed = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode == 0 && listed.Length > 0)
                return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => System.IO.File.Exists(File(file))).Order(StringComparer.Ordinal)];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git here: the folders are walked instead.
        }
        var files = new List<string>();
        Walk(new DirectoryInfo(Root), "", files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Walk(DirectoryInfo folder, string path, List<string> files)
    {
        foreach (FileInfo file in folder.EnumerateFiles()) files.Add(path + file.Name);
        foreach (DirectoryInfo inner in folder.EnumerateDirectories())
            if (!Built.Contains(inner.Name)) Walk(inner, path + inner.Name + "/", files);
    }
}
