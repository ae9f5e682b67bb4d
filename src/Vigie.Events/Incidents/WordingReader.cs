using Vigie.Text;

namespace Vigie.Events.Incidents;

/// <summary>Reads the words of a document and of the passages that tell its events.</summary>
internal sealed class WordingReader
{
    private const int MostWords = 4_000;
    private const int MostNames = 48;
    private const int LongWord = 4;
    private const int Stem = 6;

    private readonly string language;
    private readonly List<Token> tokens = [];
    private readonly MinHash? article;

    public WordingReader(Document document)
    {
        language = document.Language;
        var folded = new List<uint>();
        bool opens = true;
        foreach (Token token in Tokens(document.Text))
        {
            if (tokens.Count == MostWords) break;
            tokens.Add(token with { OpensSentence = opens || document.SentenceAt(token.Start).Span.Start >= token.Start });
            folded.Add(WordHash.Of(token.Folded));
            opens = false;
        }
        article = MinHash.Of(folded);
    }

    /// <summary>The words of some passages; of the whole document where there are none.</summary>
    public Wording Of(IReadOnlyList<Span> passages)
    {
        var names = new List<uint>();
        var numbers = new List<uint>();
        var words = new List<uint>();
        foreach (Token token in tokens)
        {
            uint hash = WordHash.Of(token.Folded);
            if (token.IsNumber)
            {
                // Single figures are everywhere.
                if (token.Folded.Length > 1) numbers.Add(hash);
                continue;
            }
            if (token.IsCapital && !token.OpensSentence && token.Folded.Length >= LongWord) names.Add(hash);
            if (token.Folded.Length >= LongWord && IsWithin(token, passages)) words.Add(WordHash.Of(token.Folded.AsSpan(0, Math.Min(Stem, token.Folded.Length))));
        }
        return new Wording(language, [.. names.Distinct().Take(MostNames)], [.. numbers.Distinct().Take(MostNames)], [.. words.Distinct().Take(MostNames)], article);
    }

    private static bool IsWithin(Token token, IReadOnlyList<Span> passages)
    {
        foreach (Span passage in passages)
            if (passage.Start <= token.Start && token.Start < passage.End) return true;
        return passages.Count == 0;
    }

    private static IEnumerable<Token> Tokens(string text)
    {
        var word = new System.Text.StringBuilder();
        int at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            int start = at;
            bool number = char.IsDigit(text[at]);
            word.Clear();
            while (at < text.Length && (number ? char.IsDigit(text[at]) : char.IsLetter(text[at]) || LetterFolding.IsMark(text[at])))
            {
                char first = LetterFolding.Fold(text[at], out char second);
                if (first != LetterFolding.Nothing) word.Append(first);
                if (second != LetterFolding.Nothing) word.Append(second);
                at++;
            }
            if (at == start) at++;
            if (word.Length > 0) yield return new Token(start, word.ToString(), number, char.IsUpper(text[start]), OpensSentence: false);
        }
    }

    private readonly record struct Token(int Start, string Folded, bool IsNumber, bool IsCapital, bool OpensSentence);
}
