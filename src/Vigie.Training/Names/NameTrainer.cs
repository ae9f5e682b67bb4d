using TorchSharp.Modules;
using Vigie.Events.Names;
using static TorchSharp.torch;

namespace Vigie.Training.Names;

/// <summary>What a head is made with; the same values on the same machine give the same weights.</summary>
public sealed record NamePlan(int Passes, int Seed, int BatchTokens = 1200, double Rate = 2e-3, double Dropout = 0.3);

/// <summary>Trains a head over examples whose vectors are known.</summary>
public sealed class NameTrainer(NamePlan plan)
{
    public NameModel Train(IReadOnlyList<NameExample> examples)
    {
        random.manual_seed(plan.Seed);
        (float[] mean, float[] deviation) = Moments(examples);
        var model = new NameModel(mean, deviation);
        using AdamW optimiser = optim.AdamW(model.Parameters.All, lr: plan.Rate, weight_decay: 0.01);
#pragma warning disable RS0030 // The order is drawn from the plan's seed.
        var order = new Random(plan.Seed);
#pragma warning restore RS0030
        for (int pass = 0; pass < plan.Passes; pass++)
        {
            NameExample[] shuffled = [.. examples];
            order.Shuffle(shuffled);
            int done = 0, tokens = examples.Sum(example => example.Tokens.Count);
            foreach (List<NameExample> batch in Batches(shuffled))
            {
                SetRate(optimiser, (pass + (double)done / tokens) / plan.Passes);
                Step(model, optimiser, batch);
                done += batch.Sum(example => example.Tokens.Count);
            }
        }
        return model;
    }

    /// <summary>The tags of an example, as a trained head gives them.</summary>
    public static int[] Tags(NameModel model, NameExample example)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        float[] logits = NameBatch.Of([example]).Logits(model, 0).contiguous().data<float>().ToArray();
        var tags = new List<int>(example.Tokens.Count);
        int row = 0;
        foreach ((int from, int to) in example.Sentences())
        {
            tags.AddRange(NameTags.Best(logits.AsSpan(row * NameTags.Count, (to - from) * NameTags.Count)));
            row += to - from + NameHead.Reach;
        }
        return [.. tags];
    }

    private void Step(NameModel model, AdamW optimiser, List<NameExample> examples)
    {
        using var scope = NewDisposeScope();
        NameBatch batch = NameBatch.Of(examples);
        Tensor loss = nn.functional.cross_entropy(batch.Logits(model, plan.Dropout), tensor(batch.Tags), ignore_index: NameExample.Unknown);
        optimiser.zero_grad();
        loss.backward();
        nn.utils.clip_grad_norm_(model.Parameters.All, 5.0);
        optimiser.step();
    }

    // Up over the first twentieth, then down to nothing.
    private void SetRate(AdamW optimiser, double progress)
    {
        const double warmUp = 0.05;
        double factor = progress < warmUp ? (progress + 0.01) / (warmUp + 0.01) : (1 - progress) / (1 - warmUp);
        foreach (var group in optimiser.ParamGroups) group.LearningRate = plan.Rate * factor;
    }

    private IEnumerable<List<NameExample>> Batches(NameExample[] examples)
    {
        var batch = new List<NameExample>();
        int tokens = 0;
        foreach (NameExample example in examples)
        {
            batch.Add(example);
            if ((tokens += example.Tokens.Count) < plan.BatchTokens) continue;
            yield return batch;
            batch = [];
            tokens = 0;
        }
        if (batch.Count > 0) yield return batch;
    }

    // Over some of the tokens: enough for two digits.
    private static (float[] Mean, float[] Deviation) Moments(IReadOnlyList<NameExample> examples)
    {
        const int width = NameVectors.Width, every = 7;
        var sum = new double[2 * width];
        var squares = new double[2 * width];
        long count = 0;
        foreach (NameExample example in examples)
        {
            for (int i = 0; i < example.Tokens.Count; i += every, count++)
            {
                for (int k = 0; k < 2 * width; k++)
                {
                    double value = (double)(k < width ? example.InContext[i * width + k] : example.OfWords[i * width + k - width]);
                    sum[k] += value;
                    squares[k] += value * value;
                }
            }
        }
        var mean = new float[2 * width];
        var deviation = new float[2 * width];
        for (int k = 0; k < 2 * width; k++)
        {
            double m = sum[k] / Math.Max(1, count);
            mean[k] = (float)m;
            deviation[k] = (float)Math.Sqrt(Math.Max(1e-8, squares[k] / Math.Max(1, count) - m * m));
        }
        return (mean, deviation);
    }
}
