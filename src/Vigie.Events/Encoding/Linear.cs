using System.Numerics.Tensors;
using Vigie.Text;

namespace Vigie.Events.Encoding;

/// <summary>A linear layer: weight [out, in], bias [out].</summary>
internal sealed class Linear
{
    private readonly float[] weight;
    private readonly float[] bias;
    private readonly int inputs;

    /// <exception cref="KnowledgeException">The weights are missing, or of another shape.</exception>
    public Linear(WeightFile file, string name, int outputs, int inputs)
    {
        weight = Matrix(file, name + ".weight", outputs, inputs);
        bias = Matrix(file, name + ".bias", 1, outputs);
        this.inputs = inputs;
    }

    /// <summary>Reads a matrix that must have these rows and columns; a vector has one row.</summary>
    public static float[] Matrix(WeightFile file, string name, int rows, int columns)
    {
        (int Rows, int Columns) shape = file.ShapeOf(name);
        return shape == (rows, columns)
            ? file.Read(name)
            : throw new KnowledgeException(file.Path, null, $"weight '{name}' is {shape.Rows} x {shape.Columns}; expected {rows} x {columns}");
    }

    public int Outputs => bias.Length;

    public void Apply(ReadOnlySpan<float> x, Span<float> into)
    {
        for (int o = 0; o < bias.Length; o++) into[o] = bias[o] + TensorPrimitives.Dot(weight.AsSpan(o * inputs, inputs), x);
    }

    public float[] Apply(ReadOnlySpan<float> x)
    {
        var into = new float[Outputs];
        Apply(x, into);
        return into;
    }
}
