using Vigie.Events.Names;
using Vigie.Tests.Cli;
using Vigie.Tests.Encodings;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Names;

/// <summary>Weights of the head that cannot be used are named.</summary>
public sealed class NameHeadTests
{
    [Fact]
    public void A_missing_weight_is_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("names.safetensors", SafetensorsFile.Of([("narrow.bias", [96], new float[96])]));
        KnowledgeException e = Assert.Throws<KnowledgeException>(() => NameHead.Load(path));
        Assert.Equal(path, e.File);
        Assert.Contains("narrow.weight", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_of_another_shape_is_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("names.safetensors", SafetensorsFile.Of([("narrow.weight", [2, 768], new float[2 * 768]), ("narrow.bias", [2], new float[2])]));
        KnowledgeException e = Assert.Throws<KnowledgeException>(() => NameHead.Load(path));
        Assert.Contains("96 x 768", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Throws<KnowledgeException>(() => NameHead.Load(Path.Combine(Path.GetTempPath(), "no-such-folder", "names.safetensors")));
}
