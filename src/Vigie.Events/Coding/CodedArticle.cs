using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>An article with its events, in the order of their first telling, and why they were coded so.</summary>
public sealed record CodedArticle(Document Document, IReadOnlyList<Event> Events, Explanation Explanation);

/// <summary>What the coder saw: every sentence, and every choice of a value.</summary>
public sealed record Explanation(IReadOnlyList<SentenceView> Sentences, IReadOnlyList<ValueView> Values);

/// <summary>A sentence with its likeliest types.</summary>
/// <param name="Best">Three, likeliest first; none for furniture.</param>
/// <param name="Event">Index of the event that it became, or null.</param>
/// <param name="Note">Why it was left out, or null.</param>
public sealed record SentenceView(Sentence Sentence, IReadOnlyList<TypeScore> Best, int? Event, string? Note);

public sealed record TypeScore(string SubEventType, double Probability);

/// <summary>How a value was chosen.</summary>
/// <param name="Event">Index of the event.</param>
/// <param name="Field">As in <see cref="Evidence.Field"/>.</param>
/// <param name="Choices">Likeliest first; the choice of no value stands among them without a span.</param>
/// <param name="Why">The rule and its anchor, or the gazetteer's reason; null where the words say it all.</param>
public sealed record ValueView(int Event, string Field, IReadOnlyList<ChoiceView> Choices, string? Why);

/// <summary>One choice.</summary>
/// <param name="Score">Probability, 0 to 1.</param>
public sealed record ChoiceView(string Value, string Text, Span? Span, double Score);
