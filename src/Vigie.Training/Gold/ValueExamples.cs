using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Training.Gold;

/// <summary>A candidate of a field at a mention.</summary>
/// <param name="Features">As <see cref="LinkFeatures"/> gives them.</param>
/// <param name="IsRight">Its value is the gold value.</param>
public sealed record CandidateExample(PieceRange Range, float[] Features, bool IsRight);

/// <summary>All candidates of a field at a mention.</summary>
/// <param name="IsKnown">A right choice exists: a right candidate, or none where the gold has no value.</param>
public sealed record FieldExample(IReadOnlyList<CandidateExample> Candidates, bool IsKnown);

/// <summary>Says of each candidate of a field whether it is right for a gold event.</summary>
public static class ValueExamples
{
    /// <summary>The fields that have candidates: all but the passage's two ends.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. ReaderShape.Fields.Skip(ReaderShape.PassageFields)];

    /// <summary>By field of <see cref="Fields"/>.</summary>
    /// <param name="cut">Pieces of a passage, as far as they are encoded.</param>
    public static IReadOnlyList<FieldExample> Of(GoldEvent gold, Candidates found, Sentence mention, Document document, Func<Span, PieceRange> cut)
    {
        FieldExample Field<T>(string field, IEnumerable<T> all, bool filled, Func<T, bool> isRight)
            where T : Candidate
        {
            T[] candidates = [.. all.Where(candidate => cut(candidate.Span).Count > 0)];
            var features = new LinkFeatures(field, document, candidates);
            var examples = new List<CandidateExample>(candidates.Length);
            for (int i = 0; i < candidates.Length; i++)
            {
                var vector = new float[LinkFeatures.Count];
                features.Write(i, mention, vector);
                examples.Add(new CandidateExample(cut(candidates[i].Span), vector, filled && isRight(candidates[i])));
            }
            return new FieldExample(examples, !filled || examples.Exists(example => example.IsRight));
        }
        return
        [
            Field("date", DocumentCandidates.DatesOf(found.Times), gold.Date.Start is not null, time => GoldValues.IsRight(time, gold.Date)),
            Field("place", found.Places, gold.Place.Precision != "none", place => GoldValues.IsRight(place, gold.Place)),
            .. Draft.CountFields.Select(field => Field(
                field, DocumentCandidates.CountsOf(field, found.Counts), gold.Count(field) is not null, count => GoldValues.IsRight(count, gold.Count(field)!))),
        ];
    }
}
