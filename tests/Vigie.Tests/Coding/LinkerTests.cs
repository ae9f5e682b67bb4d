using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Xunit;
using static Vigie.Tests.Coding.Drafts;

namespace Vigie.Tests.Coding;

/// <summary>Candidates of one value stand together; no value is a choice like any other.</summary>
public sealed class LinkerTests : IDisposable
{
    private static readonly CountCandidate Nine = Drafts.Count("9 traders", CountOf.Killed, Vigie.Events.Count.Exactly(9));
    private static readonly CountCandidate NineAgain = Drafts.Count("nine dead", CountOf.Killed, Vigie.Events.Count.Exactly(9));
    private static readonly CountCandidate Twelve = Drafts.Count("12", CountOf.Killed, new Count(12, null, 12));
    private static readonly CountCandidate Hurt = Drafts.Count("two hurt", CountOf.Injured, Vigie.Events.Count.Exactly(2));
    private static readonly CountCandidate Unsaid = Drafts.Count("40", CountOf.Other, Vigie.Events.Count.Exactly(40));

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("vigie-test-");
    private readonly EncodedDocument document = EmptyReader.Encoded(Sample);
    private readonly Mention mention = new(Sample.Sentences[1], 10, 0.9, new float[ReaderShape.Width]);

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void Equal_values_add_up()
    {
        Links<CountCandidate> links = Killed(EmptyReader.With(_ => { }, root.FullName), Nine, Twelve, NineAgain);
        Assert.Equal([Nine, Twelve], links.Choices.Select(choice => choice.Candidate));
        Assert.Equal([0.5, 0.25], links.Choices.Select(choice => Math.Round(choice.Probability, 6)));
        Assert.Equal(0.25, links.None, 1e-6);
        Assert.Same(Nine, links.Chosen);
    }

    [Fact]
    public void The_likeliest_of_equal_values_stands_for_them()
    {
        // Field 4 is the killed; class 4 of the distances is the mention's own sentence, 6 the second after it.
        Links<CountCandidate> links = Killed(EmptyReader.With(weights => weights["link.distance"][4 * ReaderShape.Distances + 6] = 3, root.FullName), Nine, Twelve, NineAgain);
        Assert.Same(NineAgain, links.Chosen);
        Assert.Equal(1, links.Choices.Sum(choice => choice.Probability) + links.None, 1e-6);
    }

    [Fact]
    public void None_wins_where_it_is_likelier_and_loses_a_tie()
    {
        Assert.Null(Killed(EmptyReader.With(weights => weights["link.null.bias"][4] = 2, root.FullName), Nine, Twelve).Chosen);
        Assert.Same(Nine, Killed(EmptyReader.With(_ => { }, root.FullName), Nine, Twelve).Chosen);
    }

    [Fact]
    public void Features_decide_where_words_do_not()
    {
        // Feature 22: the count is of what the field counts.
        Reader reader = EmptyReader.With(weights => weights["link.feature"][4 * LinkFeatures.Count + 22] = 5, root.FullName);
        Links<CountCandidate> links = Killed(reader, Unsaid, Twelve);
        Assert.Same(Twelve, links.Chosen);
        Assert.True(links.Choices[0].Probability > 0.98);
    }

    [Fact]
    public void A_count_of_something_else_is_no_candidate()
    {
        Links<CountCandidate> links = Killed(EmptyReader.With(_ => { }, root.FullName), Hurt, Nine, Unsaid);
        Assert.Equal([Nine, Unsaid], links.Choices.Select(choice => choice.Candidate));
    }

    [Fact]
    public void No_candidate_gives_no_value()
    {
        Reader reader = EmptyReader.With(_ => { }, root.FullName);
        Links<CountCandidate> links = Killed(reader);
        Assert.Equal((0, 1d), (links.Choices.Count, links.None));
        Assert.Null(links.Chosen);
        var undated = Time("Monday", 10) with { Range = TimeRange.Unknown };
        Assert.Empty(DocumentCandidates.DatesOf([undated]));
    }

    [Fact]
    public void Places_of_one_entry_and_days_of_one_range_stand_together()
    {
        Reader reader = EmptyReader.With(_ => { }, root.FullName);
        PlaceCandidate bor = Place("Bor", "gn:1"), again = bor with { Span = Find("Bor on") with { End = Find("Bor on").Start + 3 } }, juba = Place("Juba", "gn:2");
        Assert.Equal([2d / 4, 1d / 4], Choose(reader, "place", bor, juba, again).Choices.Select(choice => Math.Round(choice.Probability, 6)));
        TimeCandidate monday = Time("Monday", 10), tuesday = Time("Tuesday", 11);
        Assert.Equal(2, Choose(reader, "date", monday, tuesday, monday with { Value = "other" }).Choices.Count);
    }

    [Fact]
    public void A_passage_lies_in_its_sentence_without_the_marks_around_it()
    {
        Reader reader = EmptyReader.With(_ => { }, root.FullName);
        Vigie.Text.Span passage = Linker.Passage(reader, document, mention, reader.Queries(mention));
        Assert.True(mention.Sentence.Span.Contains(passage));
        Assert.Equal("Gunmen", passage.Of(Sample.Text));
    }

    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(1, 3, 6)]
    [InlineData(4, 1, 1)]
    [InlineData(1, 0, 9)]
    public void Distances_are_classes(int from, int to, int expected) =>
        Assert.Equal(expected, Linker.Distance(mention with { Sentence = Sample.Sentences[from] }, Sample.Sentences[to]));

    [Theory]
    [InlineData(0, 9, 8)]
    [InlineData(9, 0, 0)]
    [InlineData(3, 3, 4)]
    public void Far_sentences_share_a_class(int from, int to, int expected) => Assert.Equal(expected, ReaderShape.DistanceOf(from, to, isTitle: false));

    private Links<CountCandidate> Killed(Reader reader, params CountCandidate[] counts) =>
        Choose(reader, "killed", [.. DocumentCandidates.CountsOf("killed", counts)]);

    private Links<T> Choose<T>(Reader reader, string field, params T[] candidates)
        where T : Candidate =>
        Linker.Choose(reader, mention, reader.Queries(mention), new FieldCandidates<T>(field, reader, document, candidates));
}
