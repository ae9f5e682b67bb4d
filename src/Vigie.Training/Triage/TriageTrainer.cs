using Vigie.Events.Triage;

namespace Vigie.Training.Triage;

/// <summary>
/// Learns the gate: logistic regression over the buckets of sentences by AdaGrad (Duchi et al. 2011), a sentence that holds a gold passage against all others. The threshold
/// is the one at which as many reports with events pass as asked for, each judged by a gate that was trained without it. The same reports and seed give the same gate.
/// </summary>
public static class TriageTrainer
{
    private const int Passes = 3;
    private const int Folds = 5;
    private const float Rate = 0.1f;

    /// <summary>How strongly a weight is drawn to nothing at each sentence that has its feature: without it the gate knows its own reports by heart and newspapers less well.</summary>
    private const float Decay = 0.03f;

    /// <param name="keep">Share of reports with events that must pass, 0 to 1.</param>
    /// <param name="say">Takes a line on what is kept and dropped at several thresholds.</param>
    public static (float[] Weights, float Bias, double Threshold) Train(IReadOnlyList<TriageExample> reports, double keep, int seed, Action<string> say)
    {
        var scores = new double[reports.Count];
        for (int fold = 0; fold < Folds; fold++)
        {
            (float[] weights, float bias) = Fit([.. reports.Where((_, i) => i % Folds != fold)], seed);
            var gate = new Gate(weights, bias, 0);
            for (int i = fold; i < reports.Count; i += Folds) scores[i] = Best(gate, reports[i]);
        }
        double[] telling = [.. scores.Where((_, i) => reports[i].HasEvents).Order()], quiet = [.. scores.Where((_, i) => !reports[i].HasEvents)];
        foreach (double share in (double[])[0.99, 0.98, 0.97, 0.96, 0.95, 0.9])
        {
            double at = Threshold(telling, share);
            say(FormattableString.Invariant($"threshold {at:0.000}: keeps {share:0.00} of {telling.Length} reports with events, drops {(double)quiet.Count(score => score < at) / Math.Max(1, quiet.Length):0.000} of {quiet.Length} without"));
        }
        (float[] all, float allBias) = Fit(reports, seed);
        return (all, allBias, Threshold(telling, keep));
    }

    private static double Threshold(double[] telling, double keep) => telling[Math.Clamp((int)((1 - keep) * telling.Length), 0, telling.Length - 1)];

    private static double Best(Gate gate, TriageExample report) =>
        report.Sentences.Count == 0 ? double.NegativeInfinity : report.Sentences.Max(sentence => gate.Score(sentence.Buckets));

    private static (float[] Weights, float Bias) Fit(IReadOnlyList<TriageExample> reports, int seed)
    {
        (List<int> Buckets, bool Tells)[] sentences = [.. reports.SelectMany(report => report.Sentences)];
        var weights = new float[SentenceBuckets.Count];
        var squares = new float[SentenceBuckets.Count];
        Array.Fill(squares, 1e-6f);
        double bias = 0, biasSquares = 1e-6;
        var random = new Random(seed);
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(sentences);
            foreach ((List<int> buckets, bool tells) in sentences)
            {
                double scale = 1 / Math.Sqrt(buckets.Count), sum = 0;
                foreach (int bucket in buckets) sum += weights[bucket];
                double error = (tells ? 1 : 0) - 1 / (1 + Math.Exp(-(bias + sum * scale)));
                float step = (float)(error * scale);
                foreach (int bucket in buckets)
                {
                    float slope = step - Decay * weights[bucket];
                    squares[bucket] += slope * slope;
                    weights[bucket] += Rate * slope / MathF.Sqrt(squares[bucket]);
                }
                biasSquares += error * error;
                bias += Rate * error / Math.Sqrt(biasSquares);
            }
        }
        return (weights, (float)bias);
    }
}
