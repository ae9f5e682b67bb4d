using CsCheck;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Tests.Texts;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Coding;

/// <summary>The whole path on any text: no text stops it, and what it says is where it says. Every sentence is taken for an event here, so that all is tried.</summary>
public sealed class CoderTests : IClassFixture<CoderTests.EagerCoder>
{
    private static readonly Gen<string> Parts = Pick.Text(
        40, "Gunmen ", "killed ", "12 ", "villagers ", "in Djibo ", "on Monday", ". ", "! ", "\n", "L'armée ", "a tué ", "une vingtaine ", "d'hommes ", "mardi ", "à Goma", "قتل ", "خمسة ", "مدنيين ",
        "في الفاشر ", "السبت ", "؟ ", "« ", " »", "\ud83d", "\ude00", "\u0301", "😀", "\u200f", "March 3, 2024\n", "Lire aussi", " ", "ISWAP ", "police said ", "\0", "…");

    private readonly Coder coder;

    public CoderTests(EagerCoder eager) => coder = eager.Coder;

    [Fact]
    public void Any_text_is_coded_with_true_evidence() =>
        Gen.Select(Parts, Parts, Pick.One("fr", "en", "ar")).Sample((title, text, language) => Holds(title, text, language), iter: 40, threads: 1);

    [Fact]
    public void Random_text_is_coded_with_true_evidence() => Gen.Select(Gen.String, Gen.String).Sample((title, text) => Holds(title, text, "en"), iter: 20, threads: 1);

    [Theory]
    [InlineData("", "")]
    [InlineData("Gunmen killed nine", "")]
    [InlineData("", "Gunmen killed nine in Bor.")]
    [InlineData("12 Views", "March 3, 2024\nRead also: Floods")]
    [InlineData(" ", "\n\n \n")]
    public void A_text_that_is_short_of_something_is_coded(string title, string text) => Holds(title, text, "en");

    [Fact]
    public void A_long_report_is_coded()
    {
        string body = string.Concat(Enumerable.Range(1, 120).Select(n => FormattableString.Invariant($"Soldiers shot {n} traders near the market of Bor on Monday. ")));
        Holds("Shots in Bor", body, "en");
    }

    private void Holds(string title, string text, string language)
    {
        var article = new Article("case", title, text, language, new NodaTime.LocalDate(2025, 3, 13));
        CodedArticle coded = coder.Code(article);
        Assert.Equal(coded.Document.Sentences.Count, coded.Explanation.Sentences.Count);
        foreach (Event e in coded.Events)
        {
            Assert.NotEmpty(e.Evidence);
            Assert.All(e.Evidence, proof => Assert.Equal(proof.Span.Of(article.FullText), proof.Text));
        }
        Assert.All(coded.Explanation.Values, value => Assert.InRange(value.Event, 0, coded.Events.Count - 1));
        Assert.Equal(coded.Events.Select(e => (e.Id, e.Confidence)), coder.Code(article).Events.Select(e => (e.Id, e.Confidence)));
    }

    /// <summary>The trained model under thresholds of nothing.</summary>
    public sealed class EagerCoder : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("vigie-test-");

        public EagerCoder()
        {
            var data = new DataFolder(root.FullName);
            Directory.CreateSymbolicLink(data.Data(), DataFolder.BesideProgram.Data());
            Directory.CreateDirectory(data.Model("reader"));
            Directory.CreateSymbolicLink(data.Model("base"), DataFolder.BesideProgram.Model("base"));
            foreach (string file in (string[])["encoder.onnx", "reader.safetensors", "calibration.yaml"])
            {
                string path = DataFolder.BesideProgram.Model("reader", file);
                Assert.True(File.Exists(path), $"the trained reader is missing: {path} (train it with vigie-train, or fetch models/reader)");
                File.CreateSymbolicLink(data.Model("reader", file), path);
            }
            File.WriteAllText(data.Model("reader", "thresholds.yaml"), "mention: 0\nsecond_mention: 2\nrole: 0.1\nsecond_role: 0.1\nsays: 0.1\nweapon: 0.1\nbackground: 0.5\n");
            Coder = Coder.Load(data);
        }

        public Coder Coder { get; }

        public void Dispose()
        {
            Coder.Dispose();
            root.Delete(recursive: true);
        }
    }
}
