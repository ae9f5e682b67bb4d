using System.Globalization;
using NodaTime;
using Vigie.Events;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Bench.Storing;

/// <summary>Reports of made-up events: the same seed gives the same reports. Places, types and parties are spread as unevenly as in the news.</summary>
internal sealed class SyntheticReports(int seed)
{
    private static readonly string[] Countries = ["ML", "BF", "NE", "NG", "SY", "YE", "SD", "CD", "SO", "UA"];

    private static readonly (string Type, string Sub)[] Types =
    [
        ("Battles", "Armed clash"), ("Battles", "Armed clash"), ("Violence against civilians", "Attack"), ("Explosions/Remote violence", "Air/drone strike"),
        ("Explosions/Remote violence", "Shelling/artillery/missile attack"), ("Protests", "Peaceful protest"), ("Strategic developments", "Arrests"), ("Riots", "Mob violence"),
    ];

    private static readonly string[] Words = ["convoy", "market", "village", "road", "soldiers", "school", "bridge", "river", "dawn", "evening", "patrol", "checkpoint", "camp", "border", "hospital"];

    private static readonly string[] Outlets = ["Radio Fleuve", "Le Courrier", "Daily Observer", "Sham News", "El Watan", "Sahel Press", "Nile Post"];

    /// <param name="count">Number of articles, of one event each.</param>
    public IEnumerable<ArticleRecord> Articles(int count)
    {
        var chance = new Random(seed);
        for (int i = 0; i < count; i++) yield return Article(i, chance);
    }

    private static ArticleRecord Article(int number, Random chance)
    {
        string id = "s" + number.ToString("D8", CultureInfo.InvariantCulture);
        // The square of a chance: few places and countries have most of the events.
        int country = Skewed(chance, Countries.Length), place = Skewed(chance, 400);
        (string type, string sub) = Types[chance.Next(Types.Length)];
        LocalDate day = new LocalDate(2015, 1, 1).PlusDays(chance.Next(4000));
        int killed = Skewed(chance, 60);
        string name = $"{Countries[country]}-town-{place.ToString(CultureInfo.InvariantCulture)}";
        string words = string.Join(' ', Enumerable.Range(0, 40).Select(_ => Words[chance.Next(Words.Length)]));
        string text = $"Armed men attacked a {Words[chance.Next(Words.Length)]} near {name}. {killed.ToString(CultureInfo.InvariantCulture)} people were killed, an official said. {words}.";
        string title = $"{sub} near {name}";
        var article = new Article(id, title, text, "en", day.PlusDays(1), Outlets[chance.Next(Outlets.Length)], $"https://news.example/{id}");
        var where = new Place(name, $"Division {place % 20}", Countries[country], -30 + country * 6 + place % 20 * 0.2, -10 + country * 5 + place / 20 * 0.2, PlacePrecision.Settlement, 4, $"gn:{place}", "the only town of that name");
        string full = article.FullText;
        Evidence[] evidence = [Proof(full, "event", "attacked"), Proof(full, "place", name), Proof(full, "killed", killed.ToString(CultureInfo.InvariantCulture) + " people")];
        var e = new Event(
            id + "-1", chance.Next(5) == 0 ? Focus.Background : Focus.Main, type, sub, Status.Asserted, TimeRange.OfDay(day), where,
            [
                new Actor("Armed men", null, null, "initiator", "unidentified"),
                new Actor("group", "Group " + (country * 7 + place % 7).ToString(CultureInfo.InvariantCulture), "group-" + (country * 7 + place % 7).ToString(CultureInfo.InvariantCulture), "target", "rebel"),
            ],
            Count.Exactly(killed), null, null, null, ["small_arms"], ["an official"], chance.NextDouble(), evidence);
        return new ArticleRecord(article, [e]);
    }

    private static int Skewed(Random chance, int end)
    {
        double part = chance.NextDouble();
        return (int)(part * part * end);
    }

    private static Evidence Proof(string text, string field, string words)
    {
        int start = text.IndexOf(words, StringComparison.Ordinal);
        return new Evidence(field, new Span(start, start + words.Length), words);
    }
}
