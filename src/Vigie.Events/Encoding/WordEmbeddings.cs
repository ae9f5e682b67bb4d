using System.Numerics.Tensors;
using Vigie.Text;

namespace Vigie.Events.Encoding;

/// <summary>What goes into the encoder for a piece: its word embedding, its position's and its type's, from the base weights, which training leaves alone.</summary>
public sealed class WordEmbeddings : IDisposable
{
    /// <summary>Longest sequence that the positions allow, marks included.</summary>
    public const int LongestSequence = 512;

    /// <summary>Pieces of a text that one sequence holds between its marks.</summary>
    public const int MostPieces = LongestSequence - 2;

    private readonly WeightFile weights;
    private readonly WeightFile.WeightRows words;
    private readonly float[] positions;
    private readonly int width;

    /// <param name="weights">Base weights; closed with this, since rows are unpacked as they are needed.</param>
    public WordEmbeddings(WeightFile weights)
    {
        this.weights = weights;
        words = weights.Rows("embeddings.word");
        width = weights.ShapeOf("embeddings.word").Columns;
        positions = weights.Read("embeddings.position");
        float[] type = weights.Read("embeddings.type");
        for (int i = 0; i < LongestSequence; i++)
        {
            Span<float> position = positions.AsSpan(i * width, width);
            TensorPrimitives.Add(position, type, position);
        }
    }

    /// <exception cref="KnowledgeException">The base weights are missing or broken.</exception>
    public static WordEmbeddings Load(DataFolder data) => new(new WeightFile(data.Model("base", "encoder-q4.safetensors")));

    /// <summary>The sequence's input [ids, width], row by row.</summary>
    public float[] Embed(ReadOnlySpan<int> ids)
    {
        var rows = new float[ids.Length * width];
        for (int i = 0; i < ids.Length; i++)
        {
            Span<float> row = rows.AsSpan(i * width, width);
            words.Read(ids[i], row);
            TensorPrimitives.Add(row, positions.AsSpan(i * width, width), row);
        }
        return rows;
    }

    public void Dispose() => weights.Dispose();
}
