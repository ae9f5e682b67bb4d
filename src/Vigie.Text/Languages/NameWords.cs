namespace Vigie.Text.Languages;

/// <summary>Function words of a language as they stand about names, any case.</summary>
/// <param name="Around">No name begins or ends with them ("the", "selon").</param>
/// <param name="Within">They may stand inside a name ("of", "de").</param>
public sealed record NameWords(IReadOnlySet<string> Around, IReadOnlySet<string> Within);
