using Vigie.Events.Actors;
using Vigie.Events.Encoding;
using Vigie.Events.Names;
using Vigie.Events.Places;
using Vigie.Tests.House;
using Vigie.Tests.Texts;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Names;

/// <summary>The tagger that ships, on the cases of <c>corpora/names/*.tsv</c>: a share of them, since a learned tagger may miss one and win another.</summary>
public sealed class NameTaggerTests : IDisposable
{
    private readonly NameTagger tagger = NameTagger.Load(DataFolder.BesideProgram);
    private readonly Encoder encoder = Encoder.Load(DataFolder.BesideProgram);
    private readonly PlaceRecogniser places = PlaceRecogniser.Load(DataFolder.BesideProgram);
    private readonly ActorRecogniser actors = ActorRecogniser.Load(DataFolder.BesideProgram);

    public void Dispose()
    {
        tagger.Dispose();
        encoder.Dispose();
        places.Dispose();
    }

    [Theory]
    [InlineData("fr", 0.75)]
    [InlineData("en", 0.75)]
    [InlineData("ar", 0.65)]
    public void Finds_the_names_of_the_corpus(string language, double least)
    {
        int right = 0, found = 0, gold = 0;
        var wrong = new List<string>();
        foreach (string[] line in Cases(language))
        {
            List<string> expected = line[1] == "-" ? [] : [.. line[1].Split("; ")];
            string[] told = [.. Find(line[0], language).Select(name => $"{name.Kind}: {name.Text}")];
            gold += expected.Count;
            found += told.Length;
            int here = told.Count(expected.Remove);
            right += here;
            if (expected.Count > 0 || here < told.Length) wrong.Add($"{line[0]} -> {string.Join("; ", told)}");
        }
        double f1 = 2.0 * right / (found + gold);
        Assert.True(f1 >= least, FormattableString.Invariant($"F1 {f1:.000}\n{string.Join('\n', wrong)}"));
    }

    [Fact]
    public void Names_are_copied_from_the_text_in_order_with_a_probability()
    {
        Document document = Documents.Read("Kofi Mensah visits Accra", string.Concat(Enumerable.Repeat("Kofi Mensah met Hamas in Cairo, Egypt. ", 80)));
        EncodedDocument encoded = encoder.Encode(document);
        IReadOnlyList<NameCandidate> names = tagger.Find(encoded, places.Find(document), actors.Find(document));
        Assert.True(names.Count > 80);
        int at = 0;
        foreach (NameCandidate name in names)
        {
            Assert.True(name.Span.Start >= at);
            Assert.Equal(name.Span.Of(document.Text), name.Text);
            Assert.InRange(name.Probability, 1e-6, 1);
            at = name.Span.End;
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "   \n \n")]
    [InlineData("?!", "… — ()")]
    public void Where_no_word_is_no_name_is(string title, string text) => Assert.Empty(Find(text, "en", title));

    private IReadOnlyList<NameCandidate> Find(string text, string language, string title = "")
    {
        Document document = Documents.Read(title, text, language);
        return tagger.Find(encoder.Encode(document), places.Find(document), actors.Find(document));
    }

    private static IEnumerable<string[]> Cases(string language) =>
        File.ReadLines(Repository.File("corpora", "names", language + ".tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
