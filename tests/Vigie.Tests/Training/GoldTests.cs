using Vigie.Events.Actors;
using Vigie.Events.Encoding;
using Vigie.Tests.Cli;
using Vigie.Training.Export;
using Vigie.Training.Gold;
using Xunit;

namespace Vigie.Tests.Training;

/// <summary>Gold reports: broken lines are named, names are compared as the gold is scored.</summary>
public sealed class GoldTests
{
    private const string Whole = "{\"id\":\"a\",\"language\":\"en\",\"published\":\"2025-03-13\",\"source\":null,\"title\":\"T\",\"text\":\"Nothing.\",\"events\":[]}";

    public static TheoryData<string> Broken =>
    [
        "{\"id\":\"a\",",
        "null",
        "[]",
        "{\"id\":7}",
        "{\"id\":\"a\"}",
        "{\"id\":\"a\",\"language\":\"en\",\"published\":\"2025-03-13\",\"source\":null,\"title\":\"T\",\"text\":\"Nothing.\"}",
        "{\"id\":\"a\",\"language\":\"en\",\"published\":\"2025-03-13\",\"source\":null,\"title\":\"T\",\"text\":\"Nothing.\",\"events\":null}",
        "{\"id\":\"a\",\"language\":\"en\",\"published\":\"2025-03-13\",\"source\":null,\"title\":\"T\",\"text\":\"Nothing.\",\"events\":[{\"focus\":\"main\"}]}",
        "{\"id\":\"a\",\"language\":\"en\",\"published\":\"yesterday\",\"source\":null,\"title\":\"T\",\"text\":\"Nothing.\",\"events\":[]}",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_line_is_named(string line)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("gold.jsonl", Whole + "\n\n" + line + "\n");
        var e = Assert.Throws<InvalidDataException>(() => GoldReport.Read(path).ToList());
        Assert.StartsWith($"{path}, line 3: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_lines_are_read()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(["a", "a"], GoldReport.Read(folder.File("gold.jsonl", Whole + "\n" + Whole)).Select(report => report.Id));
    }

    [Theory]
    [InlineData("the army", "Army")]
    [InlineData("soldats", "un soldat")]
    [InlineData("Forces armées", "forces armees")]
    [InlineData("Émeutiers", "emeutiers")]
    [InlineData("État islamique", "Etat islamique en Irak")]
    [InlineData("Boko Haram", "Boko Haram faction")]
    [InlineData("Boko Haram", "Haram")]
    [InlineData("R.S.F.", "RSF")]
    [InlineData("l’armée", "l'armée")]
    [InlineData("الجيش", "جيش")]
    [InlineData("قوّات الدعم", "قوات الدعم")]
    [InlineData("والجيش", "الجيش")]
    [InlineData("الأمن", "الامن")]
    [InlineData("armed men", "men armed")]
    public void Names_of_one_party_are_the_same(string a, string b)
    {
        Assert.True(PartyNames.Same(a, b));
        Assert.True(PartyNames.Same(b, a));
    }

    [Theory]
    [InlineData("police", "police anti-émeute")]
    [InlineData("rebels", "soldiers")]
    [InlineData("الجيش", "الشرطة")]
    [InlineData("", "army")]
    [InlineData("…", "…")]
    public void Names_of_two_parties_are_not(string a, string b)
    {
        Assert.False(PartyNames.Same(a, b));
        Assert.False(PartyNames.Same(b, a));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Written_weights_are_read_back(bool half)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "w.safetensors"), again = Path.Combine(folder.Path, "again.safetensors");
        SafetensorsWriter.Matrix[] matrices = [new("m", [2, 3], [1, -2, 0.5f, 0, 1024, -0.25f]), new("v", [1], [3])];
        SafetensorsWriter.Write(path, matrices, half);
        SafetensorsWriter.Write(again, matrices, half);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(again));
        using var file = new WeightFile(path);
        Assert.Equal(["m", "v"], file.Names);
        Assert.Equal((2, 3), file.ShapeOf("m"));
        Assert.Equal(matrices[0].Values, file.Read("m"));
        Assert.Equal(matrices[1].Values, file.Read("v"));
    }
}
