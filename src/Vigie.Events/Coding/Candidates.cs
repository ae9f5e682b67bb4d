using Vigie.Events.Actors;
using Vigie.Events.Counts;
using Vigie.Events.Encoding;
using Vigie.Events.Places;
using Vigie.Events.Times;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>All values that a document offers, in text order by kind.</summary>
/// <param name="Parties">Named by the register, described in the words of the language pack, or tagged by the reader.</param>
/// <param name="Sources">Passages tagged as those who say so.</param>
public sealed record Candidates(
    IReadOnlyList<TimeCandidate> Times,
    IReadOnlyList<PlaceCandidate> Places,
    IReadOnlyList<CountCandidate> Counts,
    IReadOnlyList<ActorCandidate> Parties,
    IReadOnlyList<ActorCandidate> Sources);

/// <summary>Runs every recogniser over a document.</summary>
public sealed class CandidateFinder(TimeRecogniser times, PlaceRecogniser places, CountRecogniser counts, ActorRecogniser actors)
{
    public static CandidateFinder Load(DataFolder data) => new(
        TimeRecogniser.Load(data), PlaceRecogniser.Load(data), CountRecogniser.Load(data), ActorRecogniser.Load(data));

    public Candidates Find(EncodedDocument encoded)
    {
        Document document = encoded.Document;
        bool Coded(Candidate candidate) => document.SentenceAt(candidate.Span.Start).Kind != SentenceKind.Furniture;
        return new Candidates(
            [.. times.Find(document).Where(Coded)],
            [.. places.Find(document).Where(Coded)],
            [.. counts.Find(document).Where(Coded)],
            Parties(encoded),
            [.. PassageTagger.Tagged(encoded, PieceScores.Source).Select(span => actors.Name(document, span))]);
    }

    // A tagged passage stands for what the rules find inside it; what they find elsewhere is offered too.
    private List<ActorCandidate> Parties(EncodedDocument encoded)
    {
        Document document = encoded.Document;
        List<Span> tagged = PassageTagger.Tagged(encoded, PieceScores.Party);
        var parties = new List<ActorCandidate>(tagged.Count);
        foreach (Span span in tagged) parties.Add(actors.Name(document, span));
        foreach (ActorCandidate found in actors.Find(document))
        {
            if (document.SentenceAt(found.Span.Start).Kind != SentenceKind.Furniture && !tagged.Exists(span => span.Overlaps(found.Span))) parties.Add(found);
        }
        parties.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Span.End.CompareTo(b.Span.End));
        return parties;
    }
}
