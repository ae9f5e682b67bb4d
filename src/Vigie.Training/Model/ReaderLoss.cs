using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Training.Gold;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Vigie.Training.Model;

/// <summary>The sum of the reader's losses on one document.</summary>
public sealed class ReaderLoss(ReaderModel model, int types)
{
    /// <summary>A sentence that tells of an event weighs this much: few do.</summary>
    private const float PositiveWeight = 3;

    private static readonly float[] TagWeights = [1, 2, 2];

    private const double LinkWeight = 0.5;
    private const double AttributeWeight = 0.3;

    /// <param name="vectors">[pieces + 1 or more, width]: the sequence's own vector, the pieces, then what is ignored.</param>
    public Tensor Of(Tensor vectors, Example example)
    {
        Tensor pieces = vectors.narrow(0, 1, example.PieceCount);
        (Tensor mean, Tensor moved) = model.Sentences(vectors[0], pieces, example);
        Tensor loss = TypeLoss(model.Types(moved, pieces, example), example)
            + TagLoss("piece.party", pieces, example.Parties.Where(party => party.IsGold).Select(party => party.Range))
            + TagLoss("piece.source", pieces, example.Sources);
        if (example.Parties.Any(party => party.Kind >= 0))
            loss += AttributeWeight * F.cross_entropy(model.Kinds(pieces, example), tensor(example.Parties.Select(p => (long)p.Kind).ToArray()), ignore_index: -1);
        if (example.Mentions.Count == 0) return loss;

        long[] sentences = [.. example.Mentions.Select(mention => (long)mention.Sentence)];
        Tensor mentions = model.Mentions(mean, moved, sentences, [.. example.Mentions.Select(mention => (long)mention.Type)]);
        Tensor links = model.Links(mentions, pieces, example, sentences);
        loss += LinkWeight * LinkLoss(links, example) + LinkWeight * ValueLoss(links, mentions, pieces, example);
        loss += AttributeWeight * AttributeLoss(model.Views(mentions, pieces), example);
        loss += LinkWeight * RoleLoss(model.Roles(mentions, pieces, example, sentences), example);
        if (example.Sources.Count > 0)
        {
            Tensor says = tensor(example.Mentions.SelectMany(mention => mention.SaysSo.Select(so => so ? 1f : 0f)).ToArray());
            loss += AttributeWeight * F.binary_cross_entropy_with_logits(model.Says(mentions, pieces, example, sentences).view(-1), says);
        }
        return loss;
    }

    private Tensor TypeLoss(Tensor logits, Example example)
    {
        var target = new float[example.Sentences.Count * types];
        foreach (MentionExample mention in example.Mentions) target[mention.Sentence * types + mention.Type] = 1;
        Tensor losses = F.binary_cross_entropy_with_logits(
            logits, tensor(target, example.Sentences.Count, types), pos_weights: full(types, PositiveWeight), reduction: TorchSharp.torch.nn.Reduction.Sum);
        return losses / example.Sentences.Count;
    }

    private Tensor TagLoss(string name, Tensor pieces, IEnumerable<PieceRange> ranges)
    {
        var tags = new long[pieces.shape[0]];
        foreach (PieceRange range in ranges)
        {
            for (int i = range.From; i < range.To; i++) tags[i] = i == range.From ? 1 : 2;
        }
        return F.cross_entropy(model.Apply(name, pieces), tensor(tags), weight: tensor(TagWeights));
    }

    // Any piece of the proof will do: the probability of all of them together is to be high (marginal likelihood).
    private static Tensor LinkLoss(Tensor scores, Example example)
    {
        int fields = ReaderShape.Fields.Count, width = example.PieceCount + 1;
        var allowed = new float[example.Mentions.Count * fields * width];
        var known = new float[example.Mentions.Count * fields];
        Array.Fill(allowed, -1e4f);
        for (int m = 0; m < example.Mentions.Count; m++)
        {
            for (int f = 0; f < fields; f++)
            {
                int row = m * fields + f;
                if (example.Mentions[m].Links[f] is not { } proofs)
                {
                    // Not known: the row is let off below, but must stay finite.
                    allowed[row * width + width - 1] = 0;
                    continue;
                }
                known[row] = 1;
                if (proofs.Count == 0) allowed[row * width + width - 1] = 0;
                foreach (PieceRange proof in proofs) Array.Fill(allowed, 0f, row * width + proof.From, proof.Count);
            }
        }
        Tensor log = F.log_softmax(scores, 2).view(-1, width);
        Tensor nll = -(log + tensor(allowed, known.Length, width)).logsumexp(1);
        Tensor weight = tensor(known);
        return (nll * weight).sum() / weight.sum() * fields / 2;
    }

    // Any right candidate of a field will do.
    private Tensor ValueLoss(Tensor links, Tensor mentions, Tensor pieces, Example example)
    {
        Tensor loss = zeros(1);
        int rows = example.Mentions.Count, known = 0;
        for (int f = 0; f < ValueExamples.Fields.Count; f++)
        {
            int columns = example.Mentions[0].Values[f].Candidates.Count + 1;
            var allowed = new float[rows * columns];
            var weight = new float[rows];
            Array.Fill(allowed, -1e4f);
            for (int m = 0; m < rows; m++)
            {
                FieldExample values = example.Mentions[m].Values[f];
                weight[m] = values.IsKnown ? 1 : 0;
                known += values.IsKnown ? 1 : 0;
                bool any = false;
                for (int c = 0; c < columns - 1; c++)
                {
                    if (!values.Candidates[c].IsRight) continue;
                    allowed[m * columns + c] = 0;
                    any = true;
                }
                if (!any) allowed[m * columns + columns - 1] = 0;
            }
            Tensor nll = -(F.log_softmax(model.Values(links, mentions, pieces, example, f), 1) + tensor(allowed, rows, columns)).logsumexp(1);
            loss += (nll * tensor(weight)).sum();
        }
        return loss.sum() / Math.Max(1, known) * ValueExamples.Fields.Count / 2;
    }

    // Every actor of the gold is to be pointed at, by any of its names: once among the parties, once among all pieces. A role that nobody has points at
    // nobody; an actor that no name was found for is let off.
    private static Tensor RoleLoss(Tensor scores, Example example)
    {
        int width = example.PieceCount + 1, columns = example.Parties.Count + 1;
        var mean = new float[width * columns];
        for (int p = 0; p < example.Parties.Count; p++)
        {
            PieceRange range = example.Parties[p].Range;
            for (int i = range.From; i < range.To; i++) mean[i * columns + p] = 1f / range.Count;
        }
        mean[width * columns - 1] = 1;

        var rows = new List<long>();
        var weights = new List<float>();
        var ofParties = new List<float[]>();
        var ofPieces = new List<float[]>();
        void Point(int row, float weight, IReadOnlyList<int> parties)
        {
            float[] byParty = new float[columns], byPiece = new float[width];
            Array.Fill(byParty, -1e4f);
            Array.Fill(byPiece, -1e4f);
            if (parties.Count == 0) byParty[^1] = byPiece[^1] = 0;
            foreach (int party in parties)
            {
                byParty[party] = 0;
                Array.Fill(byPiece, 0f, example.Parties[party].Range.From, example.Parties[party].Range.Count);
            }
            rows.Add(row);
            weights.Add(weight);
            ofParties.Add(byParty);
            ofPieces.Add(byPiece);
        }
        for (int m = 0; m < example.Mentions.Count; m++)
        {
            for (int role = 0; role < ReaderShape.Roles; role++)
            {
                ActorExample[] actors = [.. example.Mentions[m].Actors.Where(actor => actor.Role == role)];
                if (actors.Length == 0) Point(m * ReaderShape.Roles + role, 1, []);
                foreach (ActorExample actor in actors.Where(actor => actor.Parties.Count > 0)) Point(m * ReaderShape.Roles + role, 1f / actors.Length, actor.Parties);
            }
        }
        if (rows.Count == 0) return zeros(1).sum();

        Tensor at = tensor(rows.ToArray()), weight = tensor(weights.ToArray());
        Tensor Nll(Tensor logits, List<float[]> allowed)
        {
            Tensor log = F.log_softmax(logits, 1) + tensor(allowed.SelectMany(row => row).ToArray(), allowed.Count, allowed[0].Length);
            return -(log.logsumexp(1) * weight).sum() / weight.sum();
        }
        Tensor chosen = scores.view(-1, width).index_select(0, at);
        return (Nll(chosen.matmul(tensor(mean, width, columns)), ofParties) + Nll(chosen, ofPieces)) * ReaderShape.Roles / 2;
    }

    private Tensor AttributeLoss(Tensor views, Example example)
    {
        int weapons = (int)model.Parameters["weapon.out.bias"].shape[0];
        var armed = new float[example.Mentions.Count * weapons];
        for (int m = 0; m < example.Mentions.Count; m++)
        {
            foreach (int weapon in example.Mentions[m].Weapons) armed[m * weapons + weapon] = 1;
        }
        Tensor focus = F.cross_entropy(model.Apply("focus.out", views), tensor(example.Mentions.Select(m => (long)m.Focus).ToArray()));
        Tensor status = F.cross_entropy(model.Apply("status.out", views), tensor(example.Mentions.Select(m => (long)m.Status).ToArray()));
        Tensor weaponLoss = F.binary_cross_entropy_with_logits(
            model.Apply("weapon.out", views), tensor(armed, example.Mentions.Count, weapons), pos_weights: full(weapons, 2f), reduction: TorchSharp.torch.nn.Reduction.Sum);
        return focus + status + weaponLoss / example.Mentions.Count;
    }
}
