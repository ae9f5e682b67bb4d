using System.Numerics.Tensors;
using Vigie.Text;

namespace Vigie.Events.Encoding;

/// <summary>A document with one vector and one row of scores for every piece of its layout.</summary>
public sealed class EncodedDocument
{
    /// <summary>Width of a vector.</summary>
    public const int Width = 384;

    private readonly float[] vectors;
    private readonly float[] scores;
    private readonly List<(int From, float[] Whole)> windows = [];

    internal EncodedDocument(Document document, PieceLayout layout)
    {
        Document = document;
        Layout = layout;
        vectors = new float[layout.Count * Width];
        scores = new float[layout.Count * PieceScores.Width];
    }

    public Document Document { get; }

    public PieceLayout Layout { get; }

    public ReadOnlySpan<float> Vector(int piece) => vectors.AsSpan(piece * Width, Width);

    /// <summary>One part of a piece's scores, as <see cref="PieceScores"/> lays them out.</summary>
    public ReadOnlySpan<float> Score(int piece, int part, int width) => scores.AsSpan(piece * PieceScores.Width + part, width);

    /// <summary>Vector of the whole sequence in which a piece was encoded.</summary>
    public ReadOnlySpan<float> Whole(int piece)
    {
        int at = windows.Count - 1;
        while (windows[at].From > piece) at--;
        return windows[at].Whole;
    }

    /// <summary>Mean vector of a run of pieces, written into <paramref name="into"/> [Width].</summary>
    public void Mean(PieceRange range, Span<float> into)
    {
        into.Clear();
        for (int i = range.From; i < range.To; i++) TensorPrimitives.Add(into, Vector(i), into);
        TensorPrimitives.Divide(into, Math.Max(1, range.Count), into);
    }

    /// <summary>Mean of one part of the scores over a run of pieces, written into <paramref name="into"/>.</summary>
    public void MeanScore(PieceRange range, int part, Span<float> into)
    {
        into.Clear();
        for (int i = range.From; i < range.To; i++) TensorPrimitives.Add(into, Score(i, part, into.Length), into);
        TensorPrimitives.Divide(into, Math.Max(1, range.Count), into);
    }

    internal void Take(int from, ReadOnlySpan<float> taken, ReadOnlySpan<float> takenScores, ReadOnlySpan<float> whole)
    {
        taken.CopyTo(vectors.AsSpan(from * Width));
        takenScores.CopyTo(scores.AsSpan(from * PieceScores.Width));
        windows.Add((from, whole.ToArray()));
    }
}
