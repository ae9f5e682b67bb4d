using CsCheck;
using Vigie.Events.Incidents;
using Xunit;

namespace Vigie.Tests.Incidents;

public sealed class AverageLinkageTests
{
    private static int[] Cluster(int[] articles, PairScore[] pairs, double join = 0.5, (int, int)[]? together = null, (int, int)[]? apart = null) =>
        AverageLinkage.Cluster(articles, pairs, join, together ?? [], apart ?? []);

    [Fact]
    public void Likely_pairs_are_put_together_and_unlikely_ones_are_not() =>
        Assert.Equal([0, 0, 2, 2], Cluster([0, 1, 2, 3], [new(0, 1, 0.9), new(1, 2, 0.3), new(2, 3, 0.8)]));

    [Fact]
    public void A_chain_is_not_enough() =>
        // 0 and 2 have nothing in common: the mean of 0.6 and 0 is below the threshold.
        Assert.Equal([0, 0, 2], Cluster([0, 1, 2], [new(0, 1, 0.9), new(1, 2, 0.6)]));

    [Fact]
    public void One_article_does_not_tell_one_incident_twice() =>
        Assert.Equal([0, 0, 2], Cluster([0, 1, 0], [new(0, 1, 0.9), new(1, 2, 0.8), new(0, 2, 0.99)]));

    [Fact]
    public void What_a_person_put_together_stays_together() =>
        Assert.Equal([0, 0, 0], Cluster([0, 1, 0], [new(0, 1, 0.9)], together: [(0, 2)]));

    [Fact]
    public void What_was_parted_is_not_brought_together_by_way_of_others() =>
        Assert.Equal([0, 0, 2], Cluster([0, 1, 2], [new(0, 1, 0.9)], together: [(0, 2)], apart: [(1, 2)]));

    [Fact]
    public void What_a_person_parted_stays_apart() =>
        Assert.Equal([0, 1, 0], Cluster([0, 1, 2], [new(0, 1, 0.9), new(0, 2, 0.8), new(1, 2, 0.8)], apart: [(0, 1)]));

    [Fact]
    public void Every_cluster_keeps_to_the_threshold_and_to_the_articles() =>
        Gen.Select(Gen.Int[0, 5].Array[2, 14], Gen.Double[0, 1].Array[100], Gen.Double[0.1, 0.9]).Sample((articles, likelihoods, join) =>
        {
            var pairs = new List<PairScore>();
            for (int b = 1; b < articles.Length; b++)
                for (int a = 0; a < b; a++) pairs.Add(new PairScore(a, b, likelihoods[((b * (b - 1) / 2) + a) % likelihoods.Length]));
            int[] clusters = Cluster(articles, [.. pairs], join);
            foreach (IGrouping<int, int> cluster in Enumerable.Range(0, articles.Length).GroupBy(i => clusters[i]))
            {
                Assert.Equal(cluster.Min(), cluster.Key);
                Assert.Equal(cluster.Count(), cluster.Select(i => articles[i]).Distinct().Count());
            }
            // No two clusters that may be together have a mean at the threshold or above.
            int[] names = [.. clusters.Distinct()];
            foreach (int one in names)
                foreach (int other in names.Where(name => name > one))
                {
                    int[] left = [.. Enumerable.Range(0, articles.Length).Where(i => clusters[i] == one)], right = [.. Enumerable.Range(0, articles.Length).Where(i => clusters[i] == other)];
                    if (left.Any(i => right.Any(j => articles[i] == articles[j]))) continue;
                    double mean = pairs.Where(pair => (left.Contains(pair.A) && right.Contains(pair.B)) || (left.Contains(pair.B) && right.Contains(pair.A))).Sum(pair => pair.Likelihood) / (left.Length * right.Length);
                    Assert.True(mean < join + 1e-9, $"clusters {one} and {other} have a mean of {mean}");
                }
        });
}
