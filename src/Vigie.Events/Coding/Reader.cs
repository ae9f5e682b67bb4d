using System.Numerics.Tensors;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>What the reader makes of one sentence.</summary>
/// <param name="Mean">Mean vector of its pieces.</param>
/// <param name="Moved">The same, moved by what the whole says.</param>
/// <param name="Probabilities">By sub-type.</param>
public sealed record SentenceReading(Sentence Sentence, float[] Mean, float[] Moved, float[] Probabilities);

/// <summary>What the reader makes of a mention beside its links.</summary>
/// <param name="Background">Probability that it is told as context.</param>
/// <param name="Status">Probabilities of asserted, alleged, denied.</param>
/// <param name="Weapons">Probabilities by weapon of the pack.</param>
public sealed record MentionAttributes(float Background, float[] Status, float[] Weapons);

/// <summary>The learned reader's heads over an encoded document; computes what <c>ReaderModel</c> of the training computes.</summary>
public sealed class Reader
{
    private const int Width = ReaderShape.Width;
    private const int Key = ReaderShape.KeyWidth;
    private static readonly float KeyScale = 1 / MathF.Sqrt(Key);
    private readonly ReaderWeights weights;

    private Reader(ReaderWeights weights) => this.weights = weights;

    /// <exception cref="KnowledgeException">The weights are missing or broken.</exception>
    public static Reader Load(DataFolder data, ConflictPack pack) => new(ReaderWeights.Load(data, pack));

    /// <summary>Every sentence that is no furniture, in order.</summary>
    public IReadOnlyList<SentenceReading> Sentences(EncodedDocument document)
    {
        var readings = new List<SentenceReading>();
        foreach (Sentence sentence in document.Document.Sentences)
        {
            PieceRange range = document.Layout.RangeOf(sentence);
            if (range.Count > 0) readings.Add(Read(document, sentence, range));
        }
        return readings;
    }

    /// <summary>The mention of a type in a sentence.</summary>
    public Mention Mention(SentenceReading reading, int type)
    {
        var both = new float[2 * Width + ReaderShape.TypeWidth];
        reading.Moved.CopyTo(both, 0);
        reading.Mean.CopyTo(both, Width);
        weights.MentionType.AsSpan(type * ReaderShape.TypeWidth, ReaderShape.TypeWidth).CopyTo(both.AsSpan(2 * Width));
        float[] vector = weights.MentionHidden.Apply(both);
        Activation.Gelu(vector);
        return new Mention(reading.Sentence, type, reading.Probabilities[type], vector);
    }

    /// <summary>What a mention asks of candidates, parties and sources.</summary>
    public MentionQueries Queries(Mention mention) => new(
        weights.LinkQuery.Apply(mention.Vector),
        weights.LinkNull.Apply(mention.Vector),
        weights.ValueMention.Apply(mention.Vector),
        weights.RoleQuery.Apply(mention.Vector),
        weights.RoleNull.Apply(mention.Vector),
        weights.SaysMention.Apply(mention.Vector));

    /// <summary>Score of a passage as proof of a field.</summary>
    /// <param name="key">Mean key of the passage's pieces.</param>
    public float Link(MentionQueries queries, int field, ReadOnlySpan<float> key, int distance) =>
        TensorPrimitives.Dot(key, queries.Of(field)) * KeyScale + weights.LinkDistance[field * ReaderShape.Distances + distance];

    /// <summary>What a candidate brings to <see cref="Value"/> whatever the mention [key width], from the mean vector of its pieces.</summary>
    public float[] CandidatePart(ReadOnlySpan<float> mean) => weights.ValueCandidate.Apply(mean);

    /// <summary>Score of a candidate as the value of a field: its passage's, the weights of what is known of it, and a hidden layer over both and the mention.</summary>
    /// <param name="key">Mean key of the candidate's pieces.</param>
    /// <param name="part">As <see cref="CandidatePart"/> gives it.</param>
    /// <param name="features">As <see cref="LinkFeatures"/> gives them.</param>
    public float Value(MentionQueries queries, int field, ReadOnlySpan<float> key, ReadOnlySpan<float> part, int distance, ReadOnlySpan<float> features)
    {
        int value = field - ReaderShape.PassageFields;
        Span<float> hidden = stackalloc float[Key];
        TensorPrimitives.Add(part, queries.Value, hidden);
        TensorPrimitives.Add(hidden, weights.ValueDistance.AsSpan(distance * Key, Key), hidden);
        TensorPrimitives.Add(hidden, weights.ValueField.AsSpan(value * Key, Key), hidden);
        for (int k = 0; k < Key; k++) hidden[k] += TensorPrimitives.Dot(features, weights.ValueFeature.AsSpan(k * LinkFeatures.Count, LinkFeatures.Count));
        Activation.Gelu(hidden);
        return Link(queries, field, key, distance)
            + TensorPrimitives.Dot(features, weights.LinkFeature.AsSpan(field * LinkFeatures.Count, LinkFeatures.Count))
            + TensorPrimitives.Dot<float>(hidden, weights.ValueOut.AsSpan(value * Key, Key));
    }

    /// <summary>Score of a party in a role of <see cref="ActorRoles.All"/>, to be held against <see cref="MentionQueries.NoParty"/>.</summary>
    /// <param name="key">Mean pair key of the party's pieces.</param>
    public float Role(MentionQueries queries, int role, ReadOnlySpan<float> key, int distance) =>
        TensorPrimitives.Dot(key, queries.Role(role)) * KeyScale + weights.RoleDistance[role * ReaderShape.Distances + distance];

    /// <summary>Probability that a source says what the mention tells.</summary>
    public float Says(EncodedDocument document, MentionQueries queries, PieceRange source, int distance) =>
        Activation.Sigmoid(Pair(document, queries.Says, source, weights.SaysDistance.AsSpan(distance * Key, Key), weights.SaysOut)[0]);

    /// <summary>Probabilities of <see cref="ActorKinds.All"/> for a party.</summary>
    public float[] Kinds(EncodedDocument document, PieceRange party)
    {
        Span<float> mean = stackalloc float[Width];
        document.Mean(party, mean);
        float[] hidden = weights.KindHidden.Apply(mean);
        Activation.Gelu(hidden);
        float[] kinds = weights.KindOut.Apply(hidden);
        TensorPrimitives.SoftMax(kinds, kinds);
        return kinds;
    }

    /// <summary>Focus, status and weapons of a mention, from it and what it attends to.</summary>
    public MentionAttributes Attributes(EncodedDocument document, Mention mention)
    {
        float[] query = weights.ViewQuery.Apply(mention.Vector);
        PieceRange around = Around(document.Layout, document.Layout.RangeOf(mention.Sentence));
        var attention = new float[around.Count];
        for (int i = 0; i < attention.Length; i++) attention[i] = TensorPrimitives.Dot(document.Score(around.From + i, PieceScores.Key, Key), query) * KeyScale;
        TensorPrimitives.SoftMax(attention, attention);
        var both = new float[2 * Width];
        mention.Vector.CopyTo(both, 0);
        Span<float> attended = both.AsSpan(Width);
        for (int i = 0; i < attention.Length; i++) TensorPrimitives.MultiplyAdd(document.Vector(around.From + i), attention[i], attended, attended);
        float[] view = weights.ViewHidden.Apply(both);
        Activation.Gelu(view);

        float[] focus = weights.FocusOut.Apply(view), status = weights.StatusOut.Apply(view), weapons = weights.WeaponOut.Apply(view);
        TensorPrimitives.SoftMax(focus, focus);
        TensorPrimitives.SoftMax(status, status);
        TensorPrimitives.Sigmoid(weapons, weapons);
        return new MentionAttributes(focus[(int)Focus.Background], status, weapons);
    }

    // As many pieces as a training report has at most, the sentence in their middle.
    private static PieceRange Around(PieceLayout layout, PieceRange sentence)
    {
        const int longest = WordEmbeddings.MostPieces;
        int from = Math.Clamp((sentence.From + sentence.To - longest) / 2, 0, Math.Max(0, layout.Count - longest));
        return new PieceRange(from, Math.Min(from + longest, layout.Count));
    }

    private SentenceReading Read(EncodedDocument document, Sentence sentence, PieceRange range)
    {
        var both = new float[2 * Width];
        document.Mean(range, both.AsSpan(0, Width));
        document.Whole(range.From).CopyTo(both.AsSpan(Width));
        float[] hidden = weights.SentenceHidden.Apply(both);
        Activation.Gelu(hidden);
        float[] mean = both[..Width];
        float[] moved = weights.SentenceOut.Apply(hidden);
        TensorPrimitives.Add(moved, mean, moved);

        float[] types = weights.Type.Apply(moved);
        var strongest = new float[types.Length];
        Array.Fill(strongest, float.NegativeInfinity);
        for (int i = range.From; i < range.To; i++) TensorPrimitives.Max(strongest, document.Score(i, PieceScores.Type, types.Length), strongest);
        TensorPrimitives.Add(types, strongest, types);
        TensorPrimitives.Sigmoid(types, types);
        return new SentenceReading(sentence, mean, moved, types);
    }

    private static float[] Pair(EncodedDocument document, ReadOnlySpan<float> mention, PieceRange range, ReadOnlySpan<float> distance, Linear output)
    {
        Span<float> hidden = stackalloc float[Key];
        document.MeanScore(range, PieceScores.Pair, hidden);
        TensorPrimitives.Add(hidden, mention, hidden);
        TensorPrimitives.Add(hidden, distance, hidden);
        Activation.Gelu(hidden);
        return output.Apply(hidden);
    }
}

/// <summary>What a mention asks: one query a field and a role, one score each that the text gives none, and its part in sources.</summary>
public sealed class MentionQueries(float[] links, float[] none, float[] value, float[] roles, float[] noParty, float[] says)
{
    public ReadOnlySpan<float> Value => value;

    public ReadOnlySpan<float> Says => says;

    public ReadOnlySpan<float> Of(int field) => links.AsSpan(field * ReaderShape.KeyWidth, ReaderShape.KeyWidth);

    public float None(int field) => none[field];

    public ReadOnlySpan<float> Role(int role) => roles.AsSpan(role * ReaderShape.KeyWidth, ReaderShape.KeyWidth);

    public float NoParty(int role) => noParty[role];
}
