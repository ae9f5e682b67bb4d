using System.Diagnostics;
using System.Globalization;
using TorchSharp.Modules;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Text.Pieces;
using Vigie.Training.Gold;
using Vigie.Training.Model;
using static TorchSharp.torch;

namespace Vigie.Training;

/// <summary>What a training run is made with; the same values on the same machine give the same weights.</summary>
public sealed record TrainingPlan(int Passes, int Seed, int FrozenLayers, int BatchSize = 8, double EncoderRate = 1e-4, double HeadRate = 1e-3, double Dropout = 0.1)
{
    /// <summary>Share of all steps over which the rates rise; then they fall to nothing in a straight line.</summary>
    public const double WarmUp = 0.1;
}

/// <summary>Trains encoder and reader together, a checkpoint a pass.</summary>
public sealed class ReaderTrainer
{
    private readonly TrainingPlan plan;
    private readonly EncoderModel encoder;
    private readonly ReaderModel reader;
    private readonly ReaderLoss loss;
    private readonly AdamW[] optimisers;
    private readonly Dictionary<string, Tensor> below = [];

    public ReaderTrainer(TrainingPlan plan, WeightFile baseWeights, Segmenter segmenter, ConflictPack pack)
    {
        this.plan = plan;
        random.manual_seed(plan.Seed);
        encoder = new EncoderModel(baseWeights, plan.FrozenLayers);
        reader = new ReaderModel(DefinitionVectors(segmenter, pack), pack.Weapons.Count);
        loss = new ReaderLoss(reader, pack.Types.Count);
        optimisers =
        [
            optim.AdamW(encoder.Trained.All, lr: plan.EncoderRate, weight_decay: 0.01),
            optim.AdamW(reader.Parameters.All, lr: plan.HeadRate, weight_decay: 0.01),
        ];
    }

    public EncoderModel Encoder => encoder;

    public ReaderModel Reader => reader;

    public IReadOnlyList<Parameters> Weights => [encoder.Trained, reader.Parameters];

    /// <summary>Runs the passes that <paramref name="checkpoint"/> lacks.</summary>
    /// <param name="start">An earlier run, whose weights are where the first pass starts from.</param>
    public void Run(IReadOnlyList<Example> train, IReadOnlyList<Example> dev, Checkpoint checkpoint, Checkpoint? start, Action<string> log)
    {
        int done = checkpoint.Passes;
        if (done > 0) checkpoint.Load(Weights, optimisers);
        else start?.Start(Weights);
        if (done >= plan.Passes) return;
        foreach (Example example in train) below[example.Id] = encoder.Below(example.Ids);
        log(string.Create(CultureInfo.InvariantCulture, $"{train.Count} reports, {train.Sum(e => e.Mentions.Count)} mentions, {train.Sum(e => e.Ids.Length)} pieces; {done} passes done"));
        int steps = (train.Count + plan.BatchSize - 1) / plan.BatchSize * plan.Passes;
        for (int pass = done; pass < plan.Passes; pass++)
        {
            // Seeded by pass, so that a run that was cut off goes on as it would have.
            random.manual_seed(plan.Seed * 1000 + pass);
            List<Example[]> batches = Batches.Of(train, plan.BatchSize, SeededOrder(pass));
            var watch = Stopwatch.StartNew();
            double sum = 0;
            for (int i = 0; i < batches.Count; i++)
            {
                SetRates((double)(pass * batches.Count + i + 1) / steps);
                sum += Step(batches[i]);
                if (i % 20 == 19)
                    log(string.Create(CultureInfo.InvariantCulture, $"  pass {pass + 1} batch {i + 1}/{batches.Count} loss {sum / (i + 1):0.0000} {watch.Elapsed.TotalSeconds / (i + 1):0.00} s a batch"));
            }
            checkpoint.Save(pass + 1, Weights, optimisers);
            log(string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}/{plan.Passes} loss {sum / batches.Count:0.0000} in {watch.Elapsed.TotalSeconds:0} s"));
            foreach (string line in DevScore.Lines(dev, encoder, reader)) log(line);
        }
    }

#pragma warning disable RS0030 // The order is drawn from the plan's seed.
    private Random SeededOrder(int pass) => new(plan.Seed * 1000 + pass);
#pragma warning restore RS0030

    private double Step(Example[] batch)
    {
        using var scope = NewDisposeScope();
        (Tensor padded, Tensor? mask) = Batches.Padded([.. batch.Select(example => below[example.Id])]);
        Tensor vectors = nn.functional.dropout(encoder.Above(padded, mask, plan.Dropout), plan.Dropout, true);
        Tensor total = batch.Select((example, row) => loss.Of(vectors[row], example)).Aggregate((a, b) => a + b) / batch.Length;
        foreach (AdamW optimiser in optimisers) optimiser.zero_grad();
        total.backward();
        // What a batch does not use has no gradient before its first use and a gradient of nothing ever after; a run that goes on would differ from one that was never cut off.
        foreach (TorchSharp.Modules.Parameter unused in Weights.SelectMany(part => part.All).Where(parameter => parameter.grad is null)) unused.grad = zeros_like(unused);
        nn.utils.clip_grad_norm_(encoder.Trained.All, 1.0);
        nn.utils.clip_grad_norm_(reader.Parameters.All, 5.0);
        foreach (AdamW optimiser in optimisers) optimiser.step();
        return total.item<float>();
    }

    private void SetRates(double progress)
    {
        double factor = progress < TrainingPlan.WarmUp ? progress / TrainingPlan.WarmUp : (1 - progress) / (1 - TrainingPlan.WarmUp);
        double[] rates = [plan.EncoderRate, plan.HeadRate];
        for (int i = 0; i < optimisers.Length; i++)
        {
            foreach (var group in optimisers[i].ParamGroups) group.LearningRate = rates[i] * Math.Max(factor, 1e-3);
        }
    }

    // Centred, since the encoder's vectors all point much the same way; scaled, so that the first logits are small.
    private Tensor DefinitionVectors(Segmenter segmenter, ConflictPack pack)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        Tensor vectors = stack(pack.Types.Select(type =>
        {
            int[] ids = [PieceTable.Start, .. segmenter.Segment(type.Name + ": " + type.Means).Select(piece => piece.Id), PieceTable.End];
            return encoder.Above(encoder.Below(ids).unsqueeze(0), null, 0)[0].mean([0L]);
        }));
        return ((vectors - vectors.mean([0L], keepdim: true)) * 0.3).detach().MoveToOuterDisposeScope();
    }
}
