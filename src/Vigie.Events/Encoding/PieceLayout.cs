using Vigie.Text;

namespace Vigie.Events.Encoding;

/// <summary>A half-open run of pieces of a layout.</summary>
public readonly record struct PieceRange(int From, int To)
{
    public int Count => To - From;
}

/// <summary>The pieces that are encoded (furniture left out), and where the sentences stand among them.</summary>
public sealed class PieceLayout
{
    private readonly Piece[] pieces;
    private readonly PieceRange[] sentences;
    private readonly int[] sentenceOf;

    private PieceLayout(Piece[] pieces, int[] sentenceOf, PieceRange[] sentences)
    {
        this.pieces = pieces;
        this.sentenceOf = sentenceOf;
        this.sentences = sentences;
    }

    public int Count => pieces.Length;

    public Piece this[int index] => pieces[index];

    /// <summary>Index of the sentence that a piece belongs to.</summary>
    public int SentenceOf(int index) => sentenceOf[index];

    /// <summary>Pieces of a sentence; empty for furniture.</summary>
    public PieceRange RangeOf(Sentence sentence) => sentences[sentence.Index];

    /// <summary>Pieces that overlap a passage; empty where none does.</summary>
    public PieceRange RangeOf(Vigie.Text.Span span)
    {
        int from = FirstEndingAfter(span.Start), to = from;
        while (to < pieces.Length && pieces[to].Span.Start < span.End) to++;
        return new PieceRange(from, to);
    }

    public static PieceLayout Of(Document document)
    {
        var pieces = new List<Piece>(document.Pieces.Count);
        var sentenceOf = new List<int>(document.Pieces.Count);
        var sentences = new PieceRange[document.Sentences.Count];
        int next = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            int from = pieces.Count;
            // A word mark that stands alone on the space before a sentence goes with it.
            while (next < document.Pieces.Count && document.Pieces[next].Span.Start < sentence.Span.End)
            {
                if (sentence.Kind != SentenceKind.Furniture)
                {
                    pieces.Add(document.Pieces[next]);
                    sentenceOf.Add(sentence.Index);
                }
                next++;
            }
            sentences[sentence.Index] = new PieceRange(from, pieces.Count);
        }
        return new PieceLayout([.. pieces], [.. sentenceOf], sentences);
    }

    private int FirstEndingAfter(int offset)
    {
        int low = 0, high = pieces.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (pieces[middle].Span.End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
