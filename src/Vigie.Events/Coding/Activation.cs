namespace Vigie.Events.Coding;

/// <summary>Activations of the reader's layers.</summary>
internal static class Activation
{
    /// <summary>x · Φ(x) in place; Φ by the error function, not by the approximation with tanh.</summary>
    public static void Gelu(Span<float> x)
    {
        for (int i = 0; i < x.Length; i++) x[i] = (float)(0.5 * x[i] * (1 + Erf(x[i] / Math.Sqrt(2))));
    }

    public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    // Abramowitz and Stegun 7.1.26, with an absolute error below 1.5e-7.
    private static double Erf(double x)
    {
        double t = 1 / (1 + 0.3275911 * Math.Abs(x));
        double y = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.Exp(-x * x);
        return Math.CopySign(y, x);
    }
}
