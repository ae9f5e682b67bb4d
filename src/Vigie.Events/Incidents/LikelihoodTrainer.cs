namespace Vigie.Events.Incidents;

/// <summary>A pair of accounts to learn from.</summary>
/// <param name="Levels">Numbers of the levels that it has, in rising order.</param>
internal readonly record struct LabelledPair(int[] Levels, bool OneIncident);

/// <summary>
/// Fits the weights: logistic regression by Newton's method, with a quadratic pull of each weight towards a prior (0, or what was
/// learned from other data). The same pairs in the same order give the same weights.
/// </summary>
internal static class LikelihoodTrainer
{
    private const int MostSteps = 25;
    private const double Converged = 1e-8;

    /// <param name="pull">Inverse variance of a weight around its prior; the bias is hardly pulled.</param>
    /// <param name="prior">Bias and weights to be pulled to; null for 0.</param>
    public static (double Bias, double[] Weights) Fit(IReadOnlyList<LabelledPair> pairs, double pull, IncidentModel? prior = null)
    {
        int width = Comparison.Levels.Count + 1, bias = width - 1;
        var centre = new double[width];
        if (prior is not null)
        {
            prior.Weights.CopyTo(centre);
            centre[bias] = prior.Bias;
        }
        double[] weights = [.. centre];
        var pulls = new double[width];
        Array.Fill(pulls, pull);
        pulls[bias] = pull * 0.01;

        double loss = Loss(pairs, weights, centre, pulls);
        for (int step = 0; step < MostSteps; step++)
        {
            double[] move = Solve(Curvature(pairs, weights, pulls, out double[] slope, centre), slope);
            // A full step may overshoot where the curvature changes fast.
            double length = 1, next;
            double[] moved;
            do
            {
                moved = [.. weights.Select((weight, i) => weight - (length * move[i]))];
                next = Loss(pairs, moved, centre, pulls);
                length /= 2;
            }
            while (next > loss && length > 1e-6);
            double gain = loss - next;
            if (gain > 0) (weights, loss) = (moved, next);
            if (gain < Converged * Math.Max(1, loss)) break;
        }
        return (weights[bias], weights[..bias]);
    }

    private static double Loss(IReadOnlyList<LabelledPair> pairs, double[] weights, double[] centre, double[] pulls)
    {
        double loss = 0;
        foreach (LabelledPair pair in pairs)
        {
            double sum = Sum(pair, weights);
            // log(1 + e^s) without overflow.
            loss += Math.Max(sum, 0) + Math.Log(1 + Math.Exp(-Math.Abs(sum))) - (pair.OneIncident ? sum : 0);
        }
        for (int i = 0; i < weights.Length; i++) loss += 0.5 * pulls[i] * (weights[i] - centre[i]) * (weights[i] - centre[i]);
        return loss;
    }

    private static double Sum(LabelledPair pair, double[] weights)
    {
        double sum = weights[^1];
        foreach (int level in pair.Levels) sum += weights[level];
        return sum;
    }

    private static double[][] Curvature(IReadOnlyList<LabelledPair> pairs, double[] weights, double[] pulls, out double[] slope, double[] centre)
    {
        int width = weights.Length, bias = width - 1;
        var rows = new double[width][];
        slope = new double[width];
        for (int i = 0; i < width; i++)
        {
            rows[i] = new double[i + 1];
            rows[i][i] = pulls[i];
            slope[i] = pulls[i] * (weights[i] - centre[i]);
        }
        foreach (LabelledPair pair in pairs)
        {
            double p = 1 / (1 + Math.Exp(-Sum(pair, weights))), error = p - (pair.OneIncident ? 1 : 0), curve = p * (1 - p);
            int[] levels = pair.Levels;
            double[] biasRow = rows[bias];
            for (int i = 0; i < levels.Length; i++)
            {
                slope[levels[i]] += error;
                biasRow[levels[i]] += curve;
                double[] row = rows[levels[i]];
                for (int j = 0; j <= i; j++) row[levels[j]] += curve;
            }
            slope[bias] += error;
            biasRow[bias] += curve;
        }
        return rows;
    }

    /// <summary>Solves a symmetric positive definite system, given by its lower triangle, by Cholesky's method; the triangle is used up.</summary>
    private static double[] Solve(double[][] rows, double[] right)
    {
        int n = right.Length;
        for (int i = 0; i < n; i++)
        {
            double[] row = rows[i];
            for (int j = 0; j <= i; j++)
            {
                double sum = row[j];
                double[] other = rows[j];
                for (int k = 0; k < j; k++) sum -= row[k] * other[k];
                row[j] = i == j ? Math.Sqrt(sum) : sum / other[j];
            }
        }
        double[] x = [.. right];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++) x[i] -= rows[i][k] * x[k];
            x[i] /= rows[i][i];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++) x[i] -= rows[k][i] * x[k];
            x[i] /= rows[i][i];
        }
        return x;
    }
}
