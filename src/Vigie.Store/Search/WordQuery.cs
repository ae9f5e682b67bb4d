namespace Vigie.Store.Search;

/// <summary>What a person asks for in words: all of these, none of those.</summary>
public sealed record WordQuery(IReadOnlyList<QueryTerm> Wanted, IReadOnlyList<QueryTerm> Unwanted)
{
    /// <summary>Most terms that are looked at.</summary>
    private const int MostTerms = 32;

    /// <summary>Most letters that are looked at.</summary>
    private const int LongestQuery = 1_000;

    /// <summary>Reads a query: words, "words in quotation marks" that stand side by side, a last <c>*</c> for any ending, a first <c>-</c> for what must not stand there.</summary>
    /// <returns>Null where it has no word: nothing is asked for.</returns>
    public static WordQuery? Parse(string? text)
    {
        if (text is null) return null;
        if (text.Length > LongestQuery) text = text[..LongestQuery];
        List<QueryTerm> wanted = [], unwanted = [];
        int i = 0;
        while (i < text.Length && wanted.Count + unwanted.Count < MostTerms)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            bool forbidden = text[i] == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            if (forbidden) i++;
            int end;
            bool quoted = IsQuote(text[i]);
            if (quoted)
            {
                end = ++i;
                while (end < text.Length && !IsQuote(text[end])) end++;
            }
            else
            {
                end = i;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsQuote(text[end])) end++;
            }
            bool anyEnding = !quoted && end > i + 1 && text[end - 1] == '*';
            List<string> words = SearchFolding.Words(text.AsSpan(i, end - i));
            if (words.Count > 0) (forbidden ? unwanted : wanted).Add(new QueryTerm(words, anyEnding));
            i = quoted ? end + 1 : end;
        }
        return wanted.Count == 0 ? null : new WordQuery(wanted, unwanted);
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '«' or '»' or '„';
}

/// <summary>Folded words that stand side by side; mostly one.</summary>
/// <param name="AnyEnding">Whether the last of them may go on.</param>
public sealed record QueryTerm(IReadOnlyList<string> Words, bool AnyEnding)
{
    /// <summary>The loose spelling of a single whole word, or empty.</summary>
    public string Loose => Words.Count == 1 && !AnyEnding ? SearchFolding.Loose(Words[0]) : "";

    /// <summary>In the language of SQLite's full-text index. Folded words hold letters and digits alone, so nothing of the query can act.</summary>
    internal string ToFts5()
    {
        string words = $"words : \"{string.Join(' ', Words)}\"{(AnyEnding ? " *" : "")}";
        return Loose.Length > 0 ? $"({words} OR names : \"{Loose}\")" : words;
    }

    /// <summary>In the language of PostgreSQL's full-text index, where loose spellings have a first "=".</summary>
    internal string ToTsQuery()
    {
        string words = string.Join(" <-> ", Words.Select(word => $"'{word}'")) + (AnyEnding ? ":*" : "");
        return Loose.Length > 0 ? $"({words} | '={Loose}')" : $"({words})";
    }
}
