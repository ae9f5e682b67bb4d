using System.Globalization;
using Vigie.Events.Encoding;
using Vigie.Training.Export;
using Vigie.Training.Model;
using TorchSharp.Modules;

namespace Vigie.Training;

/// <summary>The state after a pass: weights, moments of the optimisers, number of passes done; what was cut off goes on from it.</summary>
public sealed class Checkpoint(string folder)
{
    private string WeightPath => Path.Combine(folder, "weights.safetensors");

    private string PassPath => Path.Combine(folder, "passes.txt");

    private string OptimiserPath(int index) => Path.Combine(folder, $"optimiser-{index}.bin");

    /// <summary>Passes that the saved state has behind it; 0 where there is none.</summary>
    public int Passes => File.Exists(PassPath) ? int.Parse(File.ReadAllText(PassPath), CultureInfo.InvariantCulture) : 0;

    public void Save(int passes, IReadOnlyList<Parameters> weights, IReadOnlyList<AdamW> optimisers)
    {
        Directory.CreateDirectory(folder);
        SafetensorsWriter.Write(
            WeightPath,
            [.. weights.SelectMany(part => part.Names.Select(name => new SafetensorsWriter.Matrix(name, part[name].shape, part.Values(name))))],
            half: false);
        for (int i = 0; i < optimisers.Count; i++) optimisers[i].save_state_dict(OptimiserPath(i));
        File.WriteAllText(PassPath, passes.ToString(CultureInfo.InvariantCulture));
    }

    public void Load(IReadOnlyList<Parameters> weights, IReadOnlyList<AdamW> optimisers)
    {
        LoadWeights(weights);
        for (int i = 0; i < optimisers.Count; i++) optimisers[i].load_state_dict(OptimiserPath(i));
    }

    public void LoadWeights(IReadOnlyList<Parameters> weights)
    {
        using var file = new WeightFile(WeightPath);
        foreach (Parameters part in weights)
        {
            foreach (string name in part.Names) part.Set(name, file.Read(name));
        }
    }

    /// <summary>Gives weights the values that this run ended with, where it trained them; the others keep their own.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no checkpoint.</exception>
    public void Start(IReadOnlyList<Parameters> weights)
    {
        using var file = new WeightFile(WeightPath);
        foreach (Parameters part in weights)
        {
            foreach (string name in part.Names.Where(file.Has)) part.Set(name, file.Read(name));
        }
    }
}
