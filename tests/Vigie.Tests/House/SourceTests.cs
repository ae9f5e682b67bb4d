using System.Text.RegularExpressions;
using Vigie.Cli;
using Xunit;

namespace Vigie.Tests.House;

/// <summary>Rules of the house that a reader of the source relies on.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 400;
    private const int LongestSearched = 4_000_000;

    /// <summary>Names that say nothing of what a type is for.</summary>
    private static readonly string[] EmptyNames = ["Util", "Utils", "Utilities", "Manager", "Helper", "Helpers", "Misc", "Common"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.Empty(Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => (file, lines: File.ReadLines(Repository.File(file)).Count()))
            .Where(file => file.lines > LongestFile)
            .Select(file => $"{file.file}: {file.lines} lines are two ideas"));

    [Fact]
    public void No_type_has_an_empty_name() =>
        Assert.Empty(from file in Repository.Files
                     where file.EndsWith(".cs", StringComparison.Ordinal)
                     from Match type in TypeName().Matches(Repository.Read(file))
                     let name = type.Groups[1].Value
                     where EmptyNames.Any(empty => name.EndsWith(empty, StringComparison.Ordinal))
                     select $"{file}: {name}");

    [Fact]
    public void No_file_names_a_path_of_a_machine()
    {
        // Put together here, so that this file does not name them either.
        string[] paths = ["/" + "home/", "/" + "root/", "/" + "work/", "/" + "Users/", ":\\" + "Users\\"];
        var wrong = new List<string>();
        foreach (string file in Repository.Files)
        {
            var info = new FileInfo(Repository.File(file));
            if (info.Length > LongestSearched || IsBinary(info)) continue;
            string text = File.ReadAllText(info.FullName);
            wrong.AddRange(paths.Where(path => NamesPath(text, path)).Select(path => $"{file}: {path}"));
        }
        Assert.Empty(wrong);
    }

    /// <summary>An interface earns its place by a second implementation.</summary>
    [Fact]
    public void Every_interface_has_two_implementations()
    {
        Type[] types = [.. new[] { typeof(Text.Span).Assembly, typeof(Events.Event).Assembly, typeof(VigieCommand).Assembly }.SelectMany(assembly => assembly.GetTypes())];
        Assert.Empty(types.Where(type => type.IsInterface && (type.Namespace ?? "").StartsWith("Vigie", StringComparison.Ordinal))
            .Where(type => types.Count(other => other.IsClass && !other.IsAbstract && type.IsAssignableFrom(other)) < 2)
            .Select(type => type.FullName));
    }

    private static bool NamesPath(string text, string path)
    {
        // An address on the web may have any of these within it: a path of a machine begins after a blank, a quote or a bracket.
        for (int at = text.IndexOf(path, StringComparison.Ordinal); at >= 0; at = text.IndexOf(path, at + 1, StringComparison.Ordinal))
            if (at == 0 || path[0] == ':' || " \t\n\"'`(=:,[<".Contains(text[at - 1], StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsBinary(FileInfo file)
    {
        Span<byte> start = stackalloc byte[4096];
        using FileStream stream = file.OpenRead();
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..read].Contains((byte)0);
    }

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?([A-Z]\w*)")]
    private static partial Regex TypeName();
}
