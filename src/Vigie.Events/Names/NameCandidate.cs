using Vigie.Text;

namespace Vigie.Events.Names;

/// <summary>What bears a name.</summary>
public enum NameKind
{
    Person,
    Place,
    Organisation,
}

/// <summary>A person, a place or an organisation that the text names.</summary>
/// <param name="Probability">0 to 1: the geometric mean of the probabilities of its words' tags.</param>
public sealed record NameCandidate(Span Span, string Text, NameKind Kind, double Probability) : Candidate(Span, Text);
