using NodaTime;
using Vigie.Text;

namespace Vigie.Evaluation;

/// <summary>A time as a corpus has it.</summary>
/// <param name="Value">TIMEX3 value, or null where the corpus gives days instead.</param>
/// <param name="Days">First and last days that it may mean; empty where the corpus gives a value instead.</param>
internal sealed record ExpectedTime(Span Span, string? Value, IReadOnlyList<(LocalDate First, LocalDate Last)> Days);

/// <summary>A text of a corpus with its times; offsets index the article's <see cref="Article.FullText"/>.</summary>
internal sealed record TimedText(Article Article, IReadOnlyList<ExpectedTime> Times);
