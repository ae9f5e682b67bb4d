using NodaTime;

namespace Vigie.Text;

/// <summary>An article with its sentences and pieces; every offset indexes <see cref="Text"/>.</summary>
/// <param name="Text">Title, newline, text (see <see cref="Article.FullText"/>).</param>
/// <param name="Language">ISO 639-1 code, found in the text where the article names none.</param>
/// <param name="Published">The article's day, or the one found in its furniture, or null.</param>
/// <param name="Sentences">In text order, without gaps that hold words.</param>
/// <param name="Pieces">The encoder's pieces, in text order, without the sequence marks.</param>
public sealed record Document(
    Article Article,
    string Text,
    string Language,
    LocalDate? Published,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Piece> Pieces)
{
    /// <summary>The sentence that holds the code unit at <paramref name="offset"/>, or the nearest before it.</summary>
    public Sentence SentenceAt(int offset)
    {
        int low = 0, high = Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Sentences[middle].Span.Start <= offset) low = middle;
            else high = middle - 1;
        }
        return Sentences[low];
    }
}
