using Vigie.Events;
using Vigie.Events.Counts;
using Vigie.Tests.Actors;
using Vigie.Tests.Counts;
using Vigie.Tests.Places;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Times;

/// <summary>Long texts that do nothing but repeat what costs a recogniser most are read to their end; how long that takes is measured in <c>bench/</c>.</summary>
public sealed class RepeatedTextTests
{
    private const int Length = 100_000;

    private static readonly CountRecogniser Counts = CountRecogniser.Load(DataFolder.BesideProgram);

    [Theory]
    [InlineData("fr", "Le 3 mai, 5 morts à X. ")]
    [InlineData("en", "A B C ")]
    [InlineData("fr", "l'")]
    [InlineData("en", "Gao, ")]
    [InlineData("en", "5-")]
    [InlineData("fr", "soldats de l'armée de ")]
    [InlineData("en", "killed 5 people and ")]
    [InlineData("ar", "قتل 5 في غزة ")]
    [InlineData("ar", "ﷺ")]
    public void Are_read_to_their_end(string language, string unit)
    {
        Document document = CountDocuments.Of(string.Concat(Enumerable.Repeat(unit, Length / unit.Length)), language);
        Candidate[] found =
        [
            .. TimeCorpus.Recogniser.Find(document),
            .. Counts.Find(document),
            .. PlaceDocuments.Recogniser.Find(document),
            .. ActorCase.Recogniser.Find(document),
        ];
        Assert.All(found, candidate => Assert.Equal(candidate.Span.Of(document.Text), candidate.Text));
    }
}
