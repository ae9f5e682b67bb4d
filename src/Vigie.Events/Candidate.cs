using Vigie.Text;

namespace Vigie.Events;

/// <summary>A passage with a value that may belong to an event.</summary>
/// <param name="Text">The passage's words, to the letter.</param>
public abstract record Candidate(Span Span, string Text);

/// <summary>A time expression (TIMEX3) with the days that it means.</summary>
/// <param name="Value">As in TIMEX3: <c>2025-08-20</c>, <c>2025-06</c>, <c>2025-W34</c>, <c>P2M</c>, <c>PRESENT_REF</c> …</param>
/// <param name="Range">The days meant; no days where it names none.</param>
/// <param name="Rule">Name of the rule that read it.</param>
/// <param name="Anchor">What a relative time was counted from: <c>published 2025-08-20</c>, or the words of another time; null for full dates.</param>
public sealed record TimeCandidate(Span Span, string Text, string Value, TimeRange Range, string Rule, string? Anchor) : Candidate(Span, Text);

/// <summary>A toponym with the place that it names here, and the other readings in order of their score.</summary>
/// <param name="RunnersUp">Other gazetteer entries of that name, best first, at most four.</param>
public sealed record PlaceCandidate(Span Span, string Text, Place Place, IReadOnlyList<Place> RunnersUp) : Candidate(Span, Text)
{
    /// <summary>What the name does here; only a <see cref="ToponymUse.Place"/> may be where an event was.</summary>
    public ToponymUse Use { get; init; }
}

/// <summary>A number of people and what befell them.</summary>
/// <param name="Who">The words that say who they are ("civils", "gunmen"), or null.</param>
public sealed record CountCandidate(Span Span, string Text, CountOf Of, string? Who, Count Count) : Candidate(Span, Text);

/// <summary>A party or a source: named in the register, or as the text describes it.</summary>
/// <param name="Id">Register id (<c>islamic-state</c>), or null for a description.</param>
/// <param name="Name">The register's name of it, or null.</param>
/// <param name="Kind">One of <see cref="ActorKinds"/>, or null where the words do not tell.</param>
public sealed record ActorCandidate(Span Span, string Text, string? Id, string? Name, string? Kind) : Candidate(Span, Text);

/// <summary>What befell the people of a count.</summary>
public enum CountOf
{
    Killed,
    Injured,
    Detained,
    Abducted,

    /// <summary>Something else, or not said: displaced, deployed, freed.</summary>
    Other,
}
