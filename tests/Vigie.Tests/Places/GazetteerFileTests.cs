using Vigie.Events.Places;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Places;

public sealed class GazetteerFileTests
{
    [Theory]
    [InlineData("cut", "cut short")]
    [InlineData("version", "version")]
    [InlineData("magic", "VIGIEGAZ")]
    [InlineData("empty", "header")]
    [InlineData("missing", "cannot be read")]
    public void A_damaged_gazetteer_says_what_was_expected(string damage, string said)
    {
        string root = Directory.CreateTempSubdirectory("vigie-places").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "data", "gazetteer"));
            byte[] bytes = File.ReadAllBytes(DataFolder.BesideProgram.Data("gazetteer", "places.gaz"));
            if (damage == "version") bytes[8] = 99;
            if (damage == "magic") bytes[0] = 0;
            int length = damage switch { "cut" => bytes.Length / 2, "empty" => 0, _ => bytes.Length };
            if (damage != "missing") File.WriteAllBytes(Path.Combine(root, "data", "gazetteer", "places.gaz"), bytes[..length]);
            var thrown = Assert.Throws<KnowledgeException>(() => PlaceRecogniser.Load(new DataFolder(root)));
            Assert.Contains(said, thrown.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void A_recogniser_that_was_disposed_says_so()
    {
        var recogniser = PlaceRecogniser.Load(DataFolder.BesideProgram);
        recogniser.Dispose();
        recogniser.Dispose();
        Assert.Throws<ObjectDisposedException>(() => recogniser.Find(PlaceDocuments.Of("A shell hit Gao.", "en")));
    }
}
