namespace Vigie.Events.Incidents;

/// <summary>How likely two members are of one incident. Pairs that are not given count as 0.</summary>
internal readonly record struct PairScore(int A, int B, double Likelihood);

/// <summary>
/// Agglomerative clustering by average linkage: the two clusters with the highest mean likelihood over all pairs between them are put
/// together, as long as that mean reaches a threshold and nothing keeps them apart. A function of the members' order alone.
/// </summary>
internal sealed class AverageLinkage
{
    private readonly double join;
    private readonly Dictionary<int, double>[] sums;
    private readonly int[] sizes;
    private readonly int[] versions;
    private readonly HashSet<int>[] articles;
    private readonly HashSet<int>[] enemies;
    private readonly HashSet<int>[] members;
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double Unlikelihood, int A, int B)> queue = new();

    private AverageLinkage(IReadOnlyList<int> articleOf, double join)
    {
        this.join = join;
        int count = articleOf.Count;
        sums = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>())];
        sizes = new int[count];
        versions = new int[count];
        Array.Fill(sizes, 1);
        articles = [.. articleOf.Select(article => new HashSet<int> { article })];
        enemies = [.. articleOf.Select(_ => new HashSet<int>())];
        members = [.. Enumerable.Range(0, count).Select(i => new HashSet<int> { i })];
    }

    /// <summary>For each member the least member of its cluster.</summary>
    /// <param name="articleOf">Members with the same number here are never put together, unless a person did.</param>
    /// <param name="together">Pairs that a person put together: the clusters that they are of become one, unless they hold a pair that was parted.</param>
    /// <param name="apart">Pairs that a person parted.</param>
    public static int[] Cluster(
        IReadOnlyList<int> articleOf, IEnumerable<PairScore> pairs, double join, IEnumerable<(int A, int B)> together, IEnumerable<(int A, int B)> apart)
    {
        var linkage = new AverageLinkage(articleOf, join);
        foreach ((int a, int b) in apart)
        {
            linkage.enemies[a].Add(b);
            linkage.enemies[b].Add(a);
        }
        foreach (PairScore pair in pairs)
        {
            linkage.sums[pair.A][pair.B] = pair.Likelihood;
            linkage.sums[pair.B][pair.A] = pair.Likelihood;
        }
        return linkage.Run(together);
    }

    private int[] Run(IEnumerable<(int A, int B)> together)
    {
        for (int a = 0; a < sums.Length; a++)
            foreach (int b in sums[a].Keys.Where(b => a < b)) Consider(a, b);
        while (queue.TryDequeue(out (int A, int B, int VersionA, int VersionB) next, out _))
        {
            if (sizes[next.A] == 0 || sizes[next.B] == 0 || versions[next.A] != next.VersionA || versions[next.B] != next.VersionB || IsForbidden(next.A, next.B)) continue;
            Merge(next.A, next.B);
            foreach (int other in sums[next.A].Keys) Consider(Math.Min(next.A, other), Math.Max(next.A, other));
        }
        int[] cluster = Clusters();
        foreach ((int a, int b) in together)
        {
            int one = Math.Min(cluster[a], cluster[b]), other = Math.Max(cluster[a], cluster[b]);
            if (one == other || enemies[one].Overlaps(members[other])) continue;
            Merge(one, other);
            cluster = Clusters();
        }
        return cluster;
    }

    private int[] Clusters()
    {
        var cluster = new int[sizes.Length];
        for (int a = 0; a < sizes.Length; a++)
            if (sizes[a] > 0)
                foreach (int member in members[a]) cluster[member] = a;
        return cluster;
    }

    private void Consider(int a, int b)
    {
        double mean = sums[a][b] / ((double)sizes[a] * sizes[b]);
        if (mean >= join) queue.Enqueue((a, b, versions[a], versions[b]), (-mean, a, b));
    }

    private bool IsForbidden(int a, int b) => articles[a].Overlaps(articles[b]) || enemies[a].Overlaps(members[b]);

    /// <summary>Puts the second into the first, which is the lesser.</summary>
    private void Merge(int into, int from)
    {
        sums[into].Remove(from);
        sums[from].Remove(into);
        foreach ((int other, double sum) in sums[from].OrderBy(entry => entry.Key))
        {
            double both = sums[into].GetValueOrDefault(other) + sum;
            sums[into][other] = both;
            sums[other].Remove(from);
            sums[other][into] = both;
        }
        sums[from].Clear();
        sizes[into] += sizes[from];
        sizes[from] = 0;
        versions[into]++;
        articles[into].UnionWith(articles[from]);
        enemies[into].UnionWith(enemies[from]);
        members[into].UnionWith(members[from]);
    }
}
