namespace Vigie.Events.Incidents;

/// <summary>Precision, recall and their harmonic mean, each 0 to 1.</summary>
public readonly record struct Score(double Precision, double Recall)
{
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}

/// <summary>How far a grouping agrees with a gold one.</summary>
/// <param name="Pairwise">Over pairs put together: right ones among those found, and among those that should be.</param>
/// <param name="BCubed">Mean over items of the share of its group that is right, and of its gold group that is found (Bagga and Baldwin 1998).</param>
public sealed record Agreement(Score Pairwise, Score BCubed)
{
    /// <param name="gold">Gold group of each item.</param>
    /// <param name="found">Group found for each item, in the same order.</param>
    public static Agreement Of(IReadOnlyList<string> gold, IReadOnlyList<string> found)
    {
        if (gold.Count != found.Count) throw new ArgumentException("as many groups must be found as there are gold ones", nameof(found));
        Dictionary<string, long> golds = Sizes(gold), founds = Sizes(found);
        Dictionary<(string, string), long> both = Sizes([.. gold.Zip(found)]);
        double precision = 0, recall = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            double shared = both[(gold[i], found[i])];
            precision += shared / founds[found[i]];
            recall += shared / golds[gold[i]];
        }
        double right = Pairs(both.Values), count = Math.Max(1, gold.Count);
        return new Agreement(
            new Score(Share(right, Pairs(founds.Values)), Share(right, Pairs(golds.Values))),
            new Score(precision / count, recall / count));
    }

    private static Dictionary<T, long> Sizes<T>(IReadOnlyList<T> groups) where T : notnull =>
        groups.GroupBy(group => group).ToDictionary(group => group.Key, group => (long)group.Count());

    private static double Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2);

    /// <summary>Nothing found is nothing wrong.</summary>
    private static double Share(double part, double whole) => whole > 0 ? part / whole : 1;
}
