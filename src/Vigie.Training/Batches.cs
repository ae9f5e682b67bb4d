using Vigie.Training.Gold;
using static TorchSharp.torch;

namespace Vigie.Training;

/// <summary>Examples of like length together, in an order that a seed decides.</summary>
public static class Batches
{
    /// <summary>Examples that are sorted by length before they are cut into batches: more saves padding, fewer mixes better.</summary>
    private const int Bucket = 64;

    public static List<Example[]> Of(IReadOnlyList<Example> examples, int size, Random order)
    {
        Example[] shuffled = [.. examples];
        order.Shuffle(shuffled);
        var batches = new List<Example[]>();
        foreach (Example[] bucket in shuffled.Chunk(Bucket)) batches.AddRange(bucket.OrderBy(example => example.Ids.Length).Chunk(size));
        Example[][] mixed = [.. batches];
        order.Shuffle(mixed);
        return [.. mixed];
    }

    /// <summary>Kept outputs of the frozen layers, padded to one length, and the mask of what is padding (null where nothing is).</summary>
    public static (Tensor Below, Tensor? Mask) Padded(IReadOnlyList<Tensor> kept)
    {
        long longest = kept.Max(x => x.shape[0]);
        if (kept.All(x => x.shape[0] == longest)) return (stack(kept), null);
        Tensor below = stack(kept.Select(x => nn.functional.pad(x, [0, 0, 0, longest - x.shape[0]])));
        var hidden = new float[kept.Count * longest];
        for (int row = 0; row < kept.Count; row++)
            Array.Fill(hidden, -1e9f, row * (int)longest + (int)kept[row].shape[0], (int)(longest - kept[row].shape[0]));
        return (below, tensor(hidden, kept.Count, 1, 1, longest));
    }
}
