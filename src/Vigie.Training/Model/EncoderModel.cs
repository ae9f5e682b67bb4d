using Vigie.Events.Encoding;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Vigie.Training.Model;

/// <summary>
/// The base encoder (BERT layers with post-layer-norm, exact GELU), of which the word embeddings and the first <see cref="Frozen"/> layers stay as
/// they are: their output is computed once a report and kept.
/// </summary>
public sealed class EncoderModel
{
    public const int Width = EncodedDocument.Width;
    public const int Heads = 12;
    private const double Epsilon = 1e-12;

    private readonly WeightFile weights;
    private readonly Dictionary<string, Tensor> frozen = [];

    /// <param name="frozenLayers">Layers that are not trained, from the first.</param>
    public EncoderModel(WeightFile weights, int frozenLayers)
    {
        this.weights = weights;
        Frozen = frozenLayers;
        Layers = Enumerable.Range(0, 64).TakeWhile(l => weights.Has($"layers.{l}.attention.query.weight")).Count();
        foreach (string name in weights.Names.Select(name => name.Replace(".q4", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (name.EndsWith(".scale", StringComparison.Ordinal) || name == "embeddings.word") continue;
            if (LayerOf(name) >= frozenLayers) Trained.Add(name, Load(name));
            else frozen[name] = Load(name);
        }
    }

    public int Frozen { get; }

    public int Layers { get; }

    public Parameters Trained { get; } = new();

    /// <summary>Output [pieces, width] of the frozen part for one sequence of ids; kept by the caller.</summary>
    public Tensor Below(int[] ids)
    {
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            var words = new float[ids.Length * Width];
            for (int i = 0; i < ids.Length; i++) weights.ReadRow("embeddings.word", ids[i], words.AsSpan(i * Width, Width));
            Tensor x = tensor(words, ids.Length, Width) + frozen["embeddings.position"].narrow(0, 0, ids.Length) + frozen["embeddings.type"];
            x = Norm(x, "embeddings.norm").unsqueeze(0);
            for (int layer = 0; layer < Frozen; layer++) x = Layer(x, layer, null, 0);
            return x.squeeze(0).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Output [batch, pieces, width] of the trained part.</summary>
    /// <param name="below">Padded outputs of <see cref="Below"/>.</param>
    /// <param name="mask">[batch, 1, 1, pieces], 0 where a piece stands, else a large negative number; null without padding.</param>
    public Tensor Above(Tensor below, Tensor? mask, double dropout)
    {
        Tensor x = F.dropout(below, dropout, dropout > 0);
        for (int layer = Frozen; layer < Layers; layer++) x = Layer(x, layer, mask, dropout);
        return x;
    }

    public Tensor Weight(string name) => Trained.Names.Contains(name) ? Trained[name] : frozen[name];

    private Tensor Layer(Tensor x, int layer, Tensor? mask, double dropout)
    {
        string at = $"layers.{layer}.";
        long batch = x.shape[0], length = x.shape[1];
        Tensor Split(string part) => Linear(x, at + "attention." + part).view(batch, length, Heads, Width / Heads).transpose(1, 2);
        Tensor attended = F.scaled_dot_product_attention(Split("query"), Split("key"), Split("value"), mask);
        attended = Linear(attended.transpose(1, 2).reshape(batch, length, Width), at + "attention.output");
        x = Norm(x + F.dropout(attended, dropout, dropout > 0), at + "attention.norm");
        Tensor fed = Linear(F.gelu(Linear(x, at + "feedforward.in")), at + "feedforward.out");
        return Norm(x + F.dropout(fed, dropout, dropout > 0), at + "feedforward.norm");
    }

    private Tensor Linear(Tensor x, string name) => F.linear(x, At(name + ".weight"), At(name + ".bias"));

    private Tensor Norm(Tensor x, string name) => F.layer_norm(x, [Width], At(name + ".weight"), At(name + ".bias"), Epsilon);

    private Tensor At(string name) => frozen.TryGetValue(name, out Tensor? tensor) ? tensor : Trained[name];

    private Tensor Load(string name)
    {
        (int rows, int columns) = weights.ShapeOf(name);
        return name.EndsWith(".bias", StringComparison.Ordinal) || name.EndsWith("norm.weight", StringComparison.Ordinal)
            ? tensor(weights.Read(name))
            : tensor(weights.Read(name), rows, columns);
    }

    private static int LayerOf(string name) =>
        name.StartsWith("layers.", StringComparison.Ordinal) ? int.Parse(name.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture) : -1;
}
