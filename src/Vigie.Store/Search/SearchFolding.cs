using System.Text;
using Vigie.Events.Places;

namespace Vigie.Store.Search;

/// <summary>
/// Words as the full-text index has them: without case, accents and the forms of Arabic letters, without the Arabic article in either script.
/// Names in Latin letters stand in it once more in a loose spelling, so that Hassaké finds Hasakah.
/// </summary>
public static class SearchFolding
{
    /// <summary>Longest word that is indexed; beyond it stands no word of a language.</summary>
    private const int LongestWord = 64;

    private static readonly string[] ArabicArticles = ["وال", "بال", "فال", "كال", "ولل", "لل", "ال"];

    /// <summary>The folded words of a text, and the loose spellings of its names, each parted by blanks.</summary>
    public static (string Words, string Names) Index(string title, string text)
    {
        var words = new StringBuilder(title.Length + text.Length);
        var names = new StringBuilder();
        Add(title, words, names);
        Add(text, words, names);
        return (words.ToString(), names.ToString());
    }

    /// <summary>The folded words of a piece of a query, in their order.</summary>
    public static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        foreach (Range range in Runs(text))
            if (Fold(text[range]) is { Length: > 0 } word) words.Add(word);
        return words;
    }

    /// <summary>A name under which an actor is looked for: its folded words.</summary>
    public static string Name(string name) => string.Join(' ', Words(name));

    /// <summary>The loose spelling of a folded word, or empty where it has none.</summary>
    public static string Loose(string folded) => ToponymKey.Loose(folded);

    private static void Add(ReadOnlySpan<char> text, StringBuilder words, StringBuilder names)
    {
        foreach (Range range in Runs(text))
        {
            ReadOnlySpan<char> written = text[range];
            string folded = Fold(written);
            if (folded.Length == 0) continue;
            words.Append(folded).Append(' ');
            if (char.IsUpper(written[0]) && Loose(folded) is { Length: > 0 } loose) names.Append(loose).Append(' ');
        }
    }

    private static string Fold(ReadOnlySpan<char> written)
    {
        if (written.Length > LongestWord) written = written[..LongestWord];
        string folded = ToponymKey.FoldWord(written);
        if (folded.Length < 3) return folded;
        if (ToponymKey.IsArticle(folded) && written.Length == folded.Length && char.IsLower(written[0])) return "";
        foreach (string article in ArabicArticles)
            // What is left must still be a word: a noun has three letters.
            if (folded.Length >= article.Length + 3 && folded.StartsWith(article, StringComparison.Ordinal)) return folded[article.Length..];
        return folded;
    }

    /// <summary>Runs of letters and digits. An apostrophe parts words ("l'armée"), as writers of three languages use it.</summary>
    private static List<Range> Runs(ReadOnlySpan<char> text)
    {
        var runs = new List<Range>();
        int i = 0;
        while (i < text.Length)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }
            int start = i;
            while (i < text.Length && IsPart(text[i])) i++;
            runs.Add(start..i);
        }
        return runs;
    }

    private static bool IsPart(char c) => ToponymKey.IsWordPart(c) && !ToponymKey.IsApostrophe(c);
}
