using System.Text;

namespace Vigie.Events.Counts;

/// <summary>Folds words so that spelling variants meet, as <see cref="LetterFolding"/> does their letters.</summary>
internal static class CountFold
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var first = LetterFolding.Fold(c, out var second);
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
