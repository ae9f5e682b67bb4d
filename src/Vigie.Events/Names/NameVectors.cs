using System.Numerics.Tensors;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Names;

/// <summary>The two vectors of a token: what it means here, from the encoder, and what word it is, from the encoder's word embeddings.</summary>
public sealed class NameVectors : IDisposable
{
    /// <summary>Numbers a token, of each of the two.</summary>
    public const int Width = EncodedDocument.Width;

    private readonly WeightFile weights;
    private readonly WeightFile.WeightRows rows;

    private NameVectors(WeightFile weights) => (this.weights, rows) = (weights, weights.Rows("embeddings.word"));

    /// <exception cref="KnowledgeException">The base weights are missing or broken.</exception>
    public static NameVectors Load(DataFolder data) => new(new WeightFile(data.Model("base", "encoder-q4.safetensors")));

    /// <summary>Mean of the encoder's vectors of every token's pieces, [tokens, Width].</summary>
    public static float[] InContext(EncodedDocument encoded, IReadOnlyList<NameToken> tokens)
    {
        var vectors = new float[tokens.Count * Width];
        for (int i = 0; i < tokens.Count; i++) encoded.Mean(encoded.Layout.RangeOf(tokens[i].Span), vectors.AsSpan(i * Width, Width));
        return vectors;
    }

    /// <summary>Mean of the word embeddings of every token's pieces, [tokens, Width].</summary>
    public float[] OfWords(PieceLayout layout, IReadOnlyList<NameToken> tokens)
    {
        var vectors = new float[tokens.Count * Width];
        var row = new float[Width];
        for (int i = 0; i < tokens.Count; i++)
        {
            Span<float> into = vectors.AsSpan(i * Width, Width);
            PieceRange range = layout.RangeOf(tokens[i].Span);
            for (int piece = range.From; piece < range.To; piece++)
            {
                rows.Read(layout[piece].Id, row);
                TensorPrimitives.Add(into, row, into);
            }
            TensorPrimitives.Divide(into, Math.Max(1, range.Count), into);
        }
        return vectors;
    }

    public void Dispose() => weights.Dispose();
}
