using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Llm;

/// <summary>Finds where quoted words stand in a text, to the letter.</summary>
internal sealed class QuoteFinder(Document document)
{
    private const int LongestQuote = 600;

    // A passage of a long text may recur for ever: those looked at are few, from the first on.
    private const int MostOccurrences = 200;

    /// <summary>The first occurrence below the title, or else within it; null where the words stand nowhere.</summary>
    public Span? First(string? words)
    {
        Span? inTitle = null;
        foreach (Span at in Occurrences(words))
        {
            if (at.Start > document.Article.Title.Length) return at;
            inTitle ??= at;
        }
        return inTitle;
    }

    /// <summary>The occurrence nearest to a passage; null where the words stand nowhere.</summary>
    public Span? Nearest(string? words, Span passage)
    {
        Span? best = null;
        int least = int.MaxValue;
        foreach (Span at in Occurrences(words))
        {
            int distance = at.Overlaps(passage) ? 0 : at.End <= passage.Start ? passage.Start - at.End + 1 : at.Start - passage.End + 1;
            if (distance >= least) continue;
            least = distance;
            best = at;
        }
        return best;
    }

    private IEnumerable<Span> Occurrences(string? words)
    {
        words = words?.Trim();
        // One letter proves nothing; one figure may.
        if (string.IsNullOrEmpty(words) || words.Length > LongestQuote || words is [var only] && !char.IsDigit(only)) yield break;
        int found = 0;
        for (int at = document.Text.IndexOf(words, StringComparison.Ordinal); at >= 0 && found < MostOccurrences; at = document.Text.IndexOf(words, at + words.Length, StringComparison.Ordinal), found++)
            yield return new Span(at, at + words.Length);
    }
}
