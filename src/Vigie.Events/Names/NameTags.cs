namespace Vigie.Events.Names;

/// <summary>Outside, and begin and inside of every kind of name: 0, then 1 + 2 kind and 2 + 2 kind.</summary>
public static class NameTags
{
    public const int Count = 7;

    public const int Outside = 0;

    public static int Begin(NameKind kind) => 1 + 2 * (int)kind;

    public static int Inside(NameKind kind) => 2 + 2 * (int)kind;

    public static NameKind KindOf(int tag) => (NameKind)((tag - 1) / 2);

    public static bool IsInside(int tag) => tag != Outside && tag % 2 == 0;

    /// <summary>Inside goes on with a name of its kind; all else may follow anything.</summary>
    public static bool MayFollow(int before, int tag) => !IsInside(tag) || before == tag || before == tag - 1;

    /// <summary>The likeliest sequence in which every tag may follow the one before it (Viterbi).</summary>
    /// <param name="logits">[tokens, Count] of one sentence.</param>
    public static int[] Best(ReadOnlySpan<float> logits)
    {
        int tokens = logits.Length / Count;
        var from = new int[tokens * Count];
        Span<float> before = stackalloc float[Count], now = stackalloc float[Count];
        for (int i = 0; i < tokens; i++)
        {
            for (int tag = 0; tag < Count; tag++)
            {
                float best = float.NegativeInfinity;
                for (int last = 0; last < Count; last++)
                {
                    float score = i == 0 ? last == Outside ? 0 : float.NegativeInfinity : before[last];
                    if (!MayFollow(last, tag) || score <= best) continue;
                    (best, from[i * Count + tag]) = (score, last);
                }
                now[tag] = best + logits[i * Count + tag];
            }
            now.CopyTo(before);
        }
        var tags = new int[tokens];
        int at = Outside;
        for (int tag = 1; tag < Count && tokens > 0; tag++)
        {
            if (before[tag] > before[at]) at = tag;
        }
        for (int i = tokens - 1; i >= 0; i--)
        {
            tags[i] = at;
            at = from[i * Count + at];
        }
        return tags;
    }
}
