using System.Numerics.Tensors;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Names;

/// <summary>
/// The tagger's network: both vectors of a token to one narrow one, then the narrow vectors of five tokens and the features of three to tags.
/// Beyond a sentence's ends stand zeros.
/// </summary>
public sealed class NameHead
{
    /// <summary>Numbers of the narrow vector.</summary>
    public const int NarrowWidth = 96;

    public const int HiddenWidth = 128;

    /// <summary>Tokens on either side whose narrow vectors count.</summary>
    public const int Reach = 2;

    /// <summary>Tokens on either side whose features count.</summary>
    public const int FeatureReach = 1;

    /// <summary>Numbers that the hidden layer takes.</summary>
    public const int WindowWidth = (2 * Reach + 1) * NarrowWidth + (2 * FeatureReach + 1) * NameFeatures.Width;

    private readonly Linear narrow;
    private readonly Linear hidden;
    private readonly Linear tags;

    private NameHead(WeightFile file)
    {
        narrow = new Linear(file, "narrow", NarrowWidth, 2 * NameVectors.Width);
        hidden = new Linear(file, "hidden", HiddenWidth, WindowWidth);
        tags = new Linear(file, "tags", NameTags.Count, HiddenWidth);
    }

    /// <exception cref="KnowledgeException">The file is missing, broken, or lacks a weight.</exception>
    public static NameHead Load(DataFolder data) => Load(data.Model("names", "names.safetensors"));

    /// <exception cref="KnowledgeException">The file is missing, broken, or lacks a weight.</exception>
    public static NameHead Load(string path)
    {
        using var file = new WeightFile(path);
        return new NameHead(file);
    }

    /// <summary>Logits [tokens, tags] of one sentence.</summary>
    /// <param name="inContext">[tokens, 384].</param>
    /// <param name="ofWords">[tokens, 384].</param>
    /// <param name="features">[tokens, NameFeatures.Width].</param>
    public float[] Logits(ReadOnlySpan<float> inContext, ReadOnlySpan<float> ofWords, ReadOnlySpan<float> features)
    {
        const int width = NameVectors.Width;
        int tokens = inContext.Length / width;
        var narrowed = new float[tokens * NarrowWidth];
        var pair = new float[2 * width];
        for (int i = 0; i < tokens; i++)
        {
            inContext.Slice(i * width, width).CopyTo(pair);
            ofWords.Slice(i * width, width).CopyTo(pair.AsSpan(width));
            Apply(narrow, pair, narrowed.AsSpan(i * NarrowWidth, NarrowWidth));
        }
        var logits = new float[tokens * NameTags.Count];
        var window = new float[WindowWidth];
        var held = new float[HiddenWidth];
        for (int i = 0; i < tokens; i++)
        {
            int at = Copy(narrowed, NarrowWidth, i, Reach, window);
            Copy(features, NameFeatures.Width, i, FeatureReach, window.AsSpan(at));
            Apply(hidden, window, held);
            tags.Apply(held, logits.AsSpan(i * NameTags.Count, NameTags.Count));
        }
        return logits;
    }

    private static void Apply(Linear layer, ReadOnlySpan<float> x, Span<float> into)
    {
        layer.Apply(x, into);
        TensorPrimitives.Max(into, 0, into);
    }

    // Rows around i, nearest the start first; returns how many numbers were written.
    private static int Copy(ReadOnlySpan<float> rows, int width, int i, int reach, Span<float> into)
    {
        int count = rows.Length / width, at = 0;
        for (int row = i - reach; row <= i + reach; row++, at += width)
        {
            if (row < 0 || row >= count) into.Slice(at, width).Clear();
            else rows.Slice(row * width, width).CopyTo(into[at..]);
        }
        return at;
    }
}
