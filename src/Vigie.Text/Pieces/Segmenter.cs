namespace Vigie.Text.Pieces;

/// <summary>
/// Unigram segmentation (Kudo 2018, as SentencePiece does it): the pieces whose log-probabilities sum highest, word by word.
/// </summary>
public sealed class Segmenter(PieceTable table, Normaliser normaliser)
{
    private const char WordStart = '▁';

    /// <summary>Loads <c>pieces.tsv</c> and <c>normalise.tsv</c> of a folder.</summary>
    public static Segmenter Load(string folder) =>
        new(PieceTable.Load(Path.Combine(folder, "pieces.tsv")), Normaliser.Load(Path.Combine(folder, "normalise.tsv")));

    public PieceTable Table => table;

    /// <summary>The pieces of <paramref name="text"/> in order; their spans index it and leave out the word mark (a mark alone spans its space).</summary>
    public IReadOnlyList<Piece> Segment(string text)
    {
        var units = new List<NormalisedUnit>(text.Length + 1) { default };
        normaliser.Append(text, units);
        if (units.Count == 1) return [];
        // The mark in front stands where the first unit stands; text that begins with a space has its mark already.
        if (units[1].Unit == ' ') units.RemoveAt(0);
        else units[0] = units[1] with { Unit = WordStart };
        for (int i = 0; i < units.Count; i++)
        {
            if (units[i].Unit == ' ') units[i] = units[i] with { Unit = WordStart };
        }

        var pieces = new List<Piece>(text.Length / 4);
        var lattice = new Lattice();
        int start = 0;
        while (start < units.Count)
        {
            int end = start + 1;
            while (end < units.Count && units[end].Unit != WordStart) end++;
            SegmentWord(units, start, end, lattice, pieces);
            start = end;
        }
        return pieces;
    }

    private void SegmentWord(List<NormalisedUnit> units, int start, int end, Lattice lattice, List<Piece> pieces)
    {
        int length = end - start;
        lattice.Reset(length);
        for (int i = 0; i < length; i++)
        {
            float score = lattice.Score[i];
            if (float.IsNegativeInfinity(score)) continue;
            int node = PieceTrie.Root;
            for (int j = i; j < length; j++)
            {
                node = table.Trie.Step(node, units[start + j].Unit);
                if (node < 0) break;
                int id = table.Trie.PieceAt(node);
                if (id >= 0) lattice.Offer(i, j + 1, id, score + table.Score(id));
            }
            int step = i + 1 < length && char.IsSurrogatePair(units[start + i].Unit, units[start + i + 1].Unit) ? 2 : 1;
            lattice.Offer(i, i + step, PieceTable.Unknown, score + table.UnknownScore);
        }

        int first = pieces.Count;
        for (int at = length; at > 0; at = lattice.From[at])
        {
            int from = lattice.From[at];
            int s = start + from, e = start + at;
            // Consecutive unknown characters are one piece; the walk goes backwards, so the earlier one is prepended.
            if (lattice.Id[at] == PieceTable.Unknown && pieces.Count > first && pieces[^1].Id == PieceTable.Unknown)
                pieces[^1] = new Piece(PieceTable.Unknown, new Span(SourceStart(units, s, e), pieces[^1].Span.End));
            else
                pieces.Add(new Piece(lattice.Id[at], new Span(SourceStart(units, s, e), units[e - 1].End)));
        }
        pieces.Reverse(first, pieces.Count - first);
    }

    private static int SourceStart(List<NormalisedUnit> units, int start, int end)
    {
        if (units[start].Unit != WordStart) return units[start].Start;
        return start + 1 < end ? units[start + 1].Start : units[start].Start;
    }

    /// <summary>The best way to every position of a word; kept between words, so that nothing is allocated.</summary>
    private sealed class Lattice
    {
        public float[] Score { get; private set; } = new float[64];

        public int[] From { get; private set; } = new int[64];

        public int[] Id { get; private set; } = new int[64];

        public void Reset(int length)
        {
            if (Score.Length <= length)
            {
                int size = Math.Max(length + 1, Score.Length * 2);
                Score = new float[size];
                From = new int[size];
                Id = new int[size];
            }
            Array.Fill(Score, float.NegativeInfinity, 0, length + 1);
            Score[0] = 0;
        }

        public void Offer(int from, int to, int id, float score)
        {
            if (score <= Score[to]) return;
            Score[to] = score;
            From[to] = from;
            Id[to] = id;
        }
    }
}
