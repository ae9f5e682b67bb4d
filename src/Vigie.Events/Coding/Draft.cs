using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>A mention with all that it was linked to: an event before retellings are brought together.</summary>
public sealed record Draft(
    Mention Mention,
    Span Passage,
    MentionAttributes Attributes,
    Links<TimeCandidate> Date,
    Links<PlaceCandidate> Place,
    IReadOnlyList<Links<CountCandidate>> Counts,
    IReadOnlyList<RoleChoice> Parties,
    IReadOnlyList<ActorCandidate> Sources)
{
    /// <summary>The counts' fields, in the order of <see cref="Counts"/>.</summary>
    public static IReadOnlyList<string> CountFields { get; } = ["killed", "injured", "detained", "abducted"];
}
