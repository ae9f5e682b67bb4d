using Vigie.Events.Names;
using Vigie.Tests.Cli;
using Vigie.Training.Names;
using Xunit;
using Span = Vigie.Text.Span;

namespace Vigie.Tests.Training;

/// <summary>The head as Torch trains it, and as Vigie runs it.</summary>
[Collection(WithTorch.Name)]
public sealed class NameModelTests
{
    private const int Seed = 5;

    [Fact]
    public void The_head_that_is_written_tags_as_the_one_that_was_trained()
    {
        NameExample[] examples = [.. Enumerable.Range(0, 6).Select(Example)];
        NameModel model = new NameTrainer(new NamePlan(Passes: 3, Seed, BatchTokens: 30)).Train(examples);
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "names.safetensors");
        model.Write(path);
        NameHead head = NameHead.Load(path);
        foreach (NameExample example in examples)
        {
            var tags = new List<int>();
            foreach ((int from, int to) in example.Sentences())
            {
                tags.AddRange(NameTags.Best(head.Logits(
                    Floats(example.InContext, from, to), Floats(example.OfWords, from, to), example.Features.AsSpan(from * NameFeatures.Width, (to - from) * NameFeatures.Width))));
            }
            Assert.Equal(NameTrainer.Tags(model, example), tags);
        }
    }

    [Fact]
    public void A_head_learns_what_the_vectors_tell()
    {
        NameExample[] examples = [.. Enumerable.Range(0, 30).Select(Example)];
        NameModel model = new NameTrainer(new NamePlan(Passes: 8, Seed, BatchTokens: 60)).Train(examples[..25]);
        var score = new NameScore();
        foreach (NameExample example in examples[25..]) score.Add(example.Names, [.. example.Told(NameTrainer.Tags(model, example))]);
        Assert.True(score.F1 > 0.9, score.ToString());
    }

    // Three sentences of six tokens; the first number of a token's vector says whether it is a person's name, the second whether it is a place.
    private static NameExample Example(int number)
    {
#pragma warning disable RS0030 // Seeded.
        var random = new Random(Seed + number);
#pragma warning restore RS0030
        const int tokens = 18, width = NameVectors.Width;
        var inContext = new Half[tokens * width];
        var ofWords = new Half[tokens * width];
        for (int i = 0; i < tokens; i++)
        {
            // What else varies is little, as it must be for so few examples.
            for (int k = 2; k < 8; k++) (inContext[i * width + k], ofWords[i * width + k]) = ((Half)(random.NextDouble() - 0.5), (Half)(random.NextDouble() - 0.5));
        }
        var names = new List<NamedSpan>();
        NameToken[] at = [.. Enumerable.Range(0, tokens).Select(i => new NameToken(new Span(3 * i, 3 * i + 2), i / 6))];
        for (int i = 0; i < tokens; i++)
        {
            int kind = random.Next(4);
            if (kind > 1) continue;
            inContext[i * width + kind] = (Half)6;
            names.Add(new NamedSpan(at[i].Span, (NameKind)kind));
        }
        return new NameExample("own", at, names, inContext, ofWords, new float[tokens * NameFeatures.Width], NameExample.TagsOf(at, names));
    }

    private static float[] Floats(Half[] values, int from, int to) => Array.ConvertAll(values[(from * NameVectors.Width)..(to * NameVectors.Width)], value => (float)value);
}
