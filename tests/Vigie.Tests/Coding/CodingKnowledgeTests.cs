using Vigie.Events.Coding;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Coding;

/// <summary>Broken knowledge says in which file and line.</summary>
public sealed class CodingKnowledgeTests : IDisposable
{
    private const string Whole = "mention: 0.5\nsecond_mention: 0.7\nrole: 0.5\nsecond_role: 0.9\nsays: 0.5\nweapon: 0.5\nbackground: 0.5\n";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("vigie-test-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void Thresholds_are_read() => Assert.Equal(0.7, Load("thresholds", Whole).SecondMention);

    [Theory]
    [InlineData("mention: [0.5", 1, 3)]
    [InlineData("mention: 0.5\nsecond_mention: much\n", 2, 2)]
    [InlineData("mention: 0.5\nmentoin: 0.5\n", 2, 2)]
    [InlineData("# a comment\nmention: 0.5\n  second_mention: 0.7\n", 2, 3)]
    [InlineData("", 1, 1)]
    public void Broken_thresholds_name_file_and_line(string yaml, int firstLine, int lastLine)
    {
        var e = Assert.Throws<KnowledgeException>(() => Load("thresholds", yaml));
        Assert.Equal(new DataFolder(root.FullName).Model("reader", "thresholds.yaml"), e.File);
        Assert.InRange(e.Line ?? 0, firstLine, lastLine);
        Assert.StartsWith(e.File + ", line ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_thresholds_are_named()
    {
        Assert.Throws<KnowledgeException>(() => Load("thresholds", Whole.Replace("says: 0.5\n", "", StringComparison.Ordinal)));
        var e = Assert.Throws<KnowledgeException>(() => Thresholds.Load(new DataFolder(Path.Combine(root.FullName, "none"))));
        Assert.EndsWith("thresholds.yaml", e.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("types:\n  - {name: Attack, type: Violence}\nweapons: []\n", 2, 2)]
    [InlineData("types:\n  - {name: Attack, type: Violence, means: a}\n  - {name: Raid, kind: Violence, means: b}\nweapons: []\n", 3, 3)]
    [InlineData("types:\n  - {name: Attack\n", 2, 4)]
    public void A_broken_pack_names_file_and_line(string yaml, int firstLine, int lastLine)
    {
        var data = new DataFolder(root.FullName);
        string path = data.Data("packs", "conflict", "types.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, yaml);
        var e = Assert.Throws<KnowledgeException>(() => ConflictPack.Load(data));
        Assert.Equal(path, e.File);
        Assert.InRange(e.Line ?? 0, firstLine, lastLine);
    }

    [Fact]
    public void The_pack_has_the_classes_that_the_reader_has()
    {
        ConflictPack pack = ConflictPack.Load(DataFolder.BesideProgram);
        Assert.Equal(Events.Encoding.PieceScores.TypeWidth, pack.Types.Count);
        Assert.Equal(pack.Types.Count, pack.Types.Select(type => type.Name).Distinct().Count());
        Assert.Equal(14, pack.Weapons.Distinct().Count());
        Assert.Equal(-1, pack.IndexOf("attack"));
    }

    [Fact]
    public void The_calibration_that_ships_is_whole()
    {
        Calibration calibration = Calibration.Load(DataFolder.BesideProgram);
        Assert.True(calibration.Event[ConfidenceFeatures.Sentence] > 0);
        Assert.All(calibration.Fields.Values, field => Assert.True(field.Scale > 0));
    }

    [Theory]
    [InlineData("fields: {}", "event")]
    [InlineData("event: {bias: 1}\nfields: {}", "'event' lacks 'sentence'")]
    [InlineData("event: [1]\nfields: {}", "")]
    public void A_broken_calibration_is_named(string yaml, string problem)
    {
        var data = new DataFolder(root.FullName);
        string path = data.Model("reader", "calibration.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, yaml);
        var e = Assert.Throws<KnowledgeException>(() => Calibration.Load(data));
        Assert.Equal(path, e.File);
        Assert.Contains(problem, e.Message, StringComparison.OrdinalIgnoreCase);
    }

    private Thresholds Load(string name, string yaml)
    {
        var data = new DataFolder(root.FullName);
        string path = data.Model("reader", name + ".yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, yaml);
        return Thresholds.Load(data);
    }
}
