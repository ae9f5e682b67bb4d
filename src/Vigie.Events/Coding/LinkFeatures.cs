using NodaTime;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>What is known of the candidates of a field beside their words: numbers that the link weighs, the same for every mention but for one.</summary>
public sealed class LinkFeatures
{
    /// <summary>Length of a feature vector.</summary>
    public const int Count = 28;

    /// <summary>Place of the one number that depends on the mention: the only candidate in its sentence.</summary>
    private const int OnlyInSentence = 3;

    private readonly float[][] vectors;
    private readonly Sentence[] sentences;
    private readonly Dictionary<Sentence, int> inSentence = [];

    /// <param name="field">Name of the field, of <see cref="ReaderShape.Fields"/>.</param>
    /// <param name="candidates">All candidates of the document for that field, in text order.</param>
    public LinkFeatures(string field, Document document, IReadOnlyList<Candidate> candidates)
    {
        sentences = [.. candidates.Select(candidate => document.SentenceAt(candidate.Span.Start))];
        foreach (Sentence sentence in sentences) inSentence[sentence] = inSentence.GetValueOrDefault(sentence) + 1;
        Dictionary<object, int> values = candidates.GroupBy(ValueOf).ToDictionary(group => group.Key, group => group.Count());
        Dictionary<string, int> countries = candidates.OfType<PlaceCandidate>().GroupBy(place => place.Place.Country ?? "").ToDictionary(group => group.Key, group => group.Count());

        vectors = new float[candidates.Count][];
        HashSet<int> inner = Inner(candidates);
        for (int i = 0; i < candidates.Count; i++)
        {
            float[] x = vectors[i] = new float[Count];
            x[0] = 1;
            x[1] = i == 0 ? 1 : 0;
            x[2] = sentences[i].Kind == SentenceKind.Heading ? 1 : 0;
            x[4] = sentences[i].Index == 1 ? 1 : 0;
            x[27] = values[ValueOf(candidates[i])] > 1 ? 1 : 0;
            switch (candidates[i])
            {
                case TimeCandidate time:
                    OfTime(time, document.Published, x);
                    break;
                case PlaceCandidate place:
                    OfPlace(place, (float)countries[place.Place.Country ?? ""] / candidates.Count, x);
                    break;
                case CountCandidate count:
                    OfCount(count, field, x);
                    x[26] = inner.Contains(i) ? 1 : 0;
                    break;
            }
        }
    }

    /// <summary>The sentence of a candidate.</summary>
    public Sentence SentenceOf(int candidate) => sentences[candidate];

    /// <summary>Features of a candidate at a mention, written into <paramref name="into"/> [Count].</summary>
    public void Write(int candidate, Sentence mention, Span<float> into)
    {
        vectors[candidate].CopyTo(into);
        into[OnlyInSentence] = sentences[candidate] == mention && inSentence[mention] == 1 ? 1 : 0;
    }

    /// <summary>What two candidates must share to give the same value.</summary>
    public static object ValueOf(Candidate candidate) => candidate switch
    {
        TimeCandidate time => time.Range,
        PlaceCandidate place => (place.Place.GazetteerId, place.Place.Latitude, place.Place.Longitude),
        CountCandidate count => count.Count,
        _ => candidate,
    };

    // Those that lie within another: what starts no earlier and ends no later than one before it.
    private static HashSet<int> Inner(IReadOnlyList<Candidate> candidates)
    {
        var inner = new HashSet<int>();
        int reached = -1;
        foreach (int i in Enumerable.Range(0, candidates.Count).OrderBy(i => candidates[i].Span.Start).ThenByDescending(i => candidates[i].Span.End))
        {
            if (candidates[i].Span.End <= reached) inner.Add(i);
            reached = Math.Max(reached, candidates[i].Span.End);
        }
        return inner;
    }

    private static void OfTime(TimeCandidate time, LocalDate? published, float[] x)
    {
        x[5] = time.Range.Precision == TimePrecision.Day ? 1 : 0;
        x[6] = time.Range.Precision == TimePrecision.Week ? 1 : 0;
        x[7] = time.Range.Precision == TimePrecision.Month ? 1 : 0;
        x[8] = time.Range.Precision == TimePrecision.Year ? 1 : 0;
        x[9] = time.Range.Start != time.Range.End ? 1 : 0;
        if (published is { } day && time.Range.End is { } end)
        {
            int before = Period.DaysBetween(end, day);
            x[before switch { < 0 => 14, <= 1 => 10, <= 7 => 11, <= 60 => 12, _ => 13 }] = 1;
        }
        x[15] = time.Anchor is null ? 0 : 1;
    }

    private static void OfPlace(PlaceCandidate place, float shareOfCountry, float[] x)
    {
        int at = place.Place.Precision switch
        {
            PlacePrecision.Site => 16,
            PlacePrecision.Settlement => 17,
            PlacePrecision.Admin2 => 18,
            PlacePrecision.Admin1 => 19,
            _ => 20,
        };
        x[at] = 1;
        x[21] = shareOfCountry;
    }

    private static void OfCount(CountCandidate count, string field, float[] x)
    {
        x[22] = string.Equals(count.Of.ToString(), field, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        x[23] = count.Of == CountOf.Other ? 1 : 0;
        x[24] = count.Count.Best is null ? 1 : 0;
        x[25] = MathF.Log10(1 + Math.Max(0, count.Count.Best ?? count.Count.Low ?? 0));
    }
}
