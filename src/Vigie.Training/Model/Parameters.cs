using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Vigie.Training.Model;

/// <summary>Named trainable tensors; their order is their order of making, so that a seed gives the same start.</summary>
public sealed class Parameters
{
    private readonly Dictionary<string, Parameter> byName = [];
    private readonly List<string> names = [];

    public IReadOnlyList<string> Names => names;

    public Parameter this[string name] => byName[name];

    public IEnumerable<Parameter> All => names.Select(name => byName[name]);

    public Parameter Add(string name, Tensor start)
    {
        var parameter = new Parameter(start, requires_grad: true);
        byName.Add(name, parameter);
        names.Add(name);
        return parameter;
    }

    /// <summary>A matrix [rows, columns] with normal entries of the given deviation.</summary>
    public Parameter Normal(string name, int rows, int columns, double deviation = 0.02) => Add(name, randn(rows, columns) * deviation);

    public Parameter Zeros(string name, params long[] shape) => Add(name, zeros(shape));

    /// <summary>Values row by row, on the processor, as floats.</summary>
    public float[] Values(string name) => byName[name].detach().contiguous().data<float>().ToArray();

    public void Set(string name, float[] values)
    {
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            byName[name].copy_(tensor(values, byName[name].shape));
        }
    }
}
