using NodaTime;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>What is known of a candidate beside its words: numbers that the link weighs by field.</summary>
public static class LinkFeatures
{
    /// <summary>Length of a feature vector.</summary>
    public const int Count = 28;

    /// <param name="field">Name of the field, of <see cref="ReaderShape.Fields"/>.</param>
    /// <param name="peers">All candidates of the document for that field, in text order.</param>
    public static float[] Of(Candidate candidate, string field, Sentence mention, Document document, IReadOnlyList<Candidate> peers)
    {
        var x = new float[Count];
        Sentence sentence = document.SentenceAt(candidate.Span.Start);
        x[0] = 1;
        x[1] = peers[0] == candidate ? 1 : 0;
        x[2] = sentence.Kind == SentenceKind.Heading ? 1 : 0;
        x[3] = sentence == mention && peers.Count(peer => mention.Span.Contains(peer.Span)) == 1 ? 1 : 0;
        x[4] = sentence.Index == 1 ? 1 : 0;
        switch (candidate)
        {
            case TimeCandidate time:
                OfTime(time, document.Published, x);
                x[27] = peers.Any(peer => peer != candidate && ((TimeCandidate)peer).Range == time.Range) ? 1 : 0;
                break;
            case PlaceCandidate place:
                OfPlace(place, peers, x);
                x[27] = peers.Any(peer => peer != candidate && ((PlaceCandidate)peer).Place.GazetteerId == place.Place.GazetteerId) ? 1 : 0;
                break;
            case CountCandidate count:
                OfCount(count, field, peers, x);
                x[27] = peers.Any(peer => peer != candidate && ((CountCandidate)peer).Count == count.Count) ? 1 : 0;
                break;
        }
        return x;
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

    private static void OfPlace(PlaceCandidate place, IReadOnlyList<Candidate> peers, float[] x)
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
        x[21] = (float)peers.Count(peer => ((PlaceCandidate)peer).Place.Country == place.Place.Country) / peers.Count;
    }

    private static void OfCount(CountCandidate count, string field, IReadOnlyList<Candidate> peers, float[] x)
    {
        x[22] = string.Equals(count.Of.ToString(), field, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        x[23] = count.Of == CountOf.Other ? 1 : 0;
        x[24] = count.Count.Best is null ? 1 : 0;
        x[25] = MathF.Log10(1 + Math.Max(0, count.Count.Best ?? count.Count.Low ?? 0));
        x[26] = peers.Any(peer => peer != count && peer.Span.Contains(count.Span)) ? 1 : 0;
    }
}
