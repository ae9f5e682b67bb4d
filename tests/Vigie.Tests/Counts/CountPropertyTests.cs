using CsCheck;
using Vigie.Events.Counts;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Counts;

/// <summary>What holds for any text: true offsets, order, no exception.</summary>
public class CountPropertyTests
{
    private static readonly CountRecogniser Recogniser = CountRecogniser.Load(DataFolder.BesideProgram);

    private static readonly Gen<string> Language = Pick("fr", "en", "ar", "de");

    private static readonly Gen<string> Words = Pick(
        "12", "3 000", "1,5", "٣٤", "20-30", "entre", "et", "vingt", "une", "vingtaine", "quatre", "dont", "morts", "tués", "ont été", "soldats", "un", "homme",
        "at least", "killed", "was", "people", "and", "two", "hundred", "dozens", "of", "between", "wounded", "no casualties", "including",
        "مقتل", "جنديين", "خمسة", "وعشرون", "و", "عشرات", "شخصا", "بينهم", "دون وقوع إصابات", "مليون", "million", "+", "%", "(", ")", ",", ".", "\n", "'", "2147483648", "99999999999999999999")
        .Array[0, 40].Select(w => string.Join(' ', w));

    [Fact]
    public void OffsetsAreTrueInRandomText() => Gen.Select(Gen.String, Language).Sample(t => Holds(t.Item1, t.Item2));

    [Fact]
    public void OffsetsAreTrueInCountWords() => Gen.Select(Words, Language).Sample(t => Holds(t.Item1, t.Item2));

    [Fact]
    public void FurnitureCountsNobody()
    {
        var document = CountDocuments.Of("Lire aussi : 12 morts à Gao", "fr");
        Assert.NotEmpty(Recogniser.Find(document));
        Assert.Empty(Recogniser.Find(document with { Sentences = [.. document.Sentences.Select(s => s with { Kind = SentenceKind.Furniture })] }));
    }

    private static Gen<string> Pick(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static void Holds(string text, string language)
    {
        var document = CountDocuments.Of(text, language);
        var found = Recogniser.Find(document);
        for (var i = 0; i < found.Count; i++)
        {
            Assert.Equal(found[i].Text, found[i].Span.Of(document.Text));
            Assert.True(found[i].Span.Length > 0);
            Assert.True(found[i].Count.Low is null or >= 0);
            Assert.True(found[i].Count.High is null || found[i].Count.Low is null || found[i].Count.Low <= found[i].Count.High);
            if (i > 0) Assert.True(found[i - 1].Span.Start <= found[i].Span.Start);
        }
        Assert.Equal(found, Recogniser.Find(document));
    }
}
