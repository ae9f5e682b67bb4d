namespace Vigie.Events.Incidents;

/// <summary>An account of which the incident is known.</summary>
/// <param name="Incident">Gold incident.</param>
/// <param name="Fold">What is held out together: an election, a region.</param>
public sealed record LabelledAccount(Account Account, string Incident, string Fold);

/// <summary>A model learned without a fold.</summary>
/// <param name="Agreement">On that fold.</param>
public sealed record FoldModel(string Fold, IncidentModel Model, Agreement Agreement);

/// <summary>What cross-validation found.</summary>
/// <param name="Agreement">Over all folds, each grouped by the model and the threshold that were learned without it.</param>
/// <param name="Model">Learned from all, with the thresholds that the held-out likelihoods speak for.</param>
public sealed record CrossValidated(Agreement Agreement, IReadOnlyList<FoldModel> Folds, IncidentModel Model);

/// <summary>
/// Learns a model and measures it on what it was not learned from: every fold is held out once, and the threshold for it is chosen on
/// the other folds by holding out parts of these in turn. The same accounts give the same figures.
/// </summary>
public static class CrossValidation
{
    private const int Parts = 4;

    /// <summary>Precision that joining without a person must have.</summary>
    private const double SurePrecision = 0.97;

    /// <summary>Fewer pairs put together than this measure nothing.</summary>
    private const int FewestSurePairs = 50;

    private const double Least = 0.02;

    private static readonly double[] Thresholds = [.. Enumerable.Range(2, 15).Select(i => i * 0.05)];
    private static readonly double[] SureThresholds = [.. Enumerable.Range(10, 40).Select(i => i * 0.02)];

    /// <param name="pull">How strongly weights are pulled to those of the prior, or to 0.</param>
    /// <param name="further">Accounts to learn from beside, in the same folds; nothing is measured on them.</param>
    /// <exception cref="ArgumentException">There are fewer than two folds.</exception>
    public static CrossValidated Run(
        IReadOnlyList<LabelledAccount> accounts, double pull, IncidentModel? prior = null, IReadOnlyList<LabelledAccount>? further = null)
    {
        string[] folds = [.. accounts.Select(account => account.Fold).Distinct().Order(StringComparer.Ordinal)];
        if (folds.Length < 2) throw new ArgumentException("there must be two folds or more, so that one can be held out", nameof(accounts));
        var table = new PairTable(accounts);
        var learning = new Learning(table, new PairTable(further ?? []), pull, prior);
        var models = new FoldModel[folds.Length];
        var found = new string[accounts.Count];
        for (int i = 0; i < folds.Length; i++)
        {
            string[] others = [.. folds.Where(fold => fold != folds[i])];
            IncidentModel bare = learning.Fit(others);
            double join = Chosen(table, Likelihoods(table, PartsOf(table, others), learning), others);
            IncidentModel model = bare.With(join, automatic: 1);
            string[] groups = table.Group([folds[i]], Scores(table, [folds[i]], model), join);
            table.Put(groups, [folds[i]], found);
            models[i] = new FoldModel(folds[i], model, table.Agreement(groups, [folds[i]]));
        }
        double[] heldOut = Likelihoods(table, PartsOf(table, folds), learning);
        IncidentModel final = learning.Fit(folds).With(Chosen(table, heldOut, folds), Sure(table, heldOut, folds));
        return new CrossValidated(Agreement.Of([.. accounts.Select(account => account.Incident)], found), models, final);
    }

    /// <summary>Likelihood of each pair from a model that knows nothing of its part.</summary>
    private static double[] Likelihoods(PairTable table, IReadOnlyList<string[]> parts, Learning learning)
    {
        var likelihoods = new double[table.Count];
        foreach (string[] part in parts)
        {
            IncidentModel model = learning.Fit([.. parts.SelectMany(other => other).Except(part)]);
            table.Score(part, model, likelihoods);
        }
        return likelihoods;
    }

    private static double[] Scores(PairTable table, IReadOnlyCollection<string> folds, IncidentModel model)
    {
        var likelihoods = new double[table.Count];
        table.Score(folds, model, likelihoods);
        return likelihoods;
    }

    /// <summary>Folds put into a few parts of about the same number of accounts.</summary>
    private static string[][] PartsOf(PairTable table, string[] folds)
    {
        int count = Math.Min(Parts, folds.Length);
        var parts = Enumerable.Range(0, count).Select(_ => new List<string>()).ToArray();
        var sizes = new int[count];
        foreach (string fold in folds.OrderByDescending(table.SizeOf).ThenBy(fold => fold, StringComparer.Ordinal))
        {
            int smallest = Array.IndexOf(sizes, sizes.Min());
            parts[smallest].Add(fold);
            sizes[smallest] += table.SizeOf(fold);
        }
        return [.. parts.Select(part => part.ToArray())];
    }

    /// <summary>The threshold with the best sum of the two F1.</summary>
    private static double Chosen(PairTable table, double[] likelihoods, IReadOnlyCollection<string> folds) =>
        Thresholds.MaxBy(threshold => table.Agreement(table.Group(folds, likelihoods, threshold), folds) is var agreement ? agreement.Pairwise.F1 + agreement.BCubed.F1 : 0);

    /// <summary>The lowest threshold from which on what is put together is right often enough; 1 where none is.</summary>
    private static double Sure(PairTable table, double[] likelihoods, IReadOnlyCollection<string> folds)
    {
        double sure = 1;
        foreach (double threshold in SureThresholds.Reverse())
        {
            string[] groups = table.Group(folds, likelihoods, threshold);
            long pairs = groups.GroupBy(group => group).Sum(group => (long)group.Count() * (group.Count() - 1) / 2);
            if (pairs < FewestSurePairs) continue;
            if (table.Agreement(groups, folds).Pairwise.Precision < SurePrecision) break;
            sure = threshold;
        }
        return sure;
    }

    private sealed class Learning(PairTable table, PairTable further, double pull, IncidentModel? prior)
    {
        public IncidentModel Fit(IReadOnlyCollection<string> folds)
        {
            (double bias, double[] weights) = LikelihoodTrainer.Fit([.. table.Of(folds), .. further.Of(folds)], pull, prior);
            return new IncidentModel(bias, weights, join: 1, automatic: 1);
        }
    }

    /// <summary>All pairs of accounts of one fold that could be of one incident.</summary>
    private sealed class PairTable
    {
        private readonly IReadOnlyList<LabelledAccount> accounts;
        private readonly List<(int A, int B, string Fold, LabelledPair Pair)> pairs = [];
        private readonly Dictionary<string, int> sizes;

        public PairTable(IReadOnlyList<LabelledAccount> accounts)
        {
            this.accounts = accounts;
            sizes = accounts.GroupBy(account => account.Fold).ToDictionary(fold => fold.Key, fold => fold.Count(), StringComparer.Ordinal);
            Traits[] traits = [.. accounts.Select(account => new Traits(account.Account))];
            var cells = new Cells();
            var near = new HashSet<int>();
            Span<int> levels = stackalloc int[Comparison.Levels.Count];
            for (int b = 0; b < traits.Length; b++)
            {
                near.Clear();
                cells.Near(traits[b], near);
                foreach (int a in near.Order())
                    if (accounts[a].Fold == accounts[b].Fold && Comparison.IsPossible(traits[a], traits[b]))
                        pairs.Add((a, b, accounts[a].Fold, new LabelledPair([.. levels[..Comparison.Read(traits[a], traits[b], levels)]], accounts[a].Incident == accounts[b].Incident)));
                cells.Add(b, traits[b]);
            }
        }

        public int Count => pairs.Count;

        public int SizeOf(string fold) => sizes[fold];

        public LabelledPair[] Of(IReadOnlyCollection<string> folds) => [.. pairs.Where(pair => folds.Contains(pair.Fold)).Select(pair => pair.Pair)];

        public void Score(IReadOnlyCollection<string> folds, IncidentModel model, double[] into)
        {
            for (int i = 0; i < pairs.Count; i++)
                if (folds.Contains(pairs[i].Fold)) into[i] = model.Likelihood(pairs[i].Pair.Levels);
        }

        /// <summary>Groups of the accounts of some folds, in their order.</summary>
        public string[] Group(IReadOnlyCollection<string> folds, double[] likelihoods, double join)
        {
            int[] items = Items(folds);
            var local = new Dictionary<int, int>();
            foreach (int item in items) local[item] = local.Count;
            var articles = new Dictionary<string, int>(StringComparer.Ordinal);
            int[] articleOf = [.. items.Select(item => articles.TryGetValue(accounts[item].Account.ArticleId, out int number) ? number : articles[accounts[item].Account.ArticleId] = articles.Count)];
            IEnumerable<PairScore> scores = pairs.Select((pair, i) => (pair.A, pair.B, P: likelihoods[i], pair.Fold))
                .Where(pair => pair.P >= Least && folds.Contains(pair.Fold)).Select(pair => new PairScore(local[pair.A], local[pair.B], pair.P));
            return [.. AverageLinkage.Cluster(articleOf, scores, join, [], []).Select(cluster => items[cluster].ToString(System.Globalization.CultureInfo.InvariantCulture))];
        }

        public Agreement Agreement(string[] groups, IReadOnlyCollection<string> folds) => Incidents.Agreement.Of([.. Items(folds).Select(item => accounts[item].Incident)], groups);

        public void Put(string[] groups, IReadOnlyCollection<string> folds, string[] into)
        {
            foreach ((int item, string group) in Items(folds).Zip(groups)) into[item] = group;
        }

        private int[] Items(IReadOnlyCollection<string> folds) => [.. Enumerable.Range(0, accounts.Count).Where(item => folds.Contains(accounts[item].Fold))];
    }
}
