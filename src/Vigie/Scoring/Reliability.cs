namespace Vigie.Scoring;

/// <summary>What was said to be right with which confidence, and whether it was.</summary>
/// <param name="Calibrated">0 to 1.</param>
/// <param name="Raw">As the reader gave it.</param>
internal readonly record struct Judged(double Calibrated, double Raw, bool Right);

/// <summary>Whether confidences hold: of those at .8, are eight in ten right?</summary>
internal static class Reliability
{
    private static readonly double[] Edges = [0, 0.2, 0.4, 0.6, 0.8, 0.9];

    /// <summary>A range of confidences.</summary>
    /// <param name="Said">Mean confidence.</param>
    internal sealed record Row(double From, double To, double Said, Part Right);

    public static IReadOnlyList<Row> Rows(IReadOnlyList<Judged> judged)
    {
        var rows = new List<Row>();
        for (int i = 0; i < Edges.Length; i++)
        {
            double from = Edges[i], to = i + 1 < Edges.Length ? Edges[i + 1] : 1;
            Judged[] within = [.. judged.Where(one => one.Calibrated >= from && (one.Calibrated < to || to == 1))];
            rows.Add(new Row(from, to, within.Length == 0 ? 0 : within.Average(one => one.Calibrated), new Part(within.Count(one => one.Right), within.Length)));
        }
        return rows;
    }

    /// <summary>Expected calibration error over ten equal ranges (Naeini et al. 2015): how far, on average, confidence is from the share right.</summary>
    public static double Error(IReadOnlyList<Judged> judged, Func<Judged, double> confidence) => judged.Count == 0
        ? 0
        : judged.GroupBy(one => Math.Min(9, (int)(confidence(one) * 10)))
            .Sum(range => Math.Abs(range.Sum(one => confidence(one) - (one.Right ? 1 : 0)))) / judged.Count;

    /// <summary>Mean squared distance of confidence and truth (Brier 1950).</summary>
    public static double Brier(IReadOnlyList<Judged> judged, Func<Judged, double> confidence) =>
        judged.Count == 0 ? 0 : judged.Average(one => Math.Pow(confidence(one) - (one.Right ? 1 : 0), 2));
}
