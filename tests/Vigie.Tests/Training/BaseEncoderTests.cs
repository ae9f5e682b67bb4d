using System.Text.Json;
using Vigie.Tests.Corpora;
using Vigie.Text.Pieces;
using Vigie.Training.Model;
using Xunit;
using static TorchSharp.torch;

namespace Vigie.Tests.Training;

/// <summary>The base weights in Torch give the vectors that they gave where they come from.</summary>
[Collection(WithTorch.Name)]
public sealed class BaseEncoderTests(Torch torch)
{
    private const string Sentence = "Trois soldats blessés près de Ménaka : l'armée accuse des « bandits ».";

    private static readonly float[] PinnedFirst = [0.14551f, -0.06387f, -0.14353f, -0.27250f, 0.26591f, -0.24069f, 0.00867f, 0.18734f];
    private static readonly float[] PinnedMean = [0.17360f, -0.22849f, -0.24187f, -0.29226f, 0.30839f, -0.24408f, -0.23736f, 0.27231f];

    [Fact]
    public void A_sentence_has_its_pinned_vectors()
    {
        (float[] first, float[] mean) = Vectors(new EncoderModel(torch.Base, 12), Ids(Sentence));
        Near(PinnedFirst, first, 2e-4f);
        Near(PinnedMean, mean, 2e-4f);
    }

    [Fact]
    public void Frozen_and_trained_layers_compute_the_same()
    {
        Near(Vectors(new EncoderModel(torch.Base, 12), Ids(Sentence)).Mean, Vectors(new EncoderModel(torch.Base, 3), Ids(Sentence)).Mean, 1e-5f);
    }

    [Fact]
    public void The_measured_texts_have_their_measured_vectors()
    {
        string? path = Corpus.Shared("data", "encoder", "vectors.json");
        Assert.SkipWhen(path is null, "the measured vectors are not beside the repository");
        var encoder = new EncoderModel(torch.Base, 12);
        using var measured = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonElement text in measured.RootElement.EnumerateArray())
        {
            int[] ids = [.. text.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())];
            Assert.Equal(ids, Ids(text.GetProperty("text").GetString()!));
            (float[] first, float[] mean) = Vectors(encoder, ids);
            Near(Numbers(text, "first"), first, 1e-4f);
            Near(Numbers(text, "mean"), mean, 1e-4f);
        }
    }

    [Fact]
    public void Padding_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var encoder = new EncoderModel(torch.Base, 11);
        Tensor longer = encoder.Below(torch.Examples[0].Ids), shorter = encoder.Below(torch.Examples[3].Ids);
        Assert.NotEqual(longer.shape[0], shorter.shape[0]);
        (Tensor below, Tensor? mask) = Vigie.Training.Batches.Padded([longer, shorter]);
        Tensor together = encoder.Above(below, mask, 0)[1].narrow(0, 0, shorter.shape[0]), alone = encoder.Above(shorter.unsqueeze(0), null, 0)[0];
        Assert.True((together - alone).abs().max().item<float>() < 1e-4f);
    }

    private int[] Ids(string text) => [PieceTable.Start, .. torch.Segmenter.Segment(text).Select(piece => piece.Id), PieceTable.End];

    private static (float[] First, float[] Mean) Vectors(EncoderModel encoder, int[] ids)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        Tensor vectors = encoder.Above(encoder.Below(ids).unsqueeze(0), null, 0)[0];
        return (vectors[0].data<float>().ToArray()[..8], vectors.mean([0L]).data<float>().ToArray()[..8]);
    }

    private static float[] Numbers(JsonElement text, string name) => [.. text.GetProperty(name).EnumerateArray().Select(number => number.GetSingle())];

    private static void Near(float[] expected, float[] actual, float tolerance) =>
        Assert.True(
            expected.Length == actual.Length && expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance),
            "[" + string.Join(", ", actual.Select(x => x.ToString("0.00000f", System.Globalization.CultureInfo.InvariantCulture))) + "]");
}
