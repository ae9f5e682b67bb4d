using Vigie.Events.Encoding;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Triage;

/// <summary>
/// A cheap look at an article before it is coded: does any of its sentences sound like an event of the conflict? A linear model over hashed words
/// (<see cref="SentenceBuckets"/>), made by <c>vigie-train triage</c>. Safe for use from many threads.
/// </summary>
public sealed class Gate
{
    private readonly float[] weights;
    private readonly float bias;

    /// <param name="weights">By bucket.</param>
    /// <param name="threshold">Log-odds of the likeliest sentence from which an article passes.</param>
    public Gate(float[] weights, float bias, double threshold)
    {
        if (weights.Length != SentenceBuckets.Count) throw new ArgumentException("a weight for each bucket", nameof(weights));
        this.weights = weights;
        this.bias = bias;
        Threshold = threshold;
    }

    public double Threshold { get; }

    /// <exception cref="KnowledgeException">A file of the model is missing or broken.</exception>
    public static Gate Load(DataFolder data)
    {
        var settings = KnowledgeFile.Read<GateSettings>(data.Model("triage", "gate.yaml"));
        using var file = new WeightFile(data.Model("triage", "gate.safetensors"));
        return new Gate(Vector(file, "weight", SentenceBuckets.Count), Vector(file, "bias", 1)[0], settings.Threshold);
    }

    /// <summary>Whether the article is worth coding.</summary>
    public bool Passes(Article article) => Score(article.FullText) >= Threshold;

    /// <summary>Log-odds of the sentence that sounds most like an event; negative infinity for a text without words. Linear in the length of the text.</summary>
    public double Score(string text)
    {
        var buckets = new List<int>(512);
        double best = double.NegativeInfinity;
        foreach (Span sentence in SentenceBuckets.Split(text))
        {
            buckets.Clear();
            if (SentenceBuckets.Collect(text.AsSpan(sentence.Start, sentence.Length), buckets) > 0) best = Math.Max(best, Score(buckets));
        }
        return best;
    }

    /// <summary>Log-odds of one sentence.</summary>
    /// <param name="buckets">Of its features; at least one.</param>
    public double Score(List<int> buckets)
    {
        double sum = 0;
        foreach (int bucket in buckets) sum += weights[bucket];
        // A long sentence has more features, not more to say.
        return bias + sum / Math.Sqrt(buckets.Count);
    }

    private static float[] Vector(WeightFile file, string name, int length)
    {
        (int Rows, int Columns) shape = file.ShapeOf(name);
        return shape == (1, length) ? file.Read(name) : throw new KnowledgeException(file.Path, null, $"weight '{name}' is {shape.Rows} x {shape.Columns}; expected 1 x {length}");
    }
}

/// <summary><c>models/triage/gate.yaml</c>.</summary>
internal sealed class GateSettings
{
    /// <summary>Log-odds.</summary>
    public required double Threshold { get; init; }
}
