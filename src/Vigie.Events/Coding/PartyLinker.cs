using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>A party's role at a mention, shown by its likeliest occurrence.</summary>
/// <param name="Probability">Of all its occurrences together.</param>
public sealed record RoleChoice(ActorCandidate Party, string Role, string Kind, double Probability);

/// <summary>Gives the parties of a mention their roles, and names who says so.</summary>
public sealed class PartyLinker(Reader reader, Thresholds thresholds)
{
    /// <summary>Parties with a role, in text order; occurrences of one party (same id, or same words) count together.</summary>
    public IReadOnlyList<RoleChoice> Roles(EncodedDocument document, Mention mention, MentionQueries queries, IReadOnlyList<ActorCandidate> parties)
    {
        Occurrence[] near = [.. Near(document, mention, parties)];
        if (near.Length == 0) return [];
        var likely = new List<(string Party, int Role, Occurrence Best, double Probability)>();
        for (int role = 0; role < ReaderShape.Roles; role++)
        {
            float[] shares = Shares(queries, role, near);
            likely.AddRange(near.Index().GroupBy(o => o.Item.Party).Select(party => (
                party.Key, role, party.MaxBy(o => shares[o.Index]).Item, party.Sum(o => (double)shares[o.Index]))));
        }

        // A party has one role; a role has one party as a rule, and another where the reader is sure enough of it too.
        var chosen = new List<RoleChoice>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var filled = new HashSet<int>();
        foreach ((string party, int role, Occurrence best, double probability) in likely.OrderByDescending(l => l.Probability).ThenBy(l => l.Best.Candidate.Span.Start))
        {
            if (probability < (filled.Contains(role) ? thresholds.SecondRole : thresholds.Role) || !taken.Add(party)) continue;
            filled.Add(role);
            chosen.Add(new RoleChoice(best.Candidate, ActorRoles.All[role], KindOf(document, best.Candidate, best.Pieces), probability));
        }
        return [.. chosen.OrderBy(choice => choice.Party.Span.Start)];
    }

    /// <summary>Where a party is named.</summary>
    /// <param name="Party">The same for all occurrences of one party.</param>
    /// <param name="Key">Mean pair key of its pieces.</param>
    /// <param name="Distance">Distance class from the mention.</param>
    private sealed record Occurrence(ActorCandidate Candidate, string Party, PieceRange Pieces, float[] Key, int Distance);

    private static IEnumerable<Occurrence> Near(EncodedDocument document, Mention mention, IReadOnlyList<ActorCandidate> parties)
    {
        foreach (ActorCandidate party in parties)
        {
            PieceRange range = document.Layout.RangeOf(party.Span);
            Sentence sentence = document.Document.SentenceAt(party.Span.Start);
            if (range.Count == 0 || Linker.IsTooFar(mention, sentence)) continue;
            var key = new float[ReaderShape.KeyWidth];
            document.MeanScore(range, PieceScores.Pair, key);
            yield return new Occurrence(party, party.Id ?? Folded(party.Text), range, key, Linker.Distance(mention, sentence));
        }
    }

    // Shares of the occurrences in a role; what is left to one is that nobody has it.
    private float[] Shares(MentionQueries queries, int role, Occurrence[] near)
    {
        var scores = new float[near.Length + 1];
        for (int i = 0; i < near.Length; i++) scores[i] = reader.Role(queries, role, near[i].Key, near[i].Distance);
        scores[^1] = queries.NoParty(role);
        TensorPrimitives.SoftMax(scores, scores);
        return scores;
    }

    /// <summary>Those who say what the mention tells, each once.</summary>
    public IReadOnlyList<ActorCandidate> Sources(EncodedDocument document, Mention mention, MentionQueries queries, IReadOnlyList<ActorCandidate> sources)
    {
        var said = new List<ActorCandidate>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ActorCandidate source in sources)
        {
            PieceRange range = document.Layout.RangeOf(source.Span);
            Sentence sentence = document.Document.SentenceAt(source.Span.Start);
            if (range.Count == 0 || Linker.IsTooFar(mention, sentence)) continue;
            if (reader.Says(document, queries, range, Linker.Distance(mention, sentence)) >= thresholds.Says && names.Add(Folded(source.Text))) said.Add(source);
        }
        return said;
    }

    // The register knows a named group's kind; a description is read in its context.
    private string KindOf(EncodedDocument document, ActorCandidate party, PieceRange range)
    {
        if (party is { Id: not null, Kind: { } known }) return known;
        return ActorKinds.All[TensorPrimitives.IndexOfMax<float>(reader.Kinds(document, range))];
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char unit in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(unit));
        }
        return folded.ToString();
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text; // Half a character cannot be decomposed.
        }
    }
}
