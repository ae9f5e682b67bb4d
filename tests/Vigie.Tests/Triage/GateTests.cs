using CsCheck;
using Vigie.Events.Triage;
using Vigie.Tests.Cli;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Triage;

/// <summary>The gate: features that are the same however a word is written, any text scored, and a broken model refused.</summary>
public sealed class GateTests
{
    private static readonly Gate Shipped = Gate.Load(DataFolder.BesideProgram);

    [Theory]
    [InlineData("en", "Clashes in the east", "Fighters of the militia attacked an army post near Goma on Sunday, killing six soldiers.")]
    [InlineData("en", "March turns violent", "Police fired tear gas at protesters who burned tyres in front of the court house, wounding at least four of them.")]
    [InlineData("fr", "Un village attaqué", "Des hommes armés ont tué douze villageois et incendié des maisons dans la nuit de mardi à mercredi.")]
    [InlineData("fr", "Manifestation à Sfax", "Plusieurs centaines de personnes ont manifesté vendredi devant le siège du gouvernorat pour réclamer des emplois.")]
    [InlineData("ar", "قصف على المدينة", "قتل خمسة مدنيين وأصيب آخرون في قصف مدفعي استهدف سوقا شعبيا صباح اليوم.")]
    [InlineData("ar", "اختطاف ثلاثة عمال", "اختطف مسلحون مجهولون ثلاثة عمال على الطريق الرابط بين المدينتين أمس.")]
    public void Articles_with_an_event_pass(string language, string title, string text) => Assert.True(Shipped.Passes(new Article("case", title, text, language)));

    [Theory]
    [InlineData("en", "Garden show opens", "Visitors can see roses from forty countries until the end of the month. Tickets cost five pounds and children enter free.")]
    [InlineData("fr", "La bibliothèque s'agrandit", "La salle de lecture comptera deux cents places et un café. Les travaux dureront jusqu'au printemps prochain.")]
    [InlineData("ar", "افتتاح مكتبة جديدة", "تضم المكتبة قاعة للقراءة وركنا للأطفال ومقهى صغيرا. وتفتح أبوابها كل يوم من الثامنة صباحا.")]
    public void Articles_without_anything_like_one_do_not(string language, string title, string text) => Assert.False(Shipped.Passes(new Article("case", title, text, language)));

    [Theory]
    [InlineData("L'armée a tué", "L'ARMEE A TUE")]
    [InlineData("killed 12 men", "killed 34 men")]
    [InlineData("قُتِل خمسة", "قتل خمسة")]
    [InlineData("إصابة", "اصابه")]
    public void What_differs_in_spelling_alone_has_the_same_features(string a, string b) => Assert.Equal(Buckets(a), Buckets(b));

    [Fact]
    public void Words_in_another_order_share_their_words_but_not_their_pairs()
    {
        List<int> a = Buckets("police shot students"), b = Buckets("students shot police");
        Assert.NotEqual(a.Order(), b.Order());
        Assert.True(a.Intersect(b).Count() >= 3);
    }

    [Fact]
    public void Sentences_cover_the_text_in_order() => Gen.String[Gen.Char["ab. \n!؟…"], 0, 3000].Sample(text =>
    {
        int at = 0;
        foreach (Span sentence in SentenceBuckets.Split(text))
        {
            if (sentence.Start != at || sentence.Length < 1 || sentence.Length > 2001) return false;
            at = sentence.End;
        }
        return at == text.Length;
    });

    [Fact]
    public void Any_text_is_scored_the_same_again() => Gen.String.Sample(text =>
    {
        double score = Shipped.Score(text);
        return !double.IsNaN(score) && score.Equals(Shipped.Score(text));
    });

    [Fact]
    public void A_text_without_words_does_not_pass()
    {
        Assert.Equal(double.NegativeInfinity, Shipped.Score(" \n… !"));
        Assert.False(Shipped.Passes(new Article("case", "", "")));
    }

    [Fact]
    public void The_likeliest_sentence_decides()
    {
        const string Quiet = "The library opens at nine. ", Loud = "Gunmen killed six soldiers in an attack on Sunday. ";
        Assert.Equal(Shipped.Score(Loud), Shipped.Score(Quiet + Loud + Quiet), 1e-9);
        Assert.True(Shipped.Score(Loud) > Shipped.Score(Quiet));
    }

    [Fact]
    public void A_missing_or_broken_gate_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        var data = new DataFolder(folder.Path);
        Assert.EndsWith("gate.yaml", Assert.Throws<KnowledgeException>(() => Gate.Load(data)).File, StringComparison.Ordinal);
        folder.File("models/triage/gate.yaml", "threshold: -1\n");
        folder.File("models/triage/gate.safetensors", "no weights");
        Assert.EndsWith("gate.safetensors", Assert.Throws<KnowledgeException>(() => Gate.Load(data)).File, StringComparison.Ordinal);
        folder.File("models/triage/gate.yaml", "threshold: high\n");
        Assert.Equal(1, Assert.Throws<KnowledgeException>(() => Gate.Load(data)).Line);
        Assert.Throws<ArgumentException>(() => new Gate(new float[3], 0, 0));
    }

    private static List<int> Buckets(string sentence)
    {
        var buckets = new List<int>();
        SentenceBuckets.Collect(sentence, buckets);
        return buckets;
    }
}
