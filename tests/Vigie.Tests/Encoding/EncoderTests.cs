using System.Runtime.InteropServices;
using Vigie.Events.Encoding;
using Vigie.Tests.Texts;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Encodings;

/// <summary>The trained graph over short and long documents.</summary>
public sealed class EncoderTests
{
    private const string Told = "Soldiers shot at a crowd near the market of Bor and wounded nine traders, a nurse said on Monday. ";

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public void Every_piece_has_a_vector_and_scores(int repeats)
    {
        using Encoder encoder = Encoder.Load(DataFolder.BesideProgram);
        EncodedDocument encoded = encoder.Encode(Documents.Read("Shots in Bor", string.Concat(Enumerable.Repeat(Told, repeats))));
        if (repeats == 100) Assert.True(encoded.Layout.Count > 2_000);
        for (int i = 0; i < encoded.Layout.Count; i++)
        {
            Assert.Contains(encoded.Vector(i).ToArray(), x => x != 0);
            Assert.All(encoded.Vector(i).ToArray(), x => Assert.True(float.IsFinite(x)));
            Assert.Contains(encoded.Score(i, 0, PieceScores.Width).ToArray(), x => x != 0);
            Assert.Contains(encoded.Whole(i).ToArray(), x => x != 0);
        }
    }

    [Fact]
    public void A_title_longer_than_a_window_is_encoded_too()
    {
        using Encoder encoder = Encoder.Load(DataFolder.BesideProgram);
        EncodedDocument encoded = encoder.Encode(Documents.Read(string.Concat(Enumerable.Repeat(Told, 40)), string.Concat(Enumerable.Repeat(Told, 40))));
        for (int i = 0; i < encoded.Layout.Count; i++) Assert.Contains(encoded.Vector(i).ToArray(), x => x != 0);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes_at_one_thread_and_at_two()
    {
        Document document = Documents.Read("Shots in Bor", string.Concat(Enumerable.Repeat(Told, 40)));
        using Encoder one = Encoder.Load(DataFolder.BesideProgram), two = Encoder.Load(DataFolder.BesideProgram, threads: 2);
        byte[] first = Bytes(one.Encode(document));
        Assert.Equal(first, Bytes(one.Encode(document)));
        Assert.Equal(first, Bytes(two.Encode(document)));
    }

    [Fact]
    public void Documents_encoded_side_by_side_are_those_encoded_alone()
    {
        using Encoder encoder = Encoder.Load(DataFolder.BesideProgram);
        Document[] documents = [.. Enumerable.Range(1, 4).Select(n => Documents.Read("Shots", string.Concat(Enumerable.Repeat(Told, n))))];
        byte[][] alone = [.. documents.Select(document => Bytes(encoder.Encode(document)))];
        var together = new byte[documents.Length][];
        Parallel.For(0, documents.Length, i => together[i] = Bytes(encoder.Encode(documents[i])));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_document_without_words_is_encoded_to_nothing()
    {
        using Encoder encoder = Encoder.Load(DataFolder.BesideProgram);
        Assert.Equal(0, encoder.Encode(Documents.Read("", "")).Layout.Count);
        Assert.True(encoder.Encode(Documents.Read("", "Four dead")).Layout.Count > 0);
    }

    [Fact]
    public void A_missing_or_broken_graph_is_named()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("vigie-test-");
        try
        {
            var data = new DataFolder(root.FullName);
            string path = data.Model("reader", "encoder.onnx");
            Assert.Equal(path, Assert.Throws<KnowledgeException>(() => Encoder.Load(data)).File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Directory.CreateDirectory(data.Model("base"));
            File.Copy(DataFolder.BesideProgram.Model("base", "encoder-q4.safetensors"), data.Model("base", "encoder-q4.safetensors"));
            File.WriteAllText(path, "no graph");
            Assert.Equal(path, Assert.Throws<KnowledgeException>(() => Encoder.Load(data)).File);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static byte[] Bytes(EncodedDocument encoded) =>
    [
        .. Enumerable.Range(0, encoded.Layout.Count).SelectMany(i => MemoryMarshal.AsBytes(encoded.Vector(i)).ToArray()),
        .. Enumerable.Range(0, encoded.Layout.Count).SelectMany(i => MemoryMarshal.AsBytes(encoded.Score(i, 0, PieceScores.Width)).ToArray()),
    ];
}
