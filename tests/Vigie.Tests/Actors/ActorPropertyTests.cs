using System.Diagnostics;
using CsCheck;
using Vigie.Events;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Actors;

public sealed class ActorPropertyTests
{
    private static readonly string[] Parts =
    [
        "soldats", "maliens", "de", "l'", "armée", "EI", "hommes armés", "M23", "\n", ", ", "«", "»", "Boko Haram", "militants", "of the", "armed",
        "Israeli", "strike", "وَ", "للجيش", "السوداني", "قوات", "الأمن", "حركة الشباب", "مسلحون", "é", "e\u0301", "\ud83d\ude00", "\ud83d", "ـ", "\u200f", "'", "U.S.",
    ];

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static readonly Gen<string> Texts = Gen.OneOf(OneOf(Parts), Gen.String[0, 6]).Array[0, 30].Select(parts => string.Join(" ", parts));

    [Fact]
    public void Offsets_give_the_text_and_candidates_stand_apart() =>
        Gen.Select(Texts, OneOf("fr", "en", "ar")).Sample((text, language) =>
        {
            Document document = ActorCase.DocumentOf(text, language);
            int end = 0;
            foreach (ActorCandidate actor in ActorCase.Recogniser.Find(document))
            {
                Assert.Equal(actor.Span.Of(document.Text), actor.Text);
                Assert.True(actor.Span.Start >= end && actor.Span.Length > 0);
                end = actor.Span.End;
            }
        });

    [Fact]
    public void Any_passage_can_be_named() =>
        Gen.Select(Texts, Gen.Int[0, 400], Gen.Int[0, 400], OneOf("fr", "en", "ar")).Sample((text, a, b, language) =>
        {
            Document document = ActorCase.DocumentOf(text, language);
            int start = Math.Min(Math.Min(a, b), document.Text.Length), end = Math.Min(Math.Max(a, b), document.Text.Length);
            Assert.Equal(new Span(start, end), ActorCase.Recogniser.Name(document, new Span(start, end)).Span);
        });

    [Theory]
    [InlineData("en", "armed ")]
    [InlineData("fr", "soldats de l'armée de ")]
    [InlineData("ar", "قوات الجيش ")]
    public void Time_stays_linear_in_hostile_text(string language, string unit)
    {
        Time(language, unit, 2_000);
        TimeSpan small = Time(language, unit, 20_000), large = Time(language, unit, 200_000);
        Assert.True(large < 60 * small + TimeSpan.FromSeconds(1), $"{small} then {large}");
    }

    private static TimeSpan Time(string language, string unit, int count)
    {
        Document document = ActorCase.DocumentOf(string.Concat(Enumerable.Repeat(unit, count)), language);
        var watch = Stopwatch.StartNew();
        ActorCase.Recogniser.Find(document);
        return watch.Elapsed;
    }
}
