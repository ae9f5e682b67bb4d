using NodaTime;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Tests.Coding;

/// <summary>Drafts made by hand, over a text whose words stand where they are said to.</summary>
internal static class Drafts
{
    public const string Title = "Fighting around Bor";

    public const string Body =
        "Gunmen killed 9 traders in Bor on Monday. At least 12 died in Juba on Tuesday, police said. "
        + "The attack in Bor left nine dead and two hurt. Later, 40 were arrested in Jonglei.";

    public static Document Sample { get; } = Of(Title, Body);

    /// <summary>One sentence a full stop.</summary>
    public static Document Of(string title, string body, LocalDate? published = null)
    {
        var article = new Article("case", title, body, "en", published ?? new LocalDate(2025, 3, 13));
        string text = article.FullText;
        var sentences = new List<Sentence> { new(0, new Span(0, title.Length), 0, SentenceKind.Heading) };
        for (int start = title.Length + 1; start < text.Length;)
        {
            int end = text.IndexOf('.', start) + 1;
            sentences.Add(new Sentence(sentences.Count, new Span(start, end), 1, SentenceKind.Body));
            start = end + 1;
        }
        return new Document(article, text, "en", article.Published, sentences, []);
    }

    public static Span Find(string words, Document? document = null)
    {
        int start = (document ?? Sample).Text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new Span(start, start + words.Length) : throw new ArgumentException("not in the text", nameof(words));
    }

    public static TimeCandidate Time(string words, int day, int? lastDay = null, Document? document = null) => new(
        Find(words, document), words, "", new TimeRange(new LocalDate(2025, 3, day), new LocalDate(2025, 3, lastDay ?? day), TimePrecision.Day), "by hand", null);

    public static PlaceCandidate Place(string words, string id, PlacePrecision precision = PlacePrecision.Settlement, string admin1 = "Jonglei", string country = "SS", Document? document = null) => new(
        Find(words, document), words, new Place(words, admin1, country, 6, 31, precision, 5, id, null), []);

    public static CountCandidate Count(string words, CountOf of, Count count, Document? document = null) => new(Find(words, document), words, of, null, count);

    public static ActorCandidate Actor(string words, string? id = null, string? kind = null, Document? document = null) => new(Find(words, document), words, id, id, kind);

    /// <param name="type">Class of the sub-event type.</param>
    /// <param name="sentence">Index of the sentence that tells it; its words are the passage.</param>
    public static Draft Draft(
        int type = 10,
        int sentence = 1,
        TimeCandidate? date = null,
        PlaceCandidate? place = null,
        CountCandidate? killed = null,
        CountCandidate? injured = null,
        double probability = 0.8,
        MentionAttributes? attributes = null,
        IReadOnlyList<RoleChoice>? parties = null,
        IReadOnlyList<ActorCandidate>? sources = null)
    {
        Sentence told = Sample.Sentences[sentence];
        return new Draft(
            new Mention(told, type, probability, []),
            new Span(told.Span.Start, told.Span.End - 1),
            attributes ?? new MentionAttributes(0.1f, [0.9f, 0.1f, 0], new float[14]),
            Linked("date", date),
            Linked("place", place),
            [Linked("killed", killed), Linked("injured", injured), Linked<CountCandidate>("detained", null), Linked<CountCandidate>("abducted", null)],
            parties ?? [],
            sources ?? []);
    }

    private static Links<T> Linked<T>(string field, T? value)
        where T : Candidate => value is null ? new Links<T>(field, [], 1) : new Links<T>(field, [new Choice<T>(value, 0.9)], 0.1);
}
