using System.Diagnostics;
using Vigie.Tests.Actors;
using Vigie.Tests.Counts;
using Vigie.Tests.Places;
using Vigie.Events.Counts;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Times;

/// <summary>Twice the text takes about twice the time, for every recogniser, also where a text does nothing but repeat what costs most.</summary>
public sealed class LinearTimeTests
{
    private const int Length = 50_000, Tries = 5;

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
    public void Twice_the_text_takes_about_twice_the_time(string language, string unit)
    {
        Document once = Repeated(unit, Length, language), twice = Repeated(unit, 2 * Length, language);
        foreach ((string name, Action<Document> find) in new (string, Action<Document>)[]
        {
            ("times", d => TimeCorpus.Recogniser.Find(d)),
            ("counts", d => Counts.Find(d)),
            ("places", d => PlaceDocuments.Recogniser.Find(d)),
            ("actors", d => ActorCase.Recogniser.Find(d)),
        })
        {
            double first = Least(find, once), second = Least(find, twice);
            Assert.True(second < (3 * first) + 30, $"{name}: {first:F0} ms for {Length} characters, {second:F0} ms for twice as many");
        }
    }

    private static Document Repeated(string unit, int length, string language) =>
        CountDocuments.Of(string.Concat(Enumerable.Repeat(unit, length / unit.Length)), language);

    /// <summary>Milliseconds of the quickest of some tries: other work on the machine only ever adds.</summary>
    private static double Least(Action<Document> find, Document document)
    {
        double least = double.MaxValue;
        for (int i = 0; i < Tries; i++)
        {
            // A copy: a reading may be kept by document.
            var copy = document with { };
            var watch = Stopwatch.StartNew();
            find(copy);
            least = Math.Min(least, watch.Elapsed.TotalMilliseconds);
        }
        return least;
    }
}
