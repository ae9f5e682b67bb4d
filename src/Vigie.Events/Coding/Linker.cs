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
public static class Linker
{
    /// <summary>An event's passage is at most so many pieces long.</summary>
    private const int LongestPassage = 48;

    /// <summary>Candidates farther from the mention are not looked at, those at the head of the article apart: the time that a long text takes stays in proportion to its length.</summary>
    private const int FarthestSentence = 40;

    private const int HeadSentences = 5;

    public static Links<T> Choose<T>(Reader reader, Mention mention, MentionQueries queries, FieldCandidates<T> candidates)
        where T : Candidate
    {
        var scored = new List<(T Candidate, float Score)>();
        Span<float> features = stackalloc float[LinkFeatures.Count];
        for (int i = 0; i < candidates.Candidates.Count; i++)
        {
            Sentence sentence = candidates.Features.SentenceOf(i);
            if (IsTooFar(mention, sentence)) continue;
            candidates.Features.Write(i, mention.Sentence, features);
            scored.Add((candidates.Candidates[i], reader.Value(queries, candidates.FieldIndex, candidates.Key(i), candidates.Part(i), Distance(mention, sentence), features)));
        }

        float none = queries.None(candidates.FieldIndex);
        double largest = scored.Aggregate(none, (most, s) => Math.Max(most, s.Score));
        double total = Math.Exp(none - largest) + scored.Sum(s => Math.Exp(s.Score - largest));
        Choice<T>[] choices =
        [
            .. scored
                .GroupBy(s => LinkFeatures.ValueOf(s.Candidate))
                .Select(group => new Choice<T>(group.MaxBy(s => s.Score).Candidate, group.Sum(s => Math.Exp(s.Score - largest)) / total))
                .OrderByDescending(choice => choice.Probability)
                .ThenBy(choice => choice.Candidate.Span.Start),
        ];
        return new Links<T>(candidates.Field, choices, Math.Exp(none - largest) / total);
    }

    /// <summary>The passage of the mention's sentence that tells of the event.</summary>
    public static Span Passage(Reader reader, EncodedDocument document, Mention mention, MentionQueries queries)
    {
        PieceRange range = document.Layout.RangeOf(mention.Sentence);
        float[] starts = Scores(reader, document, queries, 0, range), ends = Scores(reader, document, queries, 1, range);
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

    /// <summary>Distance class from a mention to a sentence.</summary>
    public static int Distance(Mention mention, Sentence sentence) =>
        ReaderShape.DistanceOf(mention.Sentence.Index, sentence.Index, sentence.Index == 0 && sentence.Kind == SentenceKind.Heading);

    /// <summary>Whether a sentence is so far from a mention that what stands there is not looked at.</summary>
    public static bool IsTooFar(Mention mention, Sentence sentence) =>
        sentence.Index >= HeadSentences && Math.Abs(sentence.Index - mention.Sentence.Index) > FarthestSentence;

    private static float[] Scores(Reader reader, EncodedDocument document, MentionQueries queries, int field, PieceRange range)
    {
        var scores = new float[range.Count];
        int same = ReaderShape.DistanceOf(0, 0, isTitle: false);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = reader.Link(queries, field, document.Score(range.From + i, PieceScores.Key, ReaderShape.KeyWidth), same);
        return scores;
    }

    private static Span Trim(string text, Span span)
    {
        int start = span.Start, end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '.' or ';' or '،' or '-' or '–')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '.' or ';' or '،' or ':')) end--;
        return start < end ? new Span(start, end) : span;
    }
}
