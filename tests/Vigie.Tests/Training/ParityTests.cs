using System.Numerics.Tensors;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Training.Gold;
using Vigie.Training.Model;
using Xunit;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Vigie.Tests.Training;

/// <summary>What Torch computes is what Vigie computes without it, from the files that were written.</summary>
[Collection(WithTorch.Name)]
public sealed class ParityTests(Torch torch)
{
    /// <summary>The reader's weights go to 16-bit floats, and what is made of them differs by their rounding.</summary>
    private const float HeadTolerance = 1e-3f;

    /// <summary>Products of 8 bits against 32.</summary>
    private const double EncoderTolerance = 1e-2;

    private ReaderModel Model => torch.Trained.Reader;

    [Fact]
    public void The_8_bit_encoder_gives_the_vectors_of_torch()
    {
        using Encoder encoder = Encoder.Load(torch.Exported);
        var alike = new List<float>();
        foreach (Example example in torch.Examples)
        {
            using var scope = NewDisposeScope();
            using var quiet = no_grad();
            EncodedDocument encoded = encoder.Encode(example.Document), exact = InTorch(example, out _);
            Assert.Equal(example.PieceCount, encoded.Layout.Count);
            for (int i = 0; i < encoded.Layout.Count; i++) alike.Add(TensorPrimitives.CosineSimilarity(encoded.Vector(i), exact.Vector(i)));
            alike.Add(TensorPrimitives.CosineSimilarity(encoded.Whole(0), exact.Whole(0)));
        }
        // A piece of little meaning moves more than the text does.
        Assert.True(alike.Average() > 1 - EncoderTolerance && alike.Min() > 1 - 5 * EncoderTolerance, FormattableString.Invariant($"cosine {alike.Average()} on average, {alike.Min()} at worst"));
    }

    [Fact]
    public void The_8_bit_encoder_gives_the_probabilities_of_torch()
    {
        using Encoder encoder = Encoder.Load(torch.Exported);
        Reader reader = Reader.Load(torch.Exported, torch.Pack);
        foreach (Example example in torch.Examples)
        {
            using var scope = NewDisposeScope();
            using var quiet = no_grad();
            IReadOnlyList<SentenceReading> exact = reader.Sentences(InTorch(example, out _)), quick = reader.Sentences(encoder.Encode(example.Document));
            for (int s = 0; s < exact.Count; s++) Near(exact[s].Probabilities, quick[s].Probabilities, (float)EncoderTolerance);
        }
    }

    [Fact]
    public void Types_of_sentences_are_those_of_torch() => Each((example, encoded, vectors, pieces, reader) =>
    {
        (_, Tensor moved) = Model.Sentences(vectors[0], pieces, example);
        float[] expected = Numbers(Model.Types(moved, pieces, example).sigmoid());
        IReadOnlyList<SentenceReading> readings = reader.Sentences(encoded);
        Assert.Equal(example.Sentences.Count, readings.Count);
        Near(expected, [.. readings.SelectMany(reading => reading.Probabilities)], HeadTolerance);
    });

    [Fact]
    public void Links_of_pieces_and_of_values_are_those_of_torch() => EachMention((example, encoded, _, pieces, reader, mention, m, vector) =>
    {
        Near(Numbers(vector[0]), mention.Vector, HeadTolerance);
        Tensor links = Model.Links(vector, pieces, example, [example.Mentions[m].Sentence])[0];
        MentionQueries queries = reader.Queries(mention);
        for (int field = 0; field < ReaderShape.Fields.Count; field++)
        {
            float[] expected = Numbers(links[field]);
            var actual = new float[expected.Length];
            for (int i = 0; i < example.PieceCount; i++)
                actual[i] = reader.Link(queries, field, encoded.Score(i, PieceScores.Key, ReaderShape.KeyWidth), example.Distance(example.Mentions[m].Sentence, example.SentenceOf[i]));
            actual[^1] = queries.None(field);
            Near(expected, actual, HeadTolerance);
        }
        Tensor rows = vector.expand(example.Mentions.Count, ReaderShape.Width);
        Tensor all = Model.Links(rows, pieces, example, [.. example.Mentions.Select(told => (long)told.Sentence)]);
        for (int value = 0; value < ValueExamples.Fields.Count; value++)
        {
            IReadOnlyList<CandidateExample> candidates = example.Mentions[m].Values[value].Candidates;
            float[] expected = Numbers(Model.Values(all, rows, pieces, example, value)[m]);
            Assert.Equal(candidates.Count + 1, expected.Length);
            for (int c = 0; c < candidates.Count; c++)
            {
                float[] key = new float[ReaderShape.KeyWidth], mean = new float[ReaderShape.Width];
                encoded.MeanScore(candidates[c].Range, PieceScores.Key, key);
                encoded.Mean(candidates[c].Range, mean);
                int distance = example.Distance(example.Mentions[m].Sentence, example.SentenceOf[candidates[c].Range.From]);
                Assert.Equal(expected[c], reader.Value(queries, value + ReaderShape.PassageFields, key, reader.CandidatePart(mean), distance, candidates[c].Features), HeadTolerance);
            }
        }
    });

    [Fact]
    public void Roles_kinds_and_sources_are_those_of_torch() => EachMention((example, encoded, _, pieces, reader, mention, m, vector) =>
    {
        long[] sentence = [example.Mentions[m].Sentence];
        int Distance(PieceRange range) => example.Distance(example.Mentions[m].Sentence, example.SentenceOf[range.From]);
        PieceRange[] parties = [.. example.Parties.Select(party => party.Range)];
        if (parties.Length > 0)
        {
            Tensor roles = Model.Roles(vector, pieces, example, sentence)[0];
            MentionQueries queries = reader.Queries(mention);
            for (int role = 0; role < ReaderShape.Roles; role++)
            {
                Assert.Equal(roles[role][example.PieceCount].item<float>(), queries.NoParty(role), HeadTolerance);
                foreach (PieceRange party in parties)
                {
                    var key = new float[ReaderShape.KeyWidth];
                    encoded.MeanScore(party, PieceScores.Pair, key);
                    Assert.Equal(roles[role].narrow(0, party.From, party.Count).mean().item<float>(), reader.Role(queries, role, key, Distance(party)), HeadTolerance);
                }
            }
            Near(Numbers(Model.Kinds(pieces, example).softmax(1)), [.. parties.SelectMany(party => reader.Kinds(encoded, party))], HeadTolerance);
        }
        if (example.Sources.Count > 0)
            Near(Numbers(Model.Says(vector, pieces, example, sentence).sigmoid()), [.. example.Sources.Select(source => reader.Says(encoded, reader.Queries(mention), source, Distance(source)))], HeadTolerance);
    });

    [Fact]
    public void Focus_status_and_weapons_are_those_of_torch() => EachMention((_, encoded, _, pieces, reader, mention, _, vector) =>
    {
        Tensor view = Model.Views(vector, pieces);
        MentionAttributes attributes = reader.Attributes(encoded, mention);
        Assert.Equal(Numbers(Model.Apply("focus.out", view).softmax(1))[(int)Focus.Background], attributes.Background, HeadTolerance);
        Near(Numbers(Model.Apply("status.out", view).softmax(1)), attributes.Status, HeadTolerance);
        Near(Numbers(Model.Apply("weapon.out", view).sigmoid()), attributes.Weapons, HeadTolerance);
    });

    private void EachMention(Action<Example, EncodedDocument, Tensor, Tensor, Reader, Mention, int, Tensor> check)
    {
        int mentions = 0;
        Each((example, encoded, vectors, pieces, reader) =>
        {
            (Tensor mean, Tensor moved) = Model.Sentences(vectors[0], pieces, example);
            IReadOnlyList<SentenceReading> readings = reader.Sentences(encoded);
            for (int m = 0; m < example.Mentions.Count; m++, mentions++)
            {
                MentionExample told = example.Mentions[m];
                check(example, encoded, vectors, pieces, reader, reader.Mention(readings[told.Sentence], told.Type), m, Model.Mentions(mean, moved, [told.Sentence], [told.Type]));
            }
        });
        Assert.Equal(5, mentions);
    }

    private void Each(Action<Example, EncodedDocument, Tensor, Tensor, Reader> check)
    {
        Reader reader = Reader.Load(torch.Exported, torch.Pack);
        foreach (Example example in torch.Examples)
        {
            using var scope = NewDisposeScope();
            using var quiet = no_grad();
            EncodedDocument encoded = InTorch(example, out Tensor vectors);
            check(example, encoded, vectors, vectors.narrow(0, 1, example.PieceCount), reader);
        }
    }

    /// <summary>The document with the vectors and scores of Torch.</summary>
    private EncodedDocument InTorch(Example example, out Tensor vectors)
    {
        EncoderModel encoder = torch.Trained.Encoder;
        vectors = encoder.Above(encoder.Below(example.Ids).unsqueeze(0), null, 0)[0];
        Tensor pieces = vectors.narrow(0, 1, example.PieceCount);
        Tensor scores = cat([.. PieceScores.Parts.Select(part => Model.Apply("piece." + part, pieces))], 1);
        var encoded = new EncodedDocument(example.Document, PieceLayout.Of(example.Document));
        encoded.Take(0, Numbers(pieces), Numbers(scores), Numbers(vectors[0]));
        return encoded;
    }

    private static float[] Numbers(Tensor x) => x.detach().contiguous().data<float>().ToArray();

    private static void Near(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, float tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        float furthest = 0;
        for (int i = 0; i < expected.Length; i++) furthest = Math.Max(furthest, Math.Abs(expected[i] - actual[i]));
        Assert.True(furthest <= tolerance, FormattableString.Invariant($"{furthest} apart"));
    }
}
