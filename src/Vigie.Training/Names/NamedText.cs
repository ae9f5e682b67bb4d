using Vigie.Events.Names;
using Vigie.Text;

namespace Vigie.Training.Names;

/// <summary>A text whose names are known.</summary>
/// <param name="Corpus">Name of the set that it is of.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Names">In text order, without overlaps; offsets index <paramref name="Text"/>.</param>
public sealed record NamedText(string Corpus, string Language, string Text, IReadOnlyList<NamedSpan> Names)
{
    /// <summary>Whether there may be names that are not known.</summary>
    public bool IsPartial { get; init; }
}

public readonly record struct NamedSpan(Span Span, NameKind Kind);
