using System.Globalization;
using System.Text;

namespace Vigie.Events.Actors;

/// <summary>Whether two names are one party's: the same words, or those of one among those of the other, as the gold is compared.</summary>
public static class PartyNames
{
    private static readonly HashSet<string> Empty =
    [
        .. ("le la les l un une des de du d et en au aux a the of and in an its their his ses son sa leurs leur membres membre member members element elements "
            + "forces force group groupe groupes hommes homme men man armed armes arme presumes presume suspected alleged soupconne soupconnes").Split(' '),
    ];

    public static bool Same(string a, string b)
    {
        List<string> wordsA = Words(a), wordsB = Words(b);
        if (wordsA.Count == 0 || wordsB.Count == 0) return false;
        if (wordsA.SequenceEqual(wordsB) || string.Concat(wordsA) == string.Concat(wordsB)) return true;
        HashSet<string> setA = [.. wordsA.Except(Empty)], setB = [.. wordsB.Except(Empty)];
        if (setA.Count == 0 || setB.Count == 0) return wordsA.Order(StringComparer.Ordinal).SequenceEqual(wordsB.Order(StringComparer.Ordinal));
        (HashSet<string> small, HashSet<string> big) = setA.Count <= setB.Count ? (setA, setB) : (setB, setA);
        return small.IsSubsetOf(big) && (small.Count * 2 >= big.Count || small.Count >= 2);
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char unit in name.ToLowerInvariant().Normalize(NormalizationForm.FormKD) + " ")
        {
            if (CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark || unit == 'ـ') continue;
            if (char.IsLetterOrDigit(unit) || unit == '_')
            {
                word.Append(unit switch { 'أ' or 'إ' or 'آ' => 'ا', 'ة' => 'ه', 'ى' => 'ي', _ => unit });
            }
            else if (word.Length > 0)
            {
                words.Add(Stem(word.ToString()));
                word.Clear();
            }
        }
        return words;
    }

    private static string Stem(string word)
    {
        if (word[0] is >= '\u0600' and <= '\u06ff')
        {
            if (word.Length <= 4) return word;
            int at = word[0] is 'و' or 'ب' or 'ل' or 'ف' or 'ك' && word.AsSpan(1).StartsWith("ال", StringComparison.Ordinal) ? 1 : 0;
            return word.AsSpan(at).StartsWith("ال", StringComparison.Ordinal) ? word[(at + 2)..] : word;
        }
        if (word.Length <= 3) return word;
        if (word.EndsWith("es", StringComparison.Ordinal)) return word[..^2];
        return word[^1] is 's' or 'e' ? word[..^1] : word;
    }
}
