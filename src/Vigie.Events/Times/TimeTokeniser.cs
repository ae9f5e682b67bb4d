namespace Vigie.Events.Times;

/// <summary>Cuts a text into words, runs of digits and signs, in one pass.</summary>
internal static class TimeTokeniser
{
    private const int LongestNumber = 9;

    /// <summary>Tokens of a document's text. Words that no rule names have no id.</summary>
    public static List<TimeToken> Tokenise(string text, TimeVocabulary vocabulary) => Cut(text, vocabulary, learn: false);

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
            if (char.IsWhiteSpace(c) || WordFolding.IsInvisible(c) || WordFolding.IsMark(c))
            {
                i++;
                continue;
            }
            var marks = broken ? TokenMarks.AfterBreak : TokenMarks.None;
            broken = false;
            if (tokens.Count > 0 && tokens[^1].End == i) marks |= TokenMarks.Glued;
            if (char.IsDigit(c)) tokens.Add(ReadDigits(text, i, marks));
            else if (char.IsLetter(c)) tokens.Add(ReadWord(text, i, marks, word, vocabulary, learn));
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

    private static TimeToken ReadWord(string text, int start, TokenMarks marks, Span<char> word, TimeVocabulary vocabulary, bool learn)
    {
        int end = start, length = 0;
        for (; end < text.Length && (char.IsLetterOrDigit(text[end]) || WordFolding.IsMark(text[end])); end++)
        {
            char folded = WordFolding.Fold(text[end]);
            if (folded == WordFolding.Nothing) continue;
            if (length < word.Length) word[length] = folded;
            length++;
        }
        if (char.IsUpper(text[start])) marks |= TokenMarks.Capital;
        if (length > word.Length) return new TimeToken(start, end, TimeToken.Unknown, -1, marks);
        var whole = word[..length];
        if (learn) return new TimeToken(start, end, vocabulary.Add(whole), -1, marks);
        int id = vocabulary.Find(whole);
        if (id != TimeToken.Unknown) return new TimeToken(start, end, id, -1, marks);
        foreach (string prefix in vocabulary.Prefixes)
        {
            if (!((ReadOnlySpan<char>)whole).StartsWith(prefix, StringComparison.Ordinal) || prefix.Length == length) continue;
            id = vocabulary.Find(whole[prefix.Length..]);
            if (id != TimeToken.Unknown)
                return new TimeToken(AfterLetters(text, start, prefix.Length), end, id, -1, marks & ~TokenMarks.Glued);
        }
        return new TimeToken(start, end, TimeToken.Unknown, -1, marks);
    }

    private static int AfterLetters(string text, int start, int letters)
    {
        int at = start;
        for (; letters > 0 || WordFolding.IsMark(text[at]); at++)
            if (!WordFolding.IsMark(text[at])) letters--;
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
