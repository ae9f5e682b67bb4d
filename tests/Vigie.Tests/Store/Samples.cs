using NodaTime;
using Vigie.Events;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Tests.Store;

/// <summary>Small articles with events, made up.</summary>
internal static class Samples
{
    public static readonly Provenance Coder = new("vigie", "0.1.0");

    public static readonly Provenance NewerCoder = new("vigie", "0.2.0");

    public static Place Gao { get; } = new("Gao", "Gao", "ML", 16.27167, -0.04472, PlacePrecision.Settlement, 4, "gn:2457163", "the only town of that name in Mali");

    public static Place Hasakah { get; } = new("Al-Hasakah", "Al-Hasakah", "SY", 36.50237, 40.74772, PlacePrecision.Settlement, 6, "gn:173811", null);

    public static LocalDate Day { get; } = new(2025, 8, 20);

    /// <summary>An article that says of one ambush how many died, with the words that prove it.</summary>
    public static ArticleRecord Ambush(string id, int killed, string source = "Radio Fleuve", Place? place = null, LocalDate? day = null, double confidence = 0.8)
    {
        place ??= Gao;
        LocalDate on = day ?? Day;
        const string Title = "Embuscade sur la route";
        string text = $"Des hommes armés ont attaqué un convoi de l'armée près de {place.Name}. {killed} soldats ont été tués, selon un élu.";
        var article = new Article(id, Title, text, "fr", on.PlusDays(1), source, $"https://example.org/{id}");
        return new ArticleRecord(article, [Event(id + "-1", article, place, on, killed, confidence)]);
    }

    public static Event Event(string id, Article article, Place place, LocalDate on, int killed, double confidence = 0.8) => new(
        id,
        Focus.Main,
        "Battles",
        "Armed clash",
        Status.Asserted,
        TimeRange.OfDay(on),
        place,
        [
            new Actor("Des hommes armés", null, null, "initiator", "unidentified"),
            new Actor("l'armée", "Malian Armed Forces", "mali-armed-forces", "target", "state"),
        ],
        Count.Exactly(killed),
        null,
        null,
        null,
        ["small_arms"],
        ["un élu"],
        confidence,
        [Proof(article, "event", "ont attaqué un convoi"), Proof(article, "place", place.Name), Proof(article, "killed", $"{killed} soldats")]);

    public static Evidence Proof(Article article, string field, string words)
    {
        int start = article.FullText.IndexOf(words, StringComparison.Ordinal);
        return new Evidence(field, new Span(start, start + words.Length), words);
    }
}
