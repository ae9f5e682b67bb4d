using System.CommandLine;

namespace Vigie.Cli;

/// <summary>Where the places that a user adds to the gazetteer lie: a folder of compiled files, one a country.</summary>
internal static class AddedGazetteer
{
    public const string Extension = ".gaz";

    /// <summary>The user's own folder, which holds where no option names another.</summary>
    public static string DefaultFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "vigie", "gazetteer");

    public static Option<DirectoryInfo?> Option(string description) => new("--gazetteer") { Description = description, HelpName = "FOLDER" };

    /// <summary>The files of a folder in ordinal order; none where it does not exist.</summary>
    public static IReadOnlyList<string> Files(DirectoryInfo? folder)
    {
        string path = folder?.FullName ?? DefaultFolder;
        return Directory.Exists(path) ? [.. Directory.GetFiles(path, "*" + Extension).Order(StringComparer.Ordinal)] : [];
    }
}
