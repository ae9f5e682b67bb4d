namespace Vigie.Text.Pieces;

/// <summary>All pieces as one trie over UTF-16 code units, in an open-addressing table: one probe a step.</summary>
internal sealed class PieceTrie
{
    private readonly ulong[] keys;
    private readonly int[] next;
    private readonly List<int> piece = [-1];
    private readonly int mask;

    public PieceTrie(IReadOnlyList<string> pieces)
    {
        int units = 0;
        foreach (string p in pieces) units += p.Length;
        int size = 1;
        while (size < units * 2) size <<= 1;
        keys = new ulong[size];
        next = new int[size];
        mask = size - 1;
        for (int id = 0; id < pieces.Count; id++) Add(pieces[id], id);
    }

    public const int Root = 0;

    /// <summary>The node after <paramref name="unit"/>, or -1.</summary>
    public int Step(int node, char unit)
    {
        ulong key = Key(node, unit);
        for (int slot = Slot(key); ; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key) return next[slot];
            if (keys[slot] == 0) return -1;
        }
    }

    /// <summary>The piece that ends at the node, or -1.</summary>
    public int PieceAt(int node) => piece[node];

    private void Add(string text, int id)
    {
        int node = Root;
        foreach (char unit in text)
        {
            int step = Step(node, unit);
            if (step < 0)
            {
                step = piece.Count;
                piece.Add(-1);
                ulong key = Key(node, unit);
                int slot = Slot(key);
                while (keys[slot] != 0) slot = (slot + 1) & mask;
                keys[slot] = key;
                next[slot] = step;
            }
            node = step;
        }
        piece[node] = id;
    }

    // Node numbers count from 0, so 1 is added: a key is never the empty mark.
    private static ulong Key(int node, char unit) => ((ulong)(uint)node << 16 | unit) + 1;

    private int Slot(ulong key) => (int)(key * 0x9E3779B97F4A7C15UL >> 40) & mask;
}
