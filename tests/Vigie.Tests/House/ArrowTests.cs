using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Vigie.Tests.House;

/// <summary>Arrows go one way: between projects, and between the folders of a project.</summary>
public sealed partial class ArrowTests
{
    /// <summary>What each project may refer to.</summary>
    private static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["Vigie.Text"] = [],
        ["Vigie.Events"] = ["Vigie.Text"],
        ["Vigie.Store"] = ["Vigie.Events", "Vigie.Text"],
        ["Vigie.Desk"] = ["Vigie.Store", "Vigie.Events", "Vigie.Text"],
        ["Vigie"] = ["Vigie.Desk", "Vigie.Store", "Vigie.Events", "Vigie.Text"],
        ["Vigie.Training"] = ["Vigie.Events", "Vigie.Text"],
    };

    /// <summary>The files at the root of a project that put the steps of its folders in a line.</summary>
    private static readonly string[] Doors = ["src/Vigie.Text/DocumentReader.cs"];

    /// <summary>Folders that recognise one thing each: they know the words of the domain and nothing of one another's readers.</summary>
    private static readonly string[] Recognisers = ["Times", "Counts", "Places", "Actors", "Names", "Encoding"];

    [Fact]
    public void Projects_refer_only_downwards()
    {
        var wrong = new List<string>();
        foreach (string file in Repository.FilesUnder("src", ".csproj"))
        {
            string project = Path.GetFileNameWithoutExtension(file);
            Assert.True(Projects.ContainsKey(project), $"{file}: say in this test what the project may refer to");
            foreach (XElement reference in XDocument.Load(Repository.File(file)).Descendants("ProjectReference"))
            {
                string other = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
                if (!Projects[project].Contains(other)) wrong.Add($"{project} -> {other}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Torch_is_used_by_training_alone() =>
        Assert.Equal(["src/Vigie.Training/Vigie.Training.csproj"],
            Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)
                && Repository.Read(file).Contains("TorchSharp", StringComparison.Ordinal)));

    [Fact]
    public void A_project_uses_no_namespace_above_it()
    {
        var wrong = new List<string>();
        foreach ((string file, string project, _) in Sources())
            foreach (string used in UsedNamespaces(file))
            {
                string other = ProjectOf(used);
                if (other != project && !Projects[project].Contains(other)) wrong.Add($"{file} uses {used}");
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Recognisers_do_not_know_the_coder()
    {
        var wrong = new List<string>();
        foreach ((string file, string project, string folder) in Sources())
            if (project == "Vigie.Events" && Recognisers.Contains(folder))
                wrong.AddRange(UsedFolders(file, project).Where(other => other is "Coding" or "Incidents").Select(other => $"{file} uses {other}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_words_of_the_domain_know_no_folder()
    {
        var wrong = new List<string>();
        foreach ((string file, string project, string folder) in Sources())
            if (folder.Length == 0 && (project is "Vigie.Text" or "Vigie.Events") && !Doors.Contains(file))
                wrong.AddRange(UsedFolders(file, project).Select(other => $"{file} uses {other}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Folders_of_a_project_form_no_circle()
    {
        // The desk gives the same addresses as pages, as tables and to programs: its folders know one another.
        foreach (string project in Projects.Keys.Where(project => project != "Vigie.Desk"))
        {
            var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
            foreach ((string file, _, string folder) in Sources().Where(source => source.Project == project && source.Folder.Length > 0))
            {
                if (!uses.TryGetValue(folder, out HashSet<string>? others)) uses[folder] = others = new(StringComparer.Ordinal);
                others.UnionWith(UsedFolders(file, project).Where(other => other != folder));
            }
            foreach (string folder in uses.Keys)
                Assert.False(Reaches(folder, folder, uses, []), $"{project}/{folder} comes back to itself");
        }
    }

    [Fact]
    public void A_file_stands_in_the_namespace_of_its_folder()
    {
        var wrong = new List<string>();
        foreach ((string file, string project, string folder) in Sources())
        {
            Match declared = NamespaceLine().Match(Repository.Read(file));
            if (!declared.Success) continue;
            string expected = folder.Length == 0 ? project : project + "." + folder;
            string found = declared.Groups[1].Value;
            if (found != expected && !found.StartsWith(expected + ".", StringComparison.Ordinal)) wrong.Add($"{file} declares {found}");
        }
        Assert.Empty(wrong);
    }

    private static IEnumerable<(string File, string Project, string Folder)> Sources()
    {
        foreach (string file in Repository.FilesUnder("src", ".cs"))
        {
            string[] parts = file.Split('/');
            yield return (file, parts[1], parts.Length > 3 ? parts[2] : "");
        }
    }

    private static IEnumerable<string> UsedNamespaces(string file) =>
        UsedNamespace().Matches(Code(file)).Select(match => match.Value.TrimEnd('.')).Where(name => Projects.ContainsKey(ProjectOf(name)));

    private static IEnumerable<string> UsedFolders(string file, string project)
    {
        string code = Code(file);
        string[] folders = [.. Sources().Where(source => source.Project == project && source.Folder.Length > 0).Select(source => source.Folder).Distinct()];
        return folders.Where(folder => Regex.IsMatch(code, $@"\b{Regex.Escape(project)}\.{folder}\b"));
    }

    private static string Code(string file) =>
        string.Join('\n', Repository.Read(file).Split('\n').Where(line =>
        {
            string start = line.TrimStart();
            return !start.StartsWith("//", StringComparison.Ordinal) && !start.StartsWith("namespace ", StringComparison.Ordinal);
        }));

    private static string ProjectOf(string name)
    {
        string[] parts = name.Split('.');
        string two = parts.Length > 1 ? parts[0] + "." + parts[1] : parts[0];
        return Projects.ContainsKey(two) ? two : parts[0];
    }

    private static bool Reaches(string from, string to, Dictionary<string, HashSet<string>> uses, HashSet<string> seen)
    {
        if (!uses.TryGetValue(from, out HashSet<string>? others)) return false;
        foreach (string other in others)
            if (other == to || (seen.Add(other) && Reaches(other, to, uses, seen))) return true;
        return false;
    }

    [GeneratedRegex(@"\bVigie(\.[A-Z]\w*)+")]
    private static partial Regex UsedNamespace();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
