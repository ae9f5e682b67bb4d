using Vigie.Events.Encoding;

namespace Vigie.Events.Coding;

/// <summary>The candidates of one field in one document, with all that does not depend on the mention: keys and features.</summary>
public sealed class FieldCandidates<T>
    where T : Candidate
{
    private readonly float[][] keys;
    private readonly float[][] parts;

    public FieldCandidates(string field, Reader reader, EncodedDocument document, IEnumerable<T> candidates)
    {
        Field = field;
        FieldIndex = ReaderShape.Fields.Index().First(f => f.Item == field).Index;
        Candidates = [.. candidates.Where(candidate => document.Layout.RangeOf(candidate.Span).Count > 0)];
        Features = new LinkFeatures(field, document.Document, Candidates);
        keys = new float[Candidates.Count][];
        parts = new float[Candidates.Count][];
        Span<float> mean = stackalloc float[ReaderShape.Width];
        for (int i = 0; i < keys.Length; i++)
        {
            PieceRange range = document.Layout.RangeOf(Candidates[i].Span);
            keys[i] = new float[ReaderShape.KeyWidth];
            document.MeanScore(range, PieceScores.Key, keys[i]);
            document.Mean(range, mean);
            parts[i] = reader.CandidatePart(mean);
        }
    }

    public string Field { get; }

    public int FieldIndex { get; }

    public IReadOnlyList<T> Candidates { get; }

    public LinkFeatures Features { get; }

    /// <summary>Mean key of a candidate's pieces.</summary>
    public ReadOnlySpan<float> Key(int candidate) => keys[candidate];

    /// <summary>What a candidate brings to its score, whatever the mention.</summary>
    public ReadOnlySpan<float> Part(int candidate) => parts[candidate];
}

/// <summary>All candidates of a document by the field that they may fill.</summary>
public sealed class DocumentCandidates(Reader reader, EncodedDocument document, Candidates all)
{
    public Candidates All => all;

    public FieldCandidates<TimeCandidate> Dates { get; } = new("date", reader, document, DatesOf(all.Times));

    public FieldCandidates<PlaceCandidate> Places { get; } = new("place", reader, document, all.Places);

    /// <summary>By field of <see cref="Draft.CountFields"/>.</summary>
    public IReadOnlyList<FieldCandidates<CountCandidate>> Counts { get; } =
        [.. Draft.CountFields.Select(field => new FieldCandidates<CountCandidate>(field, reader, document, CountsOf(field, all.Counts)))];

    /// <summary>Times that name days.</summary>
    public static IEnumerable<TimeCandidate> DatesOf(IEnumerable<TimeCandidate> times) => times.Where(time => time.Range.Start is not null);

    /// <summary>Counts of what the field counts, or of what is not said.</summary>
    public static IEnumerable<CountCandidate> CountsOf(string field, IEnumerable<CountCandidate> counts) =>
        counts.Where(count => count.Of == CountOf.Other || string.Equals(count.Of.ToString(), field, StringComparison.OrdinalIgnoreCase));
}
