using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Events.Coding;
using Vigie.Events.Counts;
using Vigie.Events.Encoding;
using Vigie.Events.Places;
using Vigie.Events.Times;
using Vigie.Text;

namespace Vigie.Training.Gold;

/// <summary>A candidate of a field at a mention.</summary>
/// <param name="Features">As <see cref="LinkFeatures"/> gives them.</param>
/// <param name="IsRight">Its value is the gold value.</param>
public sealed record CandidateExample(PieceRange Range, float[] Features, bool IsRight);

/// <summary>All candidates of a field at a mention.</summary>
/// <param name="IsKnown">A right choice exists: a right candidate, or none where the gold has no value.</param>
public sealed record FieldExample(IReadOnlyList<CandidateExample> Candidates, bool IsKnown);

/// <summary>Runs the recognisers over a document and says of each candidate whether it is right for a gold event.</summary>
public sealed class ValueExamples(TimeRecogniser times, PlaceRecogniser places, CountRecogniser counts, ActorRecogniser actors)
{
    /// <summary>The fields that have candidates: all but the passage's two ends.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. ReaderShape.Fields.Skip(2)];

    public static ValueExamples Load(DataFolder data) => new(
        TimeRecogniser.Load(data), PlaceRecogniser.Load(data), CountRecogniser.Load(data), ActorRecogniser.Load(data));

    public Found Find(Document document) => new(times.Find(document), places.Find(document), counts.Find(document), actors.Find(document));

    /// <summary>What the recognisers find in one document.</summary>
    public sealed record Found(
        IReadOnlyList<TimeCandidate> Times,
        IReadOnlyList<PlaceCandidate> Places,
        IReadOnlyList<CountCandidate> Counts,
        IReadOnlyList<ActorCandidate> Actors)
    {
        /// <summary>By field of <see cref="Fields"/>.</summary>
        /// <param name="cut">Pieces of a passage, as far as they are encoded.</param>
        public IReadOnlyList<FieldExample> Of(GoldEvent gold, Sentence mention, Document document, Func<Span, PieceRange> cut)
        {
            FieldExample Field<T>(string field, IReadOnlyList<T> candidates, bool filled, Func<T, bool> isRight)
                where T : Candidate
            {
                CandidateExample[] examples =
                [
                    .. candidates
                        .Select(c => new CandidateExample(cut(c.Span), LinkFeatures.Of(c, field, mention, document, candidates), filled && isRight(c)))
                        .Where(example => example.Range.Count > 0),
                ];
                return new FieldExample(examples, !filled || examples.Any(example => example.IsRight));
            }
            return
            [
                Field("date", Linker.Candidates(Times), gold.Date.Start is not null, time => GoldValues.IsRight(time, gold.Date)),
                Field("place", Places, gold.Place.Precision != "none", place => GoldValues.IsRight(place, gold.Place)),
                .. Fields.Skip(2).Select(field => Field(
                    field, Linker.Candidates(field, Counts), gold.Count(field) is not null, count => GoldValues.IsRight(count, gold.Count(field)!))),
            ];
        }
    }
}
