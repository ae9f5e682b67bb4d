namespace Vigie.Scoring;

/// <summary>The events of two coders of one report, paired so that the sum of their likeness is highest.</summary>
internal static class EventPairing
{
    /// <summary>What is less alike is no pair.</summary>
    public const double Floor = 0.45;

    /// <summary>Beyond so many ways to pair, the likeliest pair that is free is taken again and again.</summary>
    private const int MostWays = 50_000;

    /// <summary>Positions of each pair in the two lists.</summary>
    public static List<(int Gold, int Coded)> Of(IReadOnlyList<ScoredEvent> gold, IReadOnlyList<ScoredEvent> coded)
    {
        if (gold.Count == 0 || coded.Count == 0) return [];
        double[][] likeness = [.. gold.Select(g => coded.Select(c => EventLikeness.Of(g, c)).ToArray())];
        IEnumerable<(int Gold, int Coded)> pairs = IsSmall(gold.Count, coded.Count)
            ? new AllWays(likeness).Best()
            : Greedy(likeness);
        return [.. pairs.Where(pair => likeness[pair.Gold][pair.Coded] >= Floor)];
    }

    private static bool IsSmall(int gold, int coded)
    {
        long ways = 1;
        for (int i = 0; i < Math.Min(gold, coded) && ways <= MostWays; i++) ways *= Math.Max(gold, coded) - i;
        return ways <= MostWays;
    }

    private static IEnumerable<(int Gold, int Coded)> Greedy(double[][] likeness)
    {
        var goldTaken = new bool[likeness.Length];
        var codedTaken = new bool[likeness[0].Length];
        IEnumerable<(int Gold, int Coded)> all = from g in Enumerable.Range(0, likeness.Length) from c in Enumerable.Range(0, codedTaken.Length) select (g, c);
        // The sort is stable: of pairs as like, the first in the texts is taken.
        foreach ((int g, int c) in all.OrderByDescending(pair => likeness[pair.Gold][pair.Coded]))
        {
            if (goldTaken[g] || codedTaken[c]) continue;
            goldTaken[g] = codedTaken[c] = true;
            yield return (g, c);
        }
    }

    /// <summary>Goes through all ways to give every event of the shorter list one of the longer, in the order of the lists: of ways as good, the first stands.</summary>
    private sealed class AllWays
    {
        private readonly double[][] likeness;
        private readonly bool goldIsShorter;
        private readonly int[] way;
        private readonly bool[] taken;
        private int[] best;
        private double bestSum = -1;

        public AllWays(double[][] likeness)
        {
            this.likeness = likeness;
            goldIsShorter = likeness.Length <= likeness[0].Length;
            way = new int[Math.Min(likeness.Length, likeness[0].Length)];
            taken = new bool[Math.Max(likeness.Length, likeness[0].Length)];
            best = [];
        }

        public IEnumerable<(int Gold, int Coded)> Best()
        {
            Try(0, 0);
            return best.Select((other, at) => goldIsShorter ? (at, other) : (other, at));
        }

        private void Try(int at, double sum)
        {
            if (at == way.Length)
            {
                if (sum <= bestSum) return;
                bestSum = sum;
                best = [.. way];
                return;
            }
            for (int other = 0; other < taken.Length; other++)
            {
                if (taken[other]) continue;
                taken[other] = true;
                way[at] = other;
                double value = goldIsShorter ? likeness[at][other] : likeness[other][at];
                Try(at + 1, value >= Floor ? sum + value : sum);
                taken[other] = false;
            }
        }
    }
}
