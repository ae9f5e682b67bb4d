namespace Vigie.Events;

/// <summary>By what a choice among claims is made.</summary>
public enum ResolutionRule
{
    /// <summary>The least that a source vouches for: lowest figures, asserted before alleged.</summary>
    Conservative,

    /// <summary>What most sources say; copies count once.</summary>
    Modal,

    /// <summary>What was published last.</summary>
    Latest,

    /// <summary>The most that a source states.</summary>
    Maximal,

    /// <summary>What a person chose.</summary>
    Reviewer,
}

/// <summary>The choice for one field.</summary>
/// <param name="Field">One of <see cref="ClaimFields"/>.</param>
/// <param name="Values">One; several only for actors and weapons; none where every source is silent.</param>
/// <param name="ClaimIds">The claims that state them.</param>
/// <param name="Sources">How many sources state them, copies counting once.</param>
/// <param name="Disagreement">Whether the sources that are not silent contradict one another.</param>
public sealed record ResolvedField(string Field, IReadOnlyList<ClaimValue> Values, IReadOnlyList<string> ClaimIds, int Sources, bool Disagreement);

/// <summary>The choice among an incident's claims: computed from them, never stored over them.</summary>
/// <param name="Fields">One for each of <see cref="ClaimFields.All"/>, in that order.</param>
/// <param name="Status">Asserted where a source asserts it; denied only where all do.</param>
public sealed record Resolution(string IncidentId, ResolutionRule Rule, Status Status, IReadOnlyList<ResolvedField> Fields);
