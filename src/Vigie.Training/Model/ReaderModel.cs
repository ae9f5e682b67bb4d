using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Training.Gold;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Vigie.Training.Model;

/// <summary>
/// The reader's heads over one document's piece vectors [pieces, width]. The names of the parameters are those of the shipped file; what is computed here
/// is computed again, without Torch, by <c>Vigie.Events.Coding.Reader</c>.
/// </summary>
public sealed class ReaderModel
{
    private const int Width = ReaderShape.Width;
    private const int Key = ReaderShape.KeyWidth;
    private static readonly int FieldCount = ReaderShape.Fields.Count;

    /// <param name="typeVectors">Starting class vectors [types, width]: the encoder's vectors of the definitions.</param>
    public ReaderModel(Tensor typeVectors, int weapons)
    {
        int types = (int)typeVectors.shape[0];
        Parameters.Normal("piece.type.weight", types, Width);
        Parameters.Zeros("piece.type.bias", types);
        Parameters.Normal("piece.party.weight", ReaderShape.Tags, Width);
        Parameters.Zeros("piece.party.bias", ReaderShape.Tags);
        Parameters.Normal("piece.source.weight", ReaderShape.Tags, Width);
        Parameters.Zeros("piece.source.bias", ReaderShape.Tags);
        Parameters.Normal("piece.key.weight", Key, Width, 0.05);
        Parameters.Zeros("piece.key.bias", Key);
        Parameters.Normal("piece.pair.weight", Key, Width, 0.05);
        Parameters.Zeros("piece.pair.bias", Key);

        Linear("sentence.hidden", Width, 2 * Width);
        Linear("sentence.out", Width, Width);
        Parameters.Add("type.vector", typeVectors);
        Parameters.Add("type.bias", full(types, -3f));

        Parameters.Normal("mention.type", types, ReaderShape.TypeWidth, 0.5);
        Linear("mention.hidden", Width, 2 * Width + ReaderShape.TypeWidth);
        Linear("link.query", FieldCount * Key, Width, 0.05);
        Linear("link.null", FieldCount, Width);
        Parameters.Zeros("link.distance", FieldCount, ReaderShape.Distances);
        Parameters.Zeros("link.feature", FieldCount, LinkFeatures.Count);

        int values = FieldCount - ReaderShape.PassageFields;
        Linear("value.mention", Key, Width, 0.05);
        Linear("value.candidate", Key, Width, 0.05);
        Parameters.Normal("value.feature", Key, LinkFeatures.Count, 0.05);
        Parameters.Normal("value.distance", ReaderShape.Distances, Key, 0.05);
        Parameters.Normal("value.field", values, Key, 0.05);
        Parameters.Normal("value.out", values, Key);
        Linear("role.query", ReaderShape.Roles * Key, Width, 0.05);
        Linear("role.null", ReaderShape.Roles, Width);
        Parameters.Zeros("role.far", ReaderShape.Roles, ReaderShape.Distances);
        Linear("kind.hidden", Key, Width, 0.05);
        Linear("kind.out", ActorKinds.All.Count, Key, 0.05);
        Linear("says.mention", Key, Width, 0.05);
        Parameters.Normal("says.distance", ReaderShape.Distances, Key);
        Linear("says.out", 1, Key, 0.05);

        Linear("view.query", Key, Width, 0.05);
        Linear("view.hidden", Width, 2 * Width);
        Linear("focus.out", 2, Width);
        Linear("status.out", 3, Width);
        Linear("weapon.out", weapons, Width);
    }

    public Parameters Parameters { get; } = new();

    /// <summary>Vectors of the sentences [sentences, width]: their own mean, moved by what the whole says.</summary>
    public (Tensor Mean, Tensor Moved) Sentences(Tensor whole, Tensor pieces, Example example)
    {
        Tensor mean = stack(example.Sentences.Select(range => pieces.narrow(0, range.From, range.Count).mean([0L])));
        Tensor both = cat([mean, whole.unsqueeze(0).expand(mean.shape[0], Width)], 1);
        return (mean, mean + Apply("sentence.out", F.gelu(Apply("sentence.hidden", both))));
    }

    /// <summary>Logits [sentences, types].</summary>
    public Tensor Types(Tensor moved, Tensor pieces, Example example)
    {
        Tensor byPiece = Apply("piece.type", pieces);
        Tensor strongest = stack(example.Sentences.Select(range => byPiece.narrow(0, range.From, range.Count).amax([0L])));
        return F.linear(moved, Parameters["type.vector"], Parameters["type.bias"]) + strongest;
    }

    /// <summary>Vectors of mentions [mentions, width], each a sentence and a type.</summary>
    public Tensor Mentions(Tensor mean, Tensor moved, long[] sentences, long[] types)
    {
        Tensor at = tensor(sentences);
        Tensor type = Parameters["mention.type"].index_select(0, tensor(types));
        return F.gelu(Apply("mention.hidden", cat([moved.index_select(0, at), mean.index_select(0, at), type], 1)));
    }

    /// <summary>Scores [mentions, fields, pieces + 1] of pieces as proof of a field; the last is "the text gives none".</summary>
    public Tensor Links(Tensor mentions, Tensor pieces, Example example, long[] sentences)
    {
        Tensor keys = Apply("piece.key", pieces);
        return Pointers("link.query", "link.null", Parameters["link.distance"], mentions, keys, example, sentences);
    }

    /// <summary>
    /// Scores [mentions, candidates + 1] of candidates as the value of a field, the last for none: the mean score of their pieces, the weights of
    /// what is known of them, and a hidden layer over both and the mention.
    /// </summary>
    /// <param name="links">Of <see cref="Links"/>.</param>
    /// <param name="field">Place in <see cref="ValueExamples.Fields"/>.</param>
    public Tensor Values(Tensor links, Tensor mentions, Tensor pieces, Example example, int field)
    {
        IReadOnlyList<CandidateExample> candidates = example.Mentions[0].Values[field].Candidates;
        int rows = example.Mentions.Count, count = candidates.Count;
        Tensor bare = links.select(1, field + ReaderShape.PassageFields);
        Tensor none = bare.narrow(1, example.PieceCount, 1);
        if (count == 0) return none;

        var ofPieces = new float[count * example.PieceCount];
        var features = new float[rows * count * LinkFeatures.Count];
        var distances = new long[rows * count];
        for (int c = 0; c < count; c++)
        {
            Vigie.Events.Encoding.PieceRange range = candidates[c].Range;
            Array.Fill(ofPieces, 1f / range.Count, c * example.PieceCount + range.From, range.Count);
            for (int m = 0; m < rows; m++)
            {
                example.Mentions[m].Values[field].Candidates[c].Features.CopyTo(features, (m * count + c) * LinkFeatures.Count);
                distances[m * count + c] = example.Distance(example.Mentions[m].Sentence, example.SentenceOf[range.From]);
            }
        }
        Tensor means = tensor(ofPieces, count, example.PieceCount), known = tensor(features, rows, count, LinkFeatures.Count);
        Tensor hidden = F.gelu(Apply("value.candidate", means.matmul(pieces)).unsqueeze(0)
            + Apply("value.mention", mentions).unsqueeze(1)
            + known.matmul(Parameters["value.feature"].t())
            + Parameters["value.distance"].index_select(0, tensor(distances)).view(rows, count, Key)
            + Parameters["value.field"][field]);
        Tensor scores = bare.narrow(1, 0, example.PieceCount).matmul(means.t())
            + known.matmul(Parameters["link.feature"][field + ReaderShape.PassageFields])
            + hidden.matmul(Parameters["value.out"][field]);
        return cat([scores, none], 1);
    }

    /// <summary>Scores [mentions, roles, pieces + 1] of pieces as words for who has a role; the last is "nobody has".</summary>
    public Tensor Roles(Tensor mentions, Tensor pieces, Example example, long[] sentences) =>
        Pointers("role.query", "role.null", Parameters["role.far"], mentions, Apply("piece.pair", pieces), example, sentences);

    /// <summary>Logits [mentions, sources] that a source says so.</summary>
    public Tensor Says(Tensor mentions, Tensor pieces, Example example, long[] sentences)
    {
        Tensor sources = Apply("piece.pair", Means(pieces, example.Sources)).unsqueeze(0);
        long[] distances =
        [
            .. sentences.SelectMany(sentence => example.Sources.Select(range => (long)example.Distance((int)sentence, example.SentenceOf[range.From]))),
        ];
        Tensor distance = Parameters["says.distance"].index_select(0, tensor(distances)).view(sentences.Length, example.Sources.Count, Key);
        return Apply("says.out", F.gelu(sources + Apply("says.mention", mentions).unsqueeze(1) + distance)).squeeze(2);
    }

    /// <summary>Logits [parties, kinds].</summary>
    public Tensor Kinds(Tensor pieces, Example example) => Apply(
        "kind.out", F.gelu(Apply("kind.hidden", Means(pieces, [.. example.Parties.Select(party => party.Range)]))));

    /// <summary>Hidden vectors [mentions, width] under focus, status and weapons: the mention and what it attends to.</summary>
    public Tensor Views(Tensor mentions, Tensor pieces)
    {
        Tensor scores = Apply("view.query", mentions).matmul(Apply("piece.key", pieces).t()) / Math.Sqrt(Key);
        Tensor attended = F.softmax(scores, 1).matmul(pieces);
        return F.gelu(Apply("view.hidden", cat([mentions, attended], 1)));
    }

    public Tensor Apply(string name, Tensor x) => F.linear(x, Parameters[name + ".weight"], Parameters[name + ".bias"]);

    // One query a row of what is asked for, one key a piece, a weight for the distance in sentences.
    private Tensor Pointers(string query, string none, Tensor distances, Tensor mentions, Tensor keys, Example example, long[] sentences)
    {
        long rows = distances.shape[0];
        Tensor scores = Apply(query, mentions).view(-1, rows, Key).matmul(keys.t()) / Math.Sqrt(Key);
        Tensor distance = distances.t().index_select(0, Distances(example, sentences)).view(sentences.Length, -1, rows).transpose(1, 2);
        return cat([scores + distance, Apply(none, mentions).unsqueeze(2)], 2);
    }

    private static Tensor Means(Tensor pieces, IReadOnlyList<Vigie.Events.Encoding.PieceRange> ranges) =>
        stack(ranges.Select(range => pieces.narrow(0, range.From, range.Count).mean([0L])));

    private static Tensor Distances(Example example, long[] sentences) => tensor(
        sentences.SelectMany(sentence => example.SentenceOf.Select(other => (long)example.Distance((int)sentence, other))).ToArray());

    private void Linear(string name, int rows, int columns, double deviation = 0.02)
    {
        Parameters.Normal(name + ".weight", rows, columns, deviation);
        Parameters.Zeros(name + ".bias", rows);
    }
}
