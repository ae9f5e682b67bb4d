namespace Vigie.Text;

/// <summary>What a stretch of text is to the coder.</summary>
public enum SentenceKind
{
    /// <summary>Text that may tell of an event.</summary>
    Body,

    /// <summary>The title line.</summary>
    Heading,

    /// <summary>A heading between paragraphs of the text: read for what it names, but it tells of nothing that the text does not.</summary>
    Subheading,

    /// <summary>Page furniture (view counters, share lines, "Lire aussi"), also where it stands in the place of the title: kept in the text, left out of the coding.</summary>
    Furniture,
}

/// <summary>A sentence of a document, with its place in the order of sentences and of paragraphs.</summary>
/// <param name="Index">Position among the document's sentences, from 0.</param>
/// <param name="Paragraph">Position of its line among the document's lines, from 0 (the title).</param>
public sealed record Sentence(int Index, Span Span, int Paragraph, SentenceKind Kind);
