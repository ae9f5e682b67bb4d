using Vigie.Text;

namespace Vigie.Events.Times;

/// <summary>Cuts a text into words, runs of digits and signs, in one pass.</summary>
internal static class TimeTokeniser
{
    private const int LongestNumber = 9;

    /// <summary>Tokens of a document, those of page furniture left out: what stands behind it begins a line. Words that no rule names have no id.</summary>
    public static List<TimeToken> Tokenise(Document document, TimeVocabulary vocabulary)
    {
        var tokens = Cut(document.Text, vocabulary, learn: false);
        var furniture = new FurnitureCursor(document);
        int kept = 0;
        bool broken = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (furniture.Holds(token.Start))
            {
                broken = true;
                continue;
            }
            tokens[kept++] = broken ? token with { Marks = token.Marks | TokenMarks.AfterBreak } : token;
            broken = false;
        }
        tokens.RemoveRange(kept, tokens.Count - kept);
        return tokens;
    }

    /// <summary>Tokens of a phrase of the rules: its words join the vocabulary.</summary>
    public static List<TimeToken> Learn(string phrase, TimeVocabulary vocabulary) => Cut(phrase, vocabulary, learn: true);

    private static List<TimeToken> Cut(string text, TimeVocabulary vocabulary, bool learn)
    {
        var tokens = new List<TimeToken>(text.Length / 6 + 4);
        Span<char> word = stackalloc char[TimeVocabulary.LongestWord];
        bool broken = false;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (c is '\n' or '\r' or '\u2028' or '\u2029') broken = true;
            if (char.IsWhiteSpace(c) || WordFolding.IsInvisible(c) || LetterFolding.IsMark(c))
            {
                i++;
                continue;
            }
            var marks = broken ? TokenMarks.AfterBreak : TokenMarks.None;
            broken = false;
            if (tokens.Count > 0 && tokens[^1].End == i) marks |= TokenMarks.Glued;
            if (char.IsDigit(c)) tokens.Add(ReadDigits(text, i, marks));
            else if (char.IsLetter(c)) ReadWord(text, i, marks, word, vocabulary, learn, tokens);
            else
            {
                word[0] = WordFolding.Fold(c);
                int id = learn ? vocabulary.Add(word[..1]) : vocabulary.Find(word[..1]);
                tokens.Add(new TimeToken(i, i + 1, id, -1, marks));
            }
            i = tokens[^1].End;
            MarkFraction(text, tokens);
        }
        return tokens;
    }

    private static TimeToken ReadDigits(string text, int start, TokenMarks marks)
    {
        int end = start, value = 0;
        for (; end < text.Length && char.IsDigit(text[end]); end++)
            if (end - start < LongestNumber) value = value * 10 + (int)char.GetNumericValue(text[end]);
        return new TimeToken(start, end, TimeToken.Digits, end - start > LongestNumber ? -1 : value, marks);
    }

    private static void ReadWord(
        string text, int start, TokenMarks marks, Span<char> word, TimeVocabulary vocabulary, bool learn, List<TimeToken> tokens)
    {
        int end = start, length = 0;
        // "M23" and "A9" are names; "20h12" and "و12" are a word and a number.
        bool stopAtDigits = text[start] >= '\u0250' || (tokens.Count > 0 && tokens[^1].Word == TimeToken.Digits && tokens[^1].End == start);
        for (; end < text.Length && (char.IsLetter(text[end]) || LetterFolding.IsMark(text[end]) || (!stopAtDigits && char.IsDigit(text[end]))); end++)
        {
            char folded = WordFolding.Fold(text[end]);
            if (folded == LetterFolding.Nothing) continue;
            if (length < word.Length) word[length] = folded;
            length++;
        }
        if (char.IsUpper(text[start])) marks |= TokenMarks.Capital;
        var whole = word[..Math.Min(length, word.Length)];
        int id = length > word.Length ? TimeToken.Unknown : learn ? vocabulary.Add(whole) : vocabulary.Find(whole);
        if (id == TimeToken.Unknown && length <= word.Length && vocabulary.FindPrefix(whole) is { Length: > 0 } prefix)
        {
            int cut = AfterLetters(text, start, prefix.Length);
            tokens.Add(new TimeToken(start, cut, vocabulary.Find(prefix), -1, marks));
            tokens.Add(new TimeToken(cut, end, vocabulary.Find(whole[prefix.Length..]), -1, TokenMarks.Glued));
            return;
        }
        tokens.Add(new TimeToken(start, end, id, -1, marks));
    }

    private static int AfterLetters(string text, int start, int letters)
    {
        int at = start;
        for (; letters > 0 || LetterFolding.IsMark(text[at]); at++)
            if (!LetterFolding.IsMark(text[at])) letters--;
        return at;
    }

    /// <summary>"1,200" and "12.5" are amounts; "20.08.2025" is a date.</summary>
    private static void MarkFraction(string text, List<TimeToken> tokens)
    {
        int last = tokens.Count - 1;
        if (last < 2 || tokens[last].Word != TimeToken.Digits || tokens[last - 2].Word != TimeToken.Digits) return;
        if (!tokens[last].Has(TokenMarks.Glued) || !tokens[last - 1].Has(TokenMarks.Glued)) return;
        char sign = text[tokens[last - 1].Start];
        if (sign is not ('.' or ',' or '٫' or '٬')) return;
        if (sign == '.' && last >= 4 && tokens[last - 2].Has(TokenMarks.Glued) && text[tokens[last - 3].Start] == '.'
            && tokens[last - 4].Word == TimeToken.Digits && tokens[last - 2].End - tokens[last - 2].Start <= 2)
        {
            tokens[last - 4] = tokens[last - 4] with { Marks = tokens[last - 4].Marks & ~TokenMarks.Fraction };
            tokens[last - 2] = tokens[last - 2] with { Marks = tokens[last - 2].Marks & ~TokenMarks.Fraction };
            return;
        }
        tokens[last - 2] = tokens[last - 2] with { Marks = tokens[last - 2].Marks | TokenMarks.Fraction };
        tokens[last] = tokens[last] with { Marks = tokens[last].Marks | TokenMarks.Fraction };
    }
}
