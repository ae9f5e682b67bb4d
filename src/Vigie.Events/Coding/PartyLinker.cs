using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>A party's role at a mention, by its likeliest occurrence.</summary>
public sealed record RoleChoice(ActorCandidate Party, string Role, string Kind, double Probability);

/// <summary>Gives the parties of a mention their roles, and names who says so.</summary>
public sealed class PartyLinker(Reader reader, Thresholds thresholds)
{
    /// <summary>Parties with a role, in text order; occurrences of one party (same id, or same words) count once.</summary>
    public IReadOnlyList<RoleChoice> Roles(EncodedDocument document, Mention mention, MentionQueries queries, IReadOnlyList<ActorCandidate> parties)
    {
        var best = new Dictionary<string, RoleChoice>(StringComparer.Ordinal);
        foreach (ActorCandidate party in parties)
        {
            PieceRange range = document.Layout.RangeOf(party.Span);
            Sentence sentence = document.Document.SentenceAt(party.Span.Start);
            if (range.Count == 0 || Linker.IsTooFar(mention, sentence)) continue;
            float[] roles = reader.Roles(document, queries, range, Linker.Distance(mention, sentence));
            double any = 1 - roles[0];
            if (any < thresholds.Role) continue;
            string key = party.Id ?? Folded(party.Text);
            if (best.TryGetValue(key, out RoleChoice? other) && other.Probability >= any) continue;
            int role = TensorPrimitives.IndexOfMax<float>(roles.AsSpan(1));
            best[key] = new RoleChoice(party, ActorRoles.All[role], KindOf(document, party, range), any);
        }
        return [.. BestOfEachRole(best.Values).OrderBy(choice => choice.Party.Span.Start)];
    }

    // A role has one party as a rule; another is kept where the reader is surer of it.
    private IEnumerable<RoleChoice> BestOfEachRole(IEnumerable<RoleChoice> choices) =>
        choices.GroupBy(choice => choice.Role).SelectMany(role => role
            .OrderByDescending(choice => choice.Probability)
            .ThenBy(choice => choice.Party.Span.Start)
            .Where((choice, rank) => rank == 0 || choice.Probability >= thresholds.SecondRole));

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
