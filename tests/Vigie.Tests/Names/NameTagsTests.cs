using CsCheck;
using Vigie.Events.Names;
using Xunit;

namespace Vigie.Tests.Names;

/// <summary>The search for the best sequence of tags.</summary>
public sealed class NameTagsTests
{
    private static readonly Gen<float[]> Logits = Gen.Int[0, 4].SelectMany(tokens => Gen.Float[-5, 5].Array[tokens * NameTags.Count]);

    [Fact]
    public void The_best_sequence_is_allowed_and_none_that_is_allowed_is_better() => Logits.Sample(logits =>
    {
        int[] best = NameTags.Best(logits);
        Assert.True(IsAllowed(best));
        Assert.Equal(Sequences(best.Length).Where(IsAllowed).Max(tags => Score(logits, tags)), Score(logits, best), 1e-3);
    }, iter: 200);

    [Fact]
    public void Begin_and_inside_of_a_kind_are_told_apart()
    {
        foreach (NameKind kind in Enum.GetValues<NameKind>())
        {
            Assert.False(NameTags.IsInside(NameTags.Begin(kind)));
            Assert.True(NameTags.IsInside(NameTags.Inside(kind)));
            Assert.Equal(kind, NameTags.KindOf(NameTags.Begin(kind)));
            Assert.Equal(kind, NameTags.KindOf(NameTags.Inside(kind)));
        }
    }

    private static bool IsAllowed(int[] tags) => !tags.Where((tag, i) => !NameTags.MayFollow(i == 0 ? NameTags.Outside : tags[i - 1], tag)).Any();

    private static float Score(float[] logits, int[] tags) => tags.Select((tag, i) => logits[i * NameTags.Count + tag]).Sum();

    private static IEnumerable<int[]> Sequences(int length) => length == 0
        ? [[]]
        : Sequences(length - 1).SelectMany(before => Enumerable.Range(0, NameTags.Count).Select(tag => (int[])[.. before, tag]));
}
