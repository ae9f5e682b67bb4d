using Vigie.Events;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Actors;

public sealed class ActorCorpusTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("ar")]
    public void Every_case_of_the_corpus_is_found_as_written(string language)
    {
        var wrong = new List<string>();
        foreach (ActorCase c in ActorCase.Read(language))
        {
            IReadOnlyList<ActorCandidate> found = ActorCase.Recogniser.Find(ActorCase.DocumentOf(c.Text, c.Language));
            bool right = c.Id == "!"
                ? !found.Any(a => string.Equals(a.Text, c.Passage, StringComparison.OrdinalIgnoreCase))
                : found.Any(a => a.Text == c.Passage && (a.Id ?? "-") == c.Id && (a.Kind ?? "-") == c.Kind);
            if (!right) wrong.Add($"{c.Text} → {string.Join(" · ", found.Select(a => $"{a.Text} {a.Id} {a.Kind}"))}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("fr", "Selon lui, trois membres présumés du Hezbollah sont venus.", "membres présumés du Hezbollah", "hezbollah", "rebel")]
    [InlineData("en", "They saw two dozen masked gunmen there.", "two dozen masked gunmen", null, "unidentified")]
    [InlineData("ar", "وصل عناصر من حركة الشباب.", "عناصر من حركة الشباب", "al-shabaab", "rebel")]
    [InlineData("en", "They saw a red kite there.", "a red kite", null, null)]
    public void A_given_passage_gets_its_name_and_kind(string language, string text, string passage, string? id, string? kind)
    {
        Document document = ActorCase.DocumentOf(text, language);
        int start = document.Text.IndexOf(passage, StringComparison.Ordinal);
        var span = new Span(start, start + passage.Length);
        ActorCandidate actor = ActorCase.Recogniser.Name(document, span);
        Assert.Equal((span, passage, id, kind), (actor.Span, actor.Text, actor.Id, actor.Kind));
    }

    [Theory]
    [InlineData("Daech", "islamic-state")]
    [InlineData("ETAT ISLAMIQUE", "islamic-state")]
    [InlineData("l'état islamique", "islamic-state")]
    public void A_name_is_found_whatever_its_spelling(string alias, string id) =>
        Assert.Contains(ActorCase.Recogniser.Find(ActorCase.DocumentOf($"Attaque de {alias} contre la ville.", "fr")), a => a.Id == id);

    [Fact]
    public void Furniture_names_no_actor()
    {
        const string Story = "Les soldats ont tiré.", Furniture = "Lire aussi : Boko Haram et l'armée nigériane";
        Document plain = ActorCase.DocumentOf(Story + "\n" + Furniture, "fr");
        int page = plain.Text.IndexOf(Furniture, StringComparison.Ordinal);
        Document document = plain with
        {
            Sentences = [new Sentence(0, new Span(0, page), 1, SentenceKind.Body), new Sentence(1, new Span(page, plain.Text.Length), 2, SentenceKind.Furniture)],
        };
        ActorCandidate soldiers = Assert.Single(ActorCase.Recogniser.Find(document));
        Assert.Equal(("soldats", null), (soldiers.Text, soldiers.Id));
    }

    /// <summary>مسيّرة with its shadda is a drone; without it most often a march.</summary>
    [Theory]
    [InlineData("خرج المئات في مسيرة سلمية.", true)]
    [InlineData("قصفت مسيّرات السوق.", false)]
    [InlineData("سقطت المسيّرة قرب المدرسة.", false)]
    [InlineData("استهدفت طائرة مسيرة السيارة.", false)]
    [InlineData("قصفت مسيّرة تركية السوق.", false)]
    public void A_drone_is_no_march(string text, bool march) =>
        Assert.Equal(march, ActorCase.Recogniser.Find(ActorCase.DocumentOf(text, "ar")).Any(a => a.Kind == "protesters"));
}
