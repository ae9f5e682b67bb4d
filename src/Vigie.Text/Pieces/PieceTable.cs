using System.Globalization;

namespace Vigie.Text.Pieces;

/// <summary>The encoder's vocabulary: pieces with their log-probabilities; a piece's id is its line, from 0.</summary>
public sealed class PieceTable
{
    /// <summary>Sequence start <c>&lt;s&gt;</c>.</summary>
    public const int Start = 0;

    /// <summary>Padding <c>&lt;pad&gt;</c>.</summary>
    public const int Padding = 1;

    /// <summary>Sequence end <c>&lt;/s&gt;</c>.</summary>
    public const int End = 2;

    /// <summary>Unknown character <c>&lt;unk&gt;</c>.</summary>
    public const int Unknown = 3;

    private const int FirstOrdinary = 4;

    private readonly string[] pieces;
    private readonly float[] scores;

    private PieceTable(string[] pieces, float[] scores)
    {
        this.pieces = pieces;
        this.scores = scores;
        var spelt = new string[pieces.Length];
        for (int i = 0; i < pieces.Length; i++) spelt[i] = IsMark(i) ? "" : pieces[i];
        Trie = new PieceTrie(spelt);
        float lowest = 0;
        for (int i = FirstOrdinary; i < scores.Length - 1; i++) lowest = Math.Min(lowest, scores[i]);
        UnknownScore = lowest - 10;
    }

    public int Count => pieces.Length;

    public string this[int id] => pieces[id];

    internal PieceTrie Trie { get; }

    /// <summary>Cost of a character that no piece covers: the lowest piece score less 10, as in SentencePiece.</summary>
    internal float UnknownScore { get; }

    internal float Score(int id) => scores[id];

    /// <summary>Reads lines of piece, tab, log-probability.</summary>
    /// <exception cref="KnowledgeException">The file cannot be read, or a line is not of that form.</exception>
    public static PieceTable Load(string path)
    {
        var pieces = new List<string>(35_000);
        var scores = new List<float>(35_000);
        foreach ((int number, string line) in KnowledgeFile.Lines(path))
        {
            int tab = line.LastIndexOf('\t');
            if (tab < 1 || !float.TryParse(line.AsSpan(tab + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out float score))
                throw new KnowledgeException(path, number, "expected a piece, a tab and a log-probability");
            pieces.Add(line[..tab]);
            scores.Add(score);
        }
        if (pieces.Count <= FirstOrdinary) throw new KnowledgeException(path, null, "expected a table of pieces, found " + pieces.Count + " lines");
        return new PieceTable([.. pieces], [.. scores]);
    }

    // The first four and <mask>, the last, are marks: text never segments into them.
    private bool IsMark(int id) => id < FirstOrdinary || id == pieces.Length - 1;
}
