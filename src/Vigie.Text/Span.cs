namespace Vigie.Text;

/// <summary>A half-open passage [Start, End) of a document's text, in UTF-16 code units.</summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>The passage's words, to the letter.</summary>
    public string Of(string text) => text[Start..End];
}
