using Vigie.Text;

namespace Vigie.Events;

/// <summary>Tells whether places of a text, asked about in rising order, lie in page furniture, which says nothing of the report.</summary>
internal struct FurnitureCursor(Document document)
{
    private readonly IReadOnlyList<Sentence> sentences = document.Sentences;
    private int at;

    /// <param name="offset">Not before the offset asked about last.</param>
    public bool Holds(int offset)
    {
        while (at + 1 < sentences.Count && sentences[at + 1].Span.Start <= offset) at++;
        return at < sentences.Count && sentences[at] is { Kind: SentenceKind.Furniture, Span: var span } && span.Start <= offset && offset < span.End;
    }
}
