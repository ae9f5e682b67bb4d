using Vigie.Events.Coding;
using Xunit;
using static Vigie.Tests.Coding.Drafts;

namespace Vigie.Tests.Coding;

/// <summary>Which sentences tell of an event.</summary>
public sealed class MentionFinderTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("vigie-test-");
    private readonly MentionFinder finder;

    public MentionFinderTests() => finder = new MentionFinder(
        EmptyReader.With(_ => { }, root.FullName),
        new Thresholds { Mention = 0.5, SecondMention = 0.7, Role = 0.5, SecondRole = 0.5, Says = 0.5, Weapon = 0.5, Background = 0.5 });

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_sentence_gives_its_likeliest_type_and_a_second_only_where_that_is_surer() => Assert.Equal(
        [(1, 3), (2, 0), (2, 1)],
        Found(Reading(1, (3, 0.9f), (4, 0.6f)), Reading(2, (0, 0.95f), (1, 0.75f), (2, 0.65f)), Reading(3, (5, 0.49f))));

    [Fact]
    public void The_threshold_itself_is_enough() => Assert.Equal([(1, 3)], Found(Reading(1, (3, 0.5f))));

    [Fact]
    public void The_title_is_left_to_the_text() => Assert.Equal([(1, 4)], Found(Reading(0, (3, 0.99f)), Reading(1, (4, 0.9f))));

    [Fact]
    public void A_title_without_a_text_is_all_there_is() => Assert.Equal([(0, 3)], Found(Reading(0, (3, 0.99f))));

    [Fact]
    public void Types_of_one_probability_keep_the_order_of_the_pack() => Assert.Equal([2, 0, 1, 3], MentionFinder.ByProbability([0.5f, 0.5f, 0.9f, 0.1f]));

    private (int Sentence, int Type)[] Found(params SentenceReading[] readings) => [.. finder.Find(readings).Select(mention => (mention.Sentence.Index, mention.Type))];

    private static SentenceReading Reading(int sentence, params (int Type, float Probability)[] likely)
    {
        var probabilities = new float[25];
        foreach ((int type, float probability) in likely) probabilities[type] = probability;
        return new SentenceReading(Sample.Sentences[sentence], new float[ReaderShape.Width], new float[ReaderShape.Width], probabilities);
    }
}
