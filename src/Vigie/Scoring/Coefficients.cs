namespace Vigie.Scoring;

/// <summary>
/// Agreement of two coders beyond chance: Cohen's kappa (Cohen 1960, "A coefficient of agreement for nominal scales") and Krippendorff's alpha
/// (Krippendorff 2019, "Content Analysis", chapter 12) for two coders without missing values. 1 is full agreement, 0 what chance gives, below 0 is worse;
/// null where nothing can be said: no value, or but one value throughout.
/// </summary>
internal static class Coefficients
{
    /// <summary>Share of units with the same value, less what the two coders' own shares of each value would give by chance.</summary>
    public static double? Kappa(IReadOnlyList<(string A, string B)> units)
    {
        if (units.Count == 0) return null;
        double observed = (double)units.Count(unit => unit.A == unit.B) / units.Count;
        Dictionary<string, int> ofA = Counted(units.Select(unit => unit.A)), ofB = Counted(units.Select(unit => unit.B));
        double expected = ofA.Sum(value => (double)value.Value * ofB.GetValueOrDefault(value.Key)) / units.Count / units.Count;
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }

    /// <summary>Alpha where values are alike or not.</summary>
    public static double? NominalAlpha(IReadOnlyList<(string A, string B)> units)
    {
        double n = 2.0 * units.Count;
        double same = Counted(units.SelectMany(unit => new[] { unit.A, unit.B })).Values.Sum(count => (double)count * (count - 1));
        return Alpha(units.Count(unit => unit.A != unit.B), units.Count, n * (n - 1) - same);
    }

    /// <summary>Alpha where the distance of two values is their difference: days.</summary>
    public static double? IntervalAlpha(IReadOnlyList<(double A, double B)> units)
    {
        if (units.Count == 0) return null;
        // The squares of all differences, from the sums: Σ(x − y)² over all pairs is 2nΣx² − 2(Σx)², about the mean for the digits' sake.
        double mean = units.Average(unit => (unit.A + unit.B) / 2), sum = 0, squares = 0, within = 0;
        foreach ((double a, double b) in units)
        {
            sum += a - mean + (b - mean);
            squares += (a - mean) * (a - mean) + (b - mean) * (b - mean);
            within += (a - b) * (a - b);
        }
        return Alpha(within, units.Count, 2 * (2.0 * units.Count * squares - sum * sum));
    }

    /// <summary>Alpha where the distance of two numbers is their difference over their sum: counts, from 0.</summary>
    public static double? RatioAlpha(IReadOnlyList<(double A, double B)> units)
    {
        (double Value, double Count)[] values = [.. units.SelectMany(unit => new[] { unit.A, unit.B }).CountBy(value => value).Select(value => (value.Key, (double)value.Value))];
        double all = 0;
        for (int i = 0; i < values.Length; i++)
            for (int j = 0; j < i; j++) all += 2 * values[i].Count * values[j].Count * RatioDistance(values[i].Value, values[j].Value);
        return Alpha(units.Sum(unit => RatioDistance(unit.A, unit.B)), units.Count, all);
    }

    private static double RatioDistance(double a, double b)
    {
        double sum = a + b;
        return sum == 0 ? 0 : (a - b) / sum * ((a - b) / sum);
    }

    /// <param name="within">Sum of the squared distances within the units.</param>
    /// <param name="all">Sum of the squared distances over all ordered pairs of values.</param>
    private static double? Alpha(double within, int units, double all)
    {
        double n = 2.0 * units;
        return all <= 0 ? null : 1 - within / units / (all / (n * (n - 1)));
    }

    private static Dictionary<string, int> Counted(IEnumerable<string> values) => values.CountBy(value => value).ToDictionary(StringComparer.Ordinal);
}
