using Vigie.Events.Encoding;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>A value that a mention may have: the likeliest of the candidates that give it, and the probability of them all.</summary>
public sealed record Choice<T>(T Candidate, double Probability)
    where T : Candidate;

/// <summary>The values that a field may take, likeliest first, and the probability that it has none.</summary>
public sealed record Links<T>(string Field, IReadOnlyList<Choice<T>> Choices, double None)
    where T : Candidate
{
    /// <summary>The likeliest value, or null where none is likelier.</summary>
    public T? Chosen => Choices.Count > 0 && Choices[0].Probability >= None ? Choices[0].Candidate : null;
}

/// <summary>Chooses among the candidates of a field for a mention; candidates of one value stand together.</summary>
public sealed class Linker(Reader reader)
{
    /// <summary>An event's passage is at most so many pieces long.</summary>
    private const int LongestPassage = 48;

    public Links<TimeCandidate> Date(EncodedDocument document, Mention mention, LinkQueries queries, IReadOnlyList<TimeCandidate> times) =>
        Choose(document, mention, queries, "date", Candidates(times), time => time.Range);

    public Links<PlaceCandidate> Place(EncodedDocument document, Mention mention, LinkQueries queries, IReadOnlyList<PlaceCandidate> places) =>
        Choose(document, mention, queries, "place", places, place => (place.Place.GazetteerId, place.Place.Latitude, place.Place.Longitude));

    public Links<CountCandidate> Count(
        EncodedDocument document, Mention mention, LinkQueries queries, string field, IReadOnlyList<CountCandidate> counts) =>
        Choose(document, mention, queries, field, Candidates(field, counts), count => count.Count);

    /// <summary>Times that name days.</summary>
    public static IReadOnlyList<TimeCandidate> Candidates(IReadOnlyList<TimeCandidate> times) => [.. times.Where(time => time.Range.Start is not null)];

    /// <summary>Counts of what the field counts, or of what is not said.</summary>
    public static IReadOnlyList<CountCandidate> Candidates(string field, IReadOnlyList<CountCandidate> counts) =>
        [.. counts.Where(count => count.Of == CountOf.Other || string.Equals(count.Of.ToString(), field, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The passage of the mention's sentence that tells of the event.</summary>
    public Span Passage(EncodedDocument document, Mention mention, LinkQueries queries)
    {
        PieceRange range = document.Layout.RangeOf(mention.Sentence);
        float[] starts = Scores(document, queries, 0, range), ends = Scores(document, queries, 1, range);
        (int first, int last, float best) = (0, range.Count - 1, float.NegativeInfinity);
        for (int start = 0; start < range.Count; start++)
        {
            for (int end = start; end < Math.Min(range.Count, start + LongestPassage); end++)
            {
                if (starts[start] + ends[end] <= best) continue;
                (first, last, best) = (start, end, starts[start] + ends[end]);
            }
        }
        return Trim(document.Document.Text, new Span(document.Layout[range.From + first].Span.Start, document.Layout[range.From + last].Span.End));
    }

    private Links<T> Choose<T>(
        EncodedDocument document, Mention mention, LinkQueries queries, string field, IReadOnlyList<T> candidates, Func<T, object> value)
        where T : Candidate
    {
        int at = IndexOf(field);
        var scored = new List<(T Candidate, float Score)>(candidates.Count);
        foreach (T candidate in candidates)
        {
            PieceRange range = document.Layout.RangeOf(candidate.Span);
            if (range.Count == 0) continue;
            int distance = Distance(document.Document, mention, candidate.Span);
            float[] features = LinkFeatures.Of(candidate, field, mention.Sentence, document.Document, candidates);
            scored.Add((candidate, reader.Link(document, queries, at, range, distance, features)));
        }

        float none = queries.None(at);
        double largest = Math.Max(none, scored.Count == 0 ? none : scored.Max(s => s.Score));
        double total = Math.Exp(none - largest) + scored.Sum(s => Math.Exp(s.Score - largest));
        Choice<T>[] choices =
        [
            .. scored
                .GroupBy(s => value(s.Candidate))
                .Select(group => new Choice<T>(group.MaxBy(s => s.Score).Candidate, group.Sum(s => Math.Exp(s.Score - largest)) / total))
                .OrderByDescending(choice => choice.Probability)
                .ThenBy(choice => choice.Candidate.Span.Start),
        ];
        return new Links<T>(field, choices, Math.Exp(none - largest) / total);
    }

    /// <summary>Distance class from a mention to a passage.</summary>
    public static int Distance(Document document, Mention mention, Span span)
    {
        Sentence sentence = document.SentenceAt(span.Start);
        return ReaderShape.DistanceOf(mention.Sentence.Index, sentence.Index, sentence.Index == 0 && sentence.Kind == SentenceKind.Heading);
    }

    private float[] Scores(EncodedDocument document, LinkQueries queries, int field, PieceRange range)
    {
        var scores = new float[range.Count];
        int same = ReaderShape.DistanceOf(0, 0, isTitle: false);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = reader.Link(document, queries, field, new PieceRange(range.From + i, range.From + i + 1), same, []);
        return scores;
    }

    private static int IndexOf(string field)
    {
        for (int i = 0; i < ReaderShape.Fields.Count; i++)
        {
            if (ReaderShape.Fields[i] == field) return i;
        }
        throw new ArgumentOutOfRangeException(nameof(field), field, "no field of that name");
    }

    private static Span Trim(string text, Span span)
    {
        int start = span.Start, end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '.' or ';' or '،' or '-' or '–')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '.' or ';' or '،' or ':')) end--;
        return start < end ? new Span(start, end) : span;
    }
}
