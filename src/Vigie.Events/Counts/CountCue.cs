namespace Vigie.Events.Counts;

/// <summary>A phrase of a sentence that says what befell people; positions are indexes of words.</summary>
/// <param name="Before">Whether the people may stand before it.</param>
/// <param name="After">Whether the people may stand after it.</param>
/// <param name="One">Whether its form tells that it befell a single person.</param>
/// <param name="Of">What it may mean befell them; seldom more than one.</param>
/// <param name="Noun">Whether it names people by what befell them ("morts") and was not read with a number.</param>
/// <param name="First">First word, auxiliaries included.</param>
internal sealed record CountCue(int First, int Start, int End, IReadOnlyList<CountOf> Of, bool Before, bool After, bool One, bool Noun);
