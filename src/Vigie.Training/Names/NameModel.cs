using Vigie.Events.Names;
using Vigie.Training.Export;
using Vigie.Training.Model;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Vigie.Training.Names;

/// <summary>The network of <see cref="NameHead"/>, trainable.</summary>
public sealed class NameModel
{
    private const int VectorWidth = NameVectors.Width;

    private readonly Tensor mean;
    private readonly Tensor deviation;

    /// <param name="mean">Of each number of both vectors, over what is learned from; the export folds it into the first layer.</param>
    /// <param name="deviation">Likewise.</param>
    public NameModel(float[] mean, float[] deviation)
    {
        (this.mean, this.deviation) = (tensor(mean), tensor(deviation));
        Add("narrow", NameHead.NarrowWidth, 2 * VectorWidth);
        Add("hidden", NameHead.HiddenWidth, NameHead.WindowWidth);
        Add("tags", NameTags.Count, NameHead.HiddenWidth);
    }

    public Parameters Parameters { get; } = new();

    /// <summary>Logits [rows, tags].</summary>
    /// <param name="inContext">[rows, 384].</param>
    /// <param name="ofWords">[rows, 384].</param>
    /// <param name="features">[rows, features]; zero in the rows between sentences, of which there are as many as the window reaches.</param>
    /// <param name="isToken">[rows, 1]: 1 for tokens, 0 for the rows between sentences.</param>
    /// <param name="dropout">Share of the hidden numbers that are left out, and half of it of whole vectors: a word that was never seen is known by its context.</param>
    public Tensor Logits(Tensor inContext, Tensor ofWords, Tensor features, Tensor isToken, double dropout)
    {
        bool trains = dropout > 0;
        Tensor context = (inContext - mean.narrow(0, 0, VectorWidth)) / deviation.narrow(0, 0, VectorWidth);
        Tensor words = (ofWords - mean.narrow(0, VectorWidth, VectorWidth)) / deviation.narrow(0, VectorWidth, VectorWidth);
        if (trains) words *= F.dropout(ones(words.shape[0], 1), dropout / 2, true);
        Tensor narrow = F.relu(Linear(cat([context, words], 1), "narrow"));
        narrow = F.dropout(narrow, dropout, trains) * isToken;
        Tensor[] window =
        [
            .. Enumerable.Range(-NameHead.Reach, 2 * NameHead.Reach + 1).Select(offset => narrow.roll(-offset, 0)),
            .. Enumerable.Range(-NameHead.FeatureReach, 2 * NameHead.FeatureReach + 1).Select(offset => features.roll(-offset, 0)),
        ];
        Tensor hidden = F.dropout(F.relu(Linear(cat(window, 1), "hidden")), dropout, trains);
        return Linear(hidden, "tags");
    }

    /// <summary>The weights as <see cref="NameHead"/> reads them, in 32-bit floats: with the deviations folded in, their sizes lie far apart.</summary>
    public void Write(string path)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var matrices = new List<SafetensorsWriter.Matrix>();
        foreach (string name in Parameters.Names)
        {
            Tensor values = Parameters[name];
            if (name == "narrow.weight") values = values / deviation;
            if (name == "narrow.bias") values = values - Parameters["narrow.weight"].matmul(mean / deviation);
            matrices.Add(new SafetensorsWriter.Matrix(name, values.shape, values.detach().contiguous().data<float>().ToArray()));
        }
        SafetensorsWriter.Write(path, matrices, half: false);
    }

    private void Add(string name, int outputs, int inputs)
    {
        Parameters.Normal(name + ".weight", outputs, inputs, Math.Sqrt(1.0 / inputs));
        Parameters.Zeros(name + ".bias", outputs);
    }

    private Tensor Linear(Tensor x, string name) => F.linear(x, Parameters[name + ".weight"], Parameters[name + ".bias"]);
}
