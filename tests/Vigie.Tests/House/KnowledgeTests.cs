using Xunit;

namespace Vigie.Tests.House;

/// <summary>Knowledge and weights say what they are, where they come from and under which licence they may be used.</summary>
public sealed class KnowledgeTests
{
    /// <summary>Words of which a header or a card has at least one.</summary>
    private static readonly string[] Licence = ["licence", "license", "CC0", "CC BY", "public domain"];

    [Fact]
    public void Every_data_file_says_its_licence()
    {
        var wrong = new List<string>();
        foreach (string file in Repository.Files.Where(file => file.StartsWith("data/", StringComparison.Ordinal) && !file.EndsWith(".md", StringComparison.Ordinal)))
        {
            if (Path.GetExtension(file) is ".yaml" or ".tsv" or ".txt" or ".csv")
            {
                string header = string.Join('\n', File.ReadLines(Repository.File(file)).TakeWhile(line => line.StartsWith('#')));
                if (header.Length == 0) wrong.Add(file + ": no comment header");
                else if (!Licence.Any(word => header.Contains(word, StringComparison.OrdinalIgnoreCase))) wrong.Add(file + ": the header names no licence");
            }
            else if (!HasCard(file) && !Repository.Read("NOTICE").Contains(file, StringComparison.Ordinal))
            {
                wrong.Add(file + ": neither a card beside it nor NOTICE names the file and its licence");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_model_file_has_a_card()
    {
        string[] cardless = [.. Repository.Files.Where(file => file.StartsWith("models/", StringComparison.Ordinal) && !file.EndsWith(".md", StringComparison.Ordinal) && !HasCard(file))];
        Assert.Empty(cardless);
    }

    [Fact]
    public void Every_package_has_its_reason_written_down()
    {
        string reasons = string.Concat(Repository.FilesUnder("docs/decisions", ".md").Select(file => Repository.Read(file)));
        var versions = System.Xml.Linq.XDocument.Load(Repository.File("Directory.Packages.props"));
        string[] unexplained = [.. versions.Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value)
            .Where(package => !reasons.Contains("`" + package + "`", StringComparison.Ordinal))];
        Assert.Empty(unexplained);
    }

    /// <summary>A card is a page in the same folder that names the file and its licence.</summary>
    private static bool HasCard(string file)
    {
        string folder = file[..(file.LastIndexOf('/') + 1)];
        return Repository.Files.Any(card => card.StartsWith(folder, StringComparison.Ordinal) && !card[folder.Length..].Contains('/', StringComparison.Ordinal)
            && card.EndsWith(".md", StringComparison.Ordinal)
            && Repository.Read(card) is var text
            && text.Contains(file[folder.Length..], StringComparison.Ordinal)
            && Licence.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
