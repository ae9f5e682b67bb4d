using Vigie.Text;

namespace Vigie.Events;

/// <summary>A sentence that tells of an event of one sub-type.</summary>
/// <param name="Type">Class of the sub-type, as the pack orders them.</param>
/// <param name="Probability">0 to 1, that the sentence tells of such an event for the first time.</param>
/// <param name="Vector">What the reader knows of the mention.</param>
public sealed record Mention(Sentence Sentence, int Type, double Probability, float[] Vector);
