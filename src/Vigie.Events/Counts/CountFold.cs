using System.Text;

namespace Vigie.Events.Counts;

/// <summary>Folds words so that spelling variants meet, as <see cref="LetterFolding"/> does their letters but for the hamza on yeh.</summary>
internal static class CountFold
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var second = LetterFolding.Nothing;
            // With ئ as ي, quantities (كميات) would read as "like hundreds" (ك and مئات).
            var first = c == 'ئ' ? c : LetterFolding.Fold(c, out second);
            if (first != LetterFolding.Nothing) folded.Append(first);
            if (second != LetterFolding.Nothing) folded.Append(second);
        }
        return folded.ToString();
    }

    /// <summary>The folded words of a phrase of the lexicon; a final * stays.</summary>
    public static string[] Words(string phrase) =>
        [.. phrase.Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => Fold(w))];

    /// <summary>The dual of an Arabic noun: ة opens to ت before the ending.</summary>
    public static string Dual(string noun, string ending) =>
        (noun.EndsWith('ة') ? noun[..^1] + "ت" : noun) + ending;
}
