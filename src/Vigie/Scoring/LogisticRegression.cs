namespace Vigie.Scoring;

/// <summary>Logistic regression by Newton's method, drawn towards given weights so that few examples move little.</summary>
internal static class LogisticRegression
{
    private const int MostSteps = 100;
    private const double Enough = 1e-10;

    /// <param name="examples">Features, and whether it holds; all of the length of <paramref name="prior"/>.</param>
    /// <param name="prior">Weights where nothing is known.</param>
    /// <param name="ridge">How strongly weights are drawn to the prior: so many examples' worth.</param>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool Holds)> examples, double[] prior, double ridge)
    {
        int n = prior.Length;
        double[] weights = [.. prior];
        for (int step = 0; step < MostSteps; step++)
        {
            double[] gradient = new double[n];
            double[,] curvature = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                gradient[i] = ridge * (prior[i] - weights[i]);
                curvature[i, i] = ridge;
            }
            foreach ((double[] x, bool holds) in examples)
            {
                double p = Probability(weights, x), weight = p * (1 - p);
                for (int i = 0; i < n; i++)
                {
                    if (x[i] == 0) continue;
                    gradient[i] += ((holds ? 1 : 0) - p) * x[i];
                    for (int j = 0; j <= i; j++) curvature[i, j] += weight * x[i] * x[j];
                }
            }
            double[] move = Solve(curvature, gradient);
            double largest = move.Max(Math.Abs);
            // A step too far from the quadratic's valley is cut short.
            for (int i = 0; i < n; i++) weights[i] += largest > 1 ? move[i] / largest : move[i];
            if (largest < Enough) break;
        }
        return weights;
    }

    public static double Probability(double[] weights, double[] features)
    {
        double odds = 0;
        for (int i = 0; i < weights.Length; i++) odds += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-odds));
    }

    // By Cholesky; only the lower triangle is read. The ridge keeps it positive.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        double[,] root = new double[n, n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++) sum -= root[i, k] * root[j, k];
                root[i, j] = i == j ? Math.Sqrt(sum) : sum / root[j, j];
            }
        }
        for (int i = 0; i < n; i++)
        {
            double sum = right[i];
            for (int k = 0; k < i; k++) sum -= root[i, k] * x[k];
            x[i] = sum / root[i, i];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) sum -= root[k, i] * x[k];
            x[i] = sum / root[i, i];
        }
        return x;
    }
}
