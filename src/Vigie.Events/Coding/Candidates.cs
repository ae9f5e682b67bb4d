using Vigie.Events.Actors;
using Vigie.Events.Counts;
using Vigie.Events.Encoding;
using Vigie.Events.Places;
using Vigie.Events.Times;
using Vigie.Text;

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
public sealed class CandidateFinder(TimeRecogniser times, PlaceRecogniser places, CountRecogniser counts, ActorRecogniser actors) : IDisposable
{
    public static CandidateFinder Load(DataFolder data) => new(
        TimeRecogniser.Load(data), PlaceRecogniser.Load(data), CountRecogniser.Load(data), ActorRecogniser.Load(data));

    /// <summary>What rules and tables find; no sources, which are tagged.</summary>
    public Candidates ByRule(Document document)
    {
        bool Coded(Candidate candidate) => document.SentenceAt(candidate.Span.Start).Kind != SentenceKind.Furniture;
        return new Candidates(
            [.. times.Find(document).Where(Coded)],
            [.. places.Find(document).Where(Coded)],
            [.. counts.Find(document).Where(Coded)],
            [.. actors.Find(document).Where(Coded)],
            []);
    }

    /// <summary>What rules and tables find, with what the reader tags.</summary>
    public Candidates Find(EncodedDocument encoded)
    {
        Candidates found = ByRule(encoded.Document);
        ActorCandidate[] tagged = [.. PassageTagger.Tagged(encoded, PieceScores.Party).Select(span => actors.Name(encoded.Document, span))];
        return found with
        {
            Parties = Merged(tagged, found.Parties),
            Sources = [.. PassageTagger.Tagged(encoded, PieceScores.Source).Select(span => actors.Name(encoded.Document, span))],
        };
    }

    public void Dispose() => places.Dispose();

    // Where a rule finds the whole phrase around a tagged passage, its phrase stands, else the tagged passage. Both lists are in text order; the tagged
    // do not overlap one another.
    private static List<ActorCandidate> Merged(ActorCandidate[] tagged, IReadOnlyList<ActorCandidate> found)
    {
        var parties = new List<ActorCandidate>(found.Count + tagged.Length);
        var covered = new bool[tagged.Length];
        int next = 0;
        foreach (ActorCandidate party in found)
        {
            while (next < tagged.Length && tagged[next].Span.End <= party.Span.Start) next++;
            bool stands = true;
            for (int i = next; i < tagged.Length && tagged[i].Span.Overlaps(party.Span); i++)
            {
                if (party.Span.Contains(tagged[i].Span)) covered[i] = true;
                else stands = false;
            }
            if (stands) parties.Add(party);
        }
        parties.AddRange(tagged.Where((_, i) => !covered[i]));
        return [.. parties.OrderBy(party => party.Span.Start).ThenBy(party => party.Span.End)];
    }
}
