using CsCheck;
using Vigie.Scoring;
using Xunit;

namespace Vigie.Tests.Scoring;

/// <summary>The coefficients on examples worked out by hand or in the literature, and what holds of any values.</summary>
public sealed class CoefficientTests
{
    private static readonly Gen<(string A, string B)[]> Nominal = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], (a, b) => (Name(a), Name(b))).Array[1, 40];
    private static readonly Gen<(double A, double B)[]> Numbers = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], (a, b) => ((double)a, (double)b)).Array[1, 40];

    [Fact]
    public void Kappa_of_a_table_of_four()
    {
        // 20 yes of both, 15 no of both, 5 and 10 apart: observed 0.7, by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
        (string, string)[] units = [.. Repeated("yes", "yes", 20), .. Repeated("yes", "no", 5), .. Repeated("no", "yes", 10), .. Repeated("no", "no", 15)];
        Assert.Equal(0.4, Coefficients.Kappa(units)!.Value, 1e-9);
    }

    [Fact]
    public void Alpha_of_binary_values()
    {
        // Ten units, four apart; 14 zeros and 6 ones: 1 − 0.4 / (2 · 14 · 6 / (20 · 19)) = 0.095, Krippendorff's example of binary data.
        (string A, string B)[] units = [.. "0100000010".Zip("1110010000", (a, b) => (a.ToString(), b.ToString()))];
        Assert.Equal(0.095, Coefficients.NominalAlpha(units)!.Value, 5e-4);
    }

    [Fact]
    public void Alpha_of_intervals_and_ratios()
    {
        (double, double)[] units = [(1, 1), (2, 4), (10, 10)];
        // Within: 4 / 3. Over the 30 ordered pairs of 1 1 2 4 10 10: 2 · (2·1 + 2·9 + 4·81 + 4 + 2·64 + 2·36) / 30 = 1096 / 30.
        Assert.Equal(1 - 4.0 / 3 / (1096.0 / 30), Coefficients.IntervalAlpha(units)!.Value, 1e-9);
        // (2 − 4) / (2 + 4) squared is 1/9.
        double all = 2 * (2 * Squared(1, 2) + 2 * Squared(1, 4) + 4 * Squared(1, 10) + Squared(2, 4) + 2 * Squared(2, 10) + 2 * Squared(4, 10));
        Assert.Equal(1 - 1.0 / 9 / 3 / (all / 30), Coefficients.RatioAlpha(units)!.Value, 1e-9);
    }

    [Fact]
    public void Full_agreement_is_one() => Nominal.Sample(units =>
    {
        (string A, string B)[] same = [.. units.Select(unit => (unit.A, unit.A))];
        bool varied = same.Distinct().Count() > 1;
        return Coefficients.Kappa(same) is { } kappa ? varied && Math.Abs(kappa - 1) < 1e-9 && Math.Abs(Coefficients.NominalAlpha(same)!.Value - 1) < 1e-9 : !varied;
    }, iter: 200);

    [Fact]
    public void The_order_of_the_coders_does_not_matter() => Gen.Select(Nominal, Numbers).Sample((names, numbers) =>
    {
        (string A, string B)[] names2 = [.. names.Select(unit => (unit.B, unit.A))];
        (double A, double B)[] numbers2 = [.. numbers.Select(unit => (unit.B, unit.A))];
        return Near(Coefficients.Kappa(names), Coefficients.Kappa(names2)) && Near(Coefficients.NominalAlpha(names), Coefficients.NominalAlpha(names2))
            && Near(Coefficients.IntervalAlpha(numbers), Coefficients.IntervalAlpha(numbers2)) && Near(Coefficients.RatioAlpha(numbers), Coefficients.RatioAlpha(numbers2));
    }, iter: 200);

    [Fact]
    public void Intervals_are_those_of_all_pairs() => Numbers.Sample(units =>
    {
        double[] values = [.. units.SelectMany(unit => new[] { unit.A, unit.B })];
        double n = values.Length, all = values.Sum(x => values.Sum(y => (x - y) * (x - y)));
        double? expected = all == 0 ? null : 1 - units.Sum(unit => (unit.A - unit.B) * (unit.A - unit.B)) / units.Length / (all / (n * (n - 1)));
        return Near(expected, Coefficients.IntervalAlpha(units));
    }, iter: 200);

    [Fact]
    public void Nothing_is_said_of_nothing()
    {
        Assert.Null(Coefficients.Kappa([]));
        Assert.Null(Coefficients.NominalAlpha([]));
        Assert.Null(Coefficients.IntervalAlpha([]));
        Assert.Null(Coefficients.RatioAlpha([]));
        Assert.Null(Coefficients.Kappa([("a", "a"), ("a", "a")]));
        Assert.Null(Coefficients.RatioAlpha([(0, 0), (0, 0)]));
    }

    private static bool Near(double? a, double? b) => a is null || b is null ? a is null && b is null : Math.Abs(a.Value - b.Value) < 1e-9;

    private static double Squared(double a, double b) => (a - b) / (a + b) * ((a - b) / (a + b));

    private static IEnumerable<(string, string)> Repeated(string a, string b, int times) => Enumerable.Repeat((a, b), times);

    private static string Name(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
