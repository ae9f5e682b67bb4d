using NodaTime;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;
using Xunit;
using static Vigie.Tests.Coding.Drafts;

namespace Vigie.Tests.Coding;

/// <summary>The numbers that a link weighs: the same length for all, each at its place.</summary>
public sealed class LinkFeaturesTests
{
    private static readonly Sentence First = Sample.Sentences[1];

    [Fact]
    public void All_kinds_of_candidate_have_the_same_length()
    {
        TimeCandidate time = Time("Monday", 10);
        PlaceCandidate place = Place("Juba", "gn:2");
        CountCandidate count = Drafts.Count("9 traders", CountOf.Killed, Vigie.Events.Count.Exactly(9));
        foreach ((Candidate candidate, string field) in new (Candidate, string)[] { (time, "date"), (place, "place"), (count, "killed"), (count, "injured") })
        {
            float[] x = Of(candidate, field, First, Sample, [candidate]);
            Assert.Equal((1, 1), (x[0], x[1]));
            Assert.All(x, value => Assert.True(float.IsFinite(value)));
        }
    }

    [Theory]
    [InlineData(14, 14)]
    [InlineData(13, 10)]
    [InlineData(12, 10)]
    [InlineData(6, 11)]
    [InlineData(1, 12)]
    public void The_age_of_a_day_is_one_class(int day, int place)
    {
        TimeCandidate time = Time("Monday", day);
        float[] x = Of(time, "date", First, Sample, [time]);
        Assert.Equal([place], Enumerable.Range(10, 5).Where(i => x[i] != 0));
    }

    [Fact]
    public void A_year_ago_is_the_oldest_class()
    {
        TimeCandidate time = Time("Monday", 10) with { Range = new TimeRange(new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31), TimePrecision.Year) };
        float[] x = Of(time, "date", First, Sample, [time]);
        Assert.Equal([8, 9, 13], Enumerable.Range(5, 10).Where(i => x[i] != 0));
        float[] undated = Of(time, "date", First, Sample with { Published = null }, [time]);
        Assert.DoesNotContain(Enumerable.Range(10, 5), i => undated[i] != 0);
    }

    [Fact]
    public void A_title_the_first_sentence_and_the_only_one_of_a_sentence_are_marked()
    {
        PlaceCandidate title = Place("Bor", "gn:1"), told = Place("Juba", "gn:2");
        float[] inTitle = Of(title, "place", Sample.Sentences[2], Sample, [title, told]), alone = Of(told, "place", Sample.Sentences[2], Sample, [title, told]);
        Assert.Equal((1, 1, 0), (inTitle[1], inTitle[2], inTitle[3]));
        Assert.Equal((0, 0, 1), (alone[1], alone[2], alone[3]));
        CountCandidate lead = Drafts.Count("9 traders", CountOf.Killed, Vigie.Events.Count.Exactly(9));
        Assert.Equal(1, Of(lead, "killed", First, Sample, [lead])[4]);
    }

    [Fact]
    public void What_lies_within_another_is_marked()
    {
        CountCandidate nine = Drafts.Count("9 traders", CountOf.Killed, Vigie.Events.Count.Exactly(9));
        CountCandidate within = nine with { Span = nine.Span with { End = nine.Span.Start + 1 } };
        Candidate[] all = [within, nine];
        Assert.Equal((1, 0), (Of(within, "killed", First, Sample, all)[26], Of(nine, "killed", First, Sample, all)[26]));
    }

    [Fact]
    public void A_value_that_stands_elsewhere_too_is_marked()
    {
        CountCandidate nine = Drafts.Count("9 traders", CountOf.Killed, Vigie.Events.Count.Exactly(9)), again = Drafts.Count("nine", CountOf.Killed, Vigie.Events.Count.Exactly(9)), other = Drafts.Count("12", CountOf.Other, new Count(12, null, null));
        Candidate[] all = [nine, other, again];
        Assert.Equal(1, Of(nine, "killed", First, Sample, all)[27]);
        float[] x = Of(other, "killed", First, Sample, all);
        Assert.Equal((0, 1, 1, 0), (x[22], x[23], x[24], x[27]));
        Assert.Equal(MathF.Log10(13), x[25]);
    }

    private static float[] Of(Candidate candidate, string field, Sentence mention, Document document, Candidate[] all)
    {
        var x = new float[LinkFeatures.Count];
        new LinkFeatures(field, document, all).Write(Array.IndexOf(all, candidate), mention, x);
        return x;
    }
}
