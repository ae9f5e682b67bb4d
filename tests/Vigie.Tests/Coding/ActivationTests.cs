using CsCheck;
using Vigie.Events.Coding;
using Xunit;

namespace Vigie.Tests.Coding;

/// <summary>Activations against values of tables: x times the normal distribution, and the logistic function.</summary>
public sealed class ActivationTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.34573123)]
    [InlineData(1, 0.84134475)]
    [InlineData(-1, -0.15865525)]
    [InlineData(2, 1.95449974)]
    [InlineData(-2, -0.04550026)]
    [InlineData(-3, -0.00404970)]
    [InlineData(10, 10)]
    [InlineData(-10, 0)]
    [InlineData(1e30, 1e30)]
    public void Gelu_is_exact(double x, double expected)
    {
        float[] values = [(float)x];
        Activation.Gelu(values);
        Assert.Equal(expected, values[0], 1e-6 * Math.Max(1, Math.Abs(expected)));
    }

    [Fact]
    public void Gelu_lies_between_its_bounds() => Gen.Float[-50, 50].Sample(x =>
    {
        float[] values = [x];
        Activation.Gelu(values);
        return values[0] >= -0.171f && values[0] <= Math.Max(0, x) + 1e-6f;
    });

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(2, 0.88079708)]
    [InlineData(-2, 0.11920292)]
    [InlineData(100, 1)]
    [InlineData(-100, 0)]
    public void Sigmoid_is_exact(double x, double expected) => Assert.Equal(expected, Activation.Sigmoid((float)x), 1e-6);
}
