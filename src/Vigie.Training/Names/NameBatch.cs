using Vigie.Events.Names;
using static TorchSharp.torch;

namespace Vigie.Training.Names;

/// <summary>Texts as one matrix, row by row, with empty rows after every sentence.</summary>
internal sealed class NameBatch
{
    private NameBatch(int rows)
    {
        InContext = new float[rows * NameVectors.Width];
        OfWords = new float[rows * NameVectors.Width];
        Features = new float[rows * NameFeatures.Width];
        IsToken = new float[rows];
        Tags = new long[rows];
        Array.Fill(Tags, NameExample.Unknown);
    }

    public float[] InContext { get; }

    public float[] OfWords { get; }

    public float[] Features { get; }

    public float[] IsToken { get; }

    public long[] Tags { get; }

    public static NameBatch Of(IReadOnlyList<NameExample> examples)
    {
        var batch = new NameBatch(examples.Sum(example => example.Tokens.Count + NameHead.Reach * example.Sentences().Count()));
        int row = 0;
        foreach (NameExample example in examples)
        {
            foreach ((int from, int to) in example.Sentences())
            {
                for (int i = from; i < to; i++, row++)
                {
                    Copy(example.InContext, i, batch.InContext, row);
                    Copy(example.OfWords, i, batch.OfWords, row);
                    example.Features.AsSpan(i * NameFeatures.Width, NameFeatures.Width).CopyTo(batch.Features.AsSpan(row * NameFeatures.Width));
                    batch.IsToken[row] = 1;
                    batch.Tags[row] = example.Tags[i];
                }
                row += NameHead.Reach;
            }
        }
        return batch;
    }

    public Tensor Logits(NameModel model, double dropout) => model.Logits(
        tensor(InContext, Tags.Length, NameVectors.Width),
        tensor(OfWords, Tags.Length, NameVectors.Width),
        tensor(Features, Tags.Length, NameFeatures.Width),
        tensor(IsToken, Tags.Length, 1),
        dropout);

    private static void Copy(Half[] from, int fromRow, float[] to, int toRow)
    {
        for (int k = 0; k < NameVectors.Width; k++) to[toRow * NameVectors.Width + k] = (float)from[fromRow * NameVectors.Width + k];
    }
}
