using Vigie.Events.Encoding;
using Vigie.Text;
using Xunit;
using static Vigie.Tests.Encodings.SafetensorsFile;

namespace Vigie.Tests.Encodings;

/// <summary>Weights are read as they were written; a broken file is named, and never read past its end.</summary>
public sealed class WeightFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Reads_32_bit_floats_row_by_row()
    {
        using WeightFile file = Open(Of("{" + Entry("m", "F32", "2,3", 0, 24) + "," + Entry("v", "F32", "2", 24, 32) + "}  ", Floats(1, -2, 3.5f, 4, 5, 6, 7, 8)));
        Assert.Equal(["m", "v"], file.Names);
        Assert.Equal((2, 3), file.ShapeOf("m"));
        Assert.Equal((1, 2), file.ShapeOf("v"));
        Assert.Equal([1, -2, 3.5f, 4, 5, 6], file.Read("m"));
        var row = new float[3];
        file.ReadRow("m", 1, row);
        Assert.Equal([4, 5, 6], row);
        Assert.Equal([7, 8], file.Read("v"));
    }

    [Fact]
    public void Reads_16_bit_floats()
    {
        using WeightFile file = Open(Of("{\"__metadata__\":{\"made\":\"by hand\"}," + Entry("m", "F16", "2,2", 0, 8) + "}", Halves(0.5, -1, 2048, 65504)));
        Assert.Equal(["m"], file.Names);
        Assert.Equal([0.5f, -1, 2048, 65504], file.Read("m"));
    }

    [Fact]
    public void Reads_4_bit_blocks_with_their_scales()
    {
        // Weight j of a block is the low half of byte j, weight j + 16 its high half; 8 stands for nothing.
        byte[] rows = [.. Enumerable.Range(0, 16).Select(j => (byte)(j | (15 - j) << 4)), .. Enumerable.Repeat((byte)0x80, 16)];
        using WeightFile file = Open(Of("{" + Entry("m.q4", "U8", "2,16", 0, 32) + "," + Entry("m.scale", "F16", "2,1", 32, 36) + "}", [.. rows, .. Halves(0.5, 2)]));
        Assert.True(file.Has("m"));
        Assert.Equal((2, 32), file.ShapeOf("m"));
        float[] expected =
        [
            .. Enumerable.Range(0, 16).Select(j => (j - 8) * 0.5f), .. Enumerable.Range(0, 16).Select(j => (7 - j) * 0.5f),
            .. Enumerable.Repeat(-16f, 16), .. Enumerable.Repeat(0f, 16),
        ];
        Assert.Equal(expected, file.Read("m"));
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "empty", [] },
        { "shorter than a length", [1, 2, 3] },
        { "a text", "version https://git-lfs.example/spec/v1"u8.ToArray() },
        { "a length beyond the file", [200, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}'] },
        { "a negative length", [255, 255, 255, 255, 255, 255, 255, 255, (byte)'{', (byte)'}'] },
        { "no JSON", Of("{\"m\": ", 0, 0, 0, 0) },
        { "a list", Of("[1, 2]") },
        { "a number for a weight", Of("{\"m\": 3}") },
        { "no offsets", Of("{\"m\":{\"dtype\":\"F32\",\"shape\":[1]}}", 0, 0, 0, 0) },
        { "one offset", Of("{\"m\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", 0, 0, 0, 0) },
        { "no type", Of("{\"m\":{\"shape\":[1],\"data_offsets\":[0,4]}}", 0, 0, 0, 0) },
        { "no shape", Of("{\"m\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", 0, 0, 0, 0) },
        { "data cut off", Of("{" + Entry("m", "F32", "2", 0, 8) + "}", 0, 0, 0, 0) },
        { "offsets that run backwards", Of("{" + Entry("m", "F32", "1", 4, 0) + "}", 0, 0, 0, 0) },
        { "a negative offset", Of("{" + Entry("m", "F32", "2", -4, 4) + "}", 0, 0, 0, 0) },
        { "offsets beyond any file", Of("{" + Entry("m", "F32", "1", long.MaxValue - 4, long.MaxValue) + "}", 0, 0, 0, 0) },
        { "a shape larger than its data", Of("{" + Entry("m", "F32", "3,4", 0, 4) + "}", 0, 0, 0, 0) },
        { "a shape beyond any memory", Of("{" + Entry("m", "F32", "4294967296,4294967296", 0, 4) + "}", 0, 0, 0, 0) },
        { "a negative shape", Of("{" + Entry("m", "F32", "-1", 0, 4) + "}", 0, 0, 0, 0) },
        { "a type without a size here", Of("{" + Entry("m", "BF16", "2", 0, 4) + "}", 0, 0, 0, 0) },
        { "neither vector nor matrix", Of("{" + Entry("m", "F32", "1,1,1", 0, 4) + "}", 0, 0, 0, 0) },
        { "a single number", Of("{" + Entry("m", "F32", "", 0, 4) + "}", 0, 0, 0, 0) },
        { "packed without scales", Of("{" + Entry("m.q4", "U8", "1,16", 0, 16) + "}", new byte[16]) },
        { "packed with too few scales", Of("{" + Entry("m.q4", "U8", "2,16", 0, 32) + "," + Entry("m.scale", "F16", "1,1", 32, 34) + "}", new byte[34]) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_named(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        var e = Assert.Throws<KnowledgeException>(() =>
        {
            using WeightFile file = Open(bytes);
            file.Read("m");
        });
        Assert.Equal(path, e.File);
        Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_missing_weight_are_named()
    {
        Assert.Equal(path + ".none", Assert.Throws<KnowledgeException>(() => new WeightFile(path + ".none")).File);
        using WeightFile file = Open(Of("{}  "));
        Assert.False(file.Has("m"));
        Assert.Contains("'m'", Assert.Throws<KnowledgeException>(() => file.Read("m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_let_go()
    {
        Assert.Throws<KnowledgeException>(() => Open(Of("[]")));
        using FileStream again = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(10, again.Length);
    }

    [Fact]
    public void A_link_to_a_file_is_read_as_the_file()
    {
        File.WriteAllBytes(path, Of("{" + Entry("v", "F32", "2", 0, 8) + "}", Floats(1, 2)));
        string link = path + ".link";
        File.CreateSymbolicLink(link, path);
        try
        {
            using var file = new WeightFile(link);
            Assert.Equal([1, 2], file.Read("v"));
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public void The_base_weights_are_those_of_their_card()
    {
        using var file = new WeightFile(DataFolder.BesideProgram.Model("base", "encoder-q4.safetensors"));
        Assert.Equal((34_660, 384), file.ShapeOf("embeddings.word"));
        Assert.Equal((512, 384), file.ShapeOf("embeddings.position"));
        Assert.All(Enumerable.Range(0, 12), layer => Assert.Equal((1536, 384), file.ShapeOf($"layers.{layer}.feedforward.in.weight")));
        Assert.False(file.Has("layers.12.feedforward.in.weight"));
    }

    private WeightFile Open(byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        return new WeightFile(path);
    }
}
