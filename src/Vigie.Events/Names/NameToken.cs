using System.Globalization;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Names;

/// <summary>A run of letters and digits, or one other sign, of a sentence that is encoded.</summary>
/// <param name="Sentence">Index of its sentence.</param>
public readonly record struct NameToken(Span Span, int Sentence)
{
    /// <summary>A sign of another kind than letters and digits, a long run of such signs included, stands as one token each; blanks as none.</summary>
    public static IReadOnlyList<NameToken> Of(Document document, PieceLayout layout)
    {
        string text = document.Text;
        var tokens = new List<NameToken>(text.Length / 5);
        foreach (Sentence sentence in document.Sentences)
        {
            if (layout.RangeOf(sentence).Count == 0) continue;
            for (int at = sentence.Span.Start; at < sentence.Span.End;)
            {
                int end = at + 1;
                if (IsOfWord(text[at]))
                {
                    while (end < sentence.Span.End && IsOfWord(text[end])) end++;
                }
                else if (char.IsWhiteSpace(text[at]))
                {
                    at = end;
                    continue;
                }
                tokens.Add(new NameToken(new Span(at, end), sentence.Index));
                at = end;
            }
        }
        return tokens;
    }

    // Vowel signs stand on letters; a half of a surrogate pair is a letter of a rare script.
    private static bool IsOfWord(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
