using Vigie.Tests.House;

namespace Vigie.Tests.Corpora;

/// <summary>The case files under <c>corpora/</c>, and the measuring data that may lie beside the repository.</summary>
internal static class Corpus
{
    /// <summary>Fields of every line that is no comment, parted by tabs.</summary>
    public static IEnumerable<string[]> Lines(string folder, string file) =>
        File.ReadLines(Repository.File("corpora", folder, file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    /// <summary>Path of a measuring file or folder, in the folder that VIGIE_SHARED names or in <c>shared</c> beside the repository; null where there is none.</summary>
    public static string? Shared(params string[] parts)
    {
        string root = Environment.GetEnvironmentVariable("VIGIE_SHARED") ?? Repository.File("..", "shared");
        string path = Path.Combine([root, .. parts]);
        return Path.Exists(path) ? path : null;
    }
}
