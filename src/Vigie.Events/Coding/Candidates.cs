using Vigie.Events.Actors;
using Vigie.Events.Counts;
using Vigie.Events.Encoding;
using Vigie.Events.Places;
using Vigie.Events.Times;
using Vigie.Text;
using Vigie.Text.Languages;
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
public sealed class CandidateFinder(
    TimeRecogniser times,
    PlaceRecogniser places,
    CountRecogniser counts,
    ActorRecogniser actors,
    IReadOnlyDictionary<string, NameWords> nameWords) : IDisposable
{
    /// <param name="addedPlaces">Compiled countries that a user has added to the gazetteer.</param>
    public static CandidateFinder Load(DataFolder data, IReadOnlyList<string>? addedPlaces = null)
    {
        LanguageRules rules = LanguageRules.Load(data);
        return new CandidateFinder(
            TimeRecogniser.Load(data),
            PlaceRecogniser.Load(data, addedPlaces),
            CountRecogniser.Load(data),
            ActorRecogniser.Load(data),
            LanguageGuesser.Coded.ToDictionary(language => language, rules.NamesIn));
    }

    /// <summary>What rules and tables find outside page furniture; no sources, which are tagged.</summary>
    public Candidates ByRule(Document document) => new(times.Offer(document), places.Find(document), counts.Find(document), actors.Find(document), []);

    /// <summary>What rules and tables found, with what the reader tags.</summary>
    public Candidates WithTagged(EncodedDocument encoded, Candidates found)
    {
        NameWords words = nameWords[encoded.Document.Language];
        ActorCandidate[] tagged = [.. PassageTagger.Tagged(encoded, PieceScores.Party, words).Select(span => actors.Name(encoded.Document, span))];
        // The tagger takes a town for a party where something happened to it; a country may well be one.
        HashSet<Span> towns = [.. found.Places.Where(place => place.Place.Precision != PlacePrecision.Country).Select(place => place.Span)];
        return found with
        {
            Parties = Merged([.. tagged.Where(party => party.Id is not null || !towns.Contains(party.Span))], found.Parties),
            Sources = [.. PassageTagger.Tagged(encoded, PieceScores.Source, words).Select(span => actors.Name(encoded.Document, span))],
        };
    }

    public void Dispose() => places.Dispose();

    // Of a tagged passage and what a rule finds over it, the longer stands: rules know where a name ends, the tagger knows what no rule foresaw.
    // Both lists are in text order; the tagged do not overlap one another.
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
                if (party.Span.Length >= tagged[i].Span.Length || party.Id is not null) covered[i] = true;
                else stands = false;
            }
            if (stands) parties.Add(party);
        }
        parties.AddRange(tagged.Where((_, i) => !covered[i]));
        return [.. parties.OrderBy(party => party.Span.Start).ThenBy(party => party.Span.End)];
    }
}
