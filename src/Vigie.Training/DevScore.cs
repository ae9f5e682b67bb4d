using System.Globalization;
using Vigie.Training.Gold;
using Vigie.Training.Model;
using static TorchSharp.torch;

namespace Vigie.Training;

/// <summary>How well the reader does on reports that it does not learn from, each head given what is right before it.</summary>
public static class DevScore
{
    private static readonly float[] Thresholds = [0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f];

    /// <summary>One line a language: F1 of sentence × type at the best threshold, then shares right.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Example> examples, EncoderModel encoder, ReaderModel reader)
    {
        foreach (IGrouping<string, Example> language in examples.GroupBy(example => example.Language))
        {
            var tally = new Tally();
            foreach (Example example in language) tally.Add(example, encoder, reader);
            yield return $"  dev {language.Key}  {tally}";
        }
    }

    private sealed class Tally
    {
        private readonly int[] right = new int[Thresholds.Length];
        private readonly int[] found = new int[Thresholds.Length];
        private int gold;
        private readonly Dictionary<string, (int Right, int Of)> shares = [];

        public void Add(Example example, EncoderModel encoder, ReaderModel reader)
        {
            using var scope = NewDisposeScope();
            using var quiet = no_grad();
            Tensor vectors = encoder.Above(encoder.Below(example.Ids).unsqueeze(0), null, 0)[0];
            Tensor pieces = vectors.narrow(0, 1, example.PieceCount);
            (Tensor mean, Tensor moved) = reader.Sentences(vectors[0], pieces, example);
            float[] p = reader.Types(moved, pieces, example).sigmoid().data<float>().ToArray();
            int types = p.Length / example.Sentences.Count;
            HashSet<int> told = [.. example.Mentions.Select(m => m.Sentence * types + m.Type)];
            gold += told.Count;
            for (int t = 0; t < Thresholds.Length; t++)
            {
                for (int i = 0; i < p.Length; i++)
                {
                    if (p[i] < Thresholds[t]) continue;
                    found[t]++;
                    if (told.Contains(i)) right[t]++;
                }
            }
            if (example.Mentions.Count == 0) return;
            long[] sentences = [.. example.Mentions.Select(m => (long)m.Sentence)];
            Tensor mentions = reader.Mentions(mean, moved, sentences, [.. example.Mentions.Select(m => (long)m.Type)]);
            Tensor links = reader.Links(mentions, pieces, example, sentences);
            AddLinks(example, links);
            for (int f = 0; f < ValueExamples.Fields.Count; f++) AddValues(example, f, reader.Values(links, mentions, pieces, example, f));
            foreach (MentionExample mention in example.Mentions)
            {
                for (int f = 0; f < ValueExamples.Fields.Count; f++)
                {
                    if (mention.Values[f].Candidates.Any(c => c.IsRight) || !mention.Values[f].IsKnown) Count("offered " + ValueExamples.Fields[f], mention.Values[f].IsKnown);
                }
            }
            Tensor views = reader.Views(mentions, pieces);
            long[] focus = reader.Apply("focus.out", views).argmax(1).data<long>().ToArray();
            for (int m = 0; m < focus.Length; m++) Count("focus", focus[m] == (long)example.Mentions[m].Focus);
            AddRoles(example, reader.Roles(mentions, pieces, example, sentences));
            float[] party = reader.Apply("piece.party", pieces).argmax(1).data<long>().ToArray().Select(tag => (float)tag).ToArray();
            for (int i = 0; i < party.Length; i++)
            {
                bool isParty = example.Parties.Any(q => q.IsGold && q.Range.From <= i && i < q.Range.To);
                if (isParty || party[i] > 0) Count("party pieces", isParty && party[i] > 0);
            }
        }

        public override string ToString()
        {
            int best = Enumerable.Range(0, Thresholds.Length).MaxBy(F1);
            string types = string.Create(CultureInfo.InvariantCulture, $"types F1 {F1(best):.000} at {Thresholds[best]:0.0}");
            return types + string.Concat(shares.OrderBy(s => s.Key, StringComparer.Ordinal).Select(
                s => string.Create(CultureInfo.InvariantCulture, $"  {s.Key} {(double)s.Value.Right / s.Value.Of:.00}")));
        }

        private double F1(int t) => 2.0 * right[t] / Math.Max(1, found[t] + gold);

        private void AddLinks(Example example, Tensor scores)
        {
            int fields = (int)scores.shape[1];
            long[] chosen = scores.argmax(2).view(-1).data<long>().ToArray();
            for (int i = 0; i < chosen.Length; i++)
            {
                if (example.Mentions[i / fields].Links[i % fields] is not { } proofs) continue;
                bool isNull = chosen[i] == example.PieceCount;
                if (proofs.Count == 0 && isNull) continue;
                Count(Vigie.Events.Coding.ReaderShape.Fields[i % fields], proofs.Any(r => r.From <= chosen[i] && chosen[i] < r.To));
            }
        }

        // A value that is offered and chosen, or that is not in the text and not chosen where something was offered.
        private void AddValues(Example example, int field, Tensor scores)
        {
            long[] chosen = scores.argmax(1).data<long>().ToArray();
            for (int m = 0; m < chosen.Length; m++)
            {
                FieldExample values = example.Mentions[m].Values[field];
                bool isNone = chosen[m] == values.Candidates.Count, offered = values.Candidates.Any(c => c.IsRight);
                if (!values.IsKnown || (!offered && isNone)) continue;
                Count("chosen " + ValueExamples.Fields[field], !isNone && values.Candidates[(int)chosen[m]].IsRight);
            }
        }

        private void AddRoles(Example example, Tensor scores)
        {
            long[] chosen = scores.argmax(2).view(-1).data<long>().ToArray();
            for (int i = 0; i < chosen.Length; i++)
            {
                int role = i % Vigie.Events.Coding.ReaderShape.Roles;
                ActorExample[] actors = [.. example.Mentions[i / Vigie.Events.Coding.ReaderShape.Roles].Actors.Where(actor => actor.Role == role)];
                bool isNull = chosen[i] == example.PieceCount;
                if (actors.Length == 0 && isNull) continue;
                Count(Vigie.Events.ActorRoles.All[role], actors.Any(actor => actor.Parties.Any(p => example.Parties[p].Range is var r && r.From <= chosen[i] && chosen[i] < r.To)));
            }
        }

        private void Count(string what, bool isRight)
        {
            (int r, int of) = shares.GetValueOrDefault(what);
            shares[what] = (r + (isRight ? 1 : 0), of + 1);
        }
    }
}
