using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Reads the words beside a name: what announces a place, and what a person.</summary>
internal sealed class ContextReader(Document document, PlaceTokens tokens, PlaceWords words, Demonyms demonyms)
{
    // The lines where capitals say nothing: titles in capitals, English headlines.
    private readonly Dictionary<int, bool> loudSentences = [];

    public ToponymContext Read(int first, int last, string arabicPrefix)
    {
        bool preposition = arabicPrefix is "ب" or "وب" or "ل" or "فب";
        PlacePrecision? announced = null;
        string? announcing = null;
        bool person = false;
        int i = first;
        for (int steps = 0; steps < 5 && i > 0 && tokens[i].Joined; steps++)
        {
            i--;
            string word = Word(i, first);
            if (announced is null && words.Before.TryGetValue(word, out var kind))
            {
                (announced, announcing) = (kind, word);
                break;
            }
            if (words.Titles.Contains(word)) { person = i == first - 1; break; }
            if (words.Prepositions.Contains(word)) { preposition = true; if (!words.Connectors.Contains(word)) break; }
            if (!words.Connectors.Contains(word))
            {
                // "Hassan Kano": the second of two capitalised words is no place unless the first is a cue.
                person = i == first - 1 && !tokens[i].Arabic && tokens[i].Capital && tokens[first].Capital && !IsLoud(first) && (!StartsSentence(i) || IsName(word)) && document.Text[tokens[i].End] is not ('-' or '‑');
                break;
            }
        }
        if (last + 1 < tokens.Count && tokens[last + 1].Joined)
        {
            string word = tokens.Folded(last + 1);
            if (words.After.TryGetValue(word, out var kind))
            {
                announced ??= kind;
                announcing ??= word;
                person = false;
            }
            else if (!tokens[last + 1].Arabic && tokens[last + 1].Capital && !words.Before.ContainsKey(word) && !IsLoud(first) && !words.Prepositions.Contains(word))
            {
                person |= announced is null;
            }
        }
        preposition |= StandsAlone(first, last);
        return new ToponymContext(announced, preposition, person && announced is null, announcing, StartsSentence(first) || IsLoud(first));
    }

    // The first word of a sentence has its capital from there: it is a name where it is no word of the language known here.
    private bool IsName(string word) => word.Length > 2 && !words.IsOwn(word) && !words.CommonWords.Contains(word) && demonyms.Country(word) is null;

    /// <summary>Whether capitals in the token's sentence mean nothing.</summary>
    public bool IsLoud(int token)
    {
        var sentence = document.SentenceAt(tokens[token].Start);
        if (loudSentences.TryGetValue(sentence.Index, out bool loud)) return loud;
        int capital = 0, long4 = 0;
        int i = token;
        while (i > 0 && tokens[i - 1].Start >= sentence.Span.Start && token - i < 30) i--;
        for (int n = 0; i < tokens.Count && tokens[i].Start < sentence.Span.End && n < 60; i++, n++)
        {
            if (tokens[i].Length < 4 || tokens[i].Arabic) continue;
            long4++;
            if (tokens[i].Capital) capital++;
        }
        loud = long4 >= 3 && capital >= 0.75 * long4;
        loudSentences[sentence.Index] = loud;
        return loud;
    }

    /// <summary>Whether the name is a line, or a line's opening up to a colon, dash or comma: a dateline or a heading of its own.</summary>
    private bool StandsAlone(int first, int last)
    {
        string text = document.Text;
        int i = tokens[first].Start - 1;
        while (i >= 0 && text[i] is ' ' or '*' or '•' or '-') i--;
        if (i >= 0 && text[i] != '\n') return false;
        i = tokens[last].End;
        while (i < text.Length && text[i] is ' ' or '\u00a0') i++;
        return i >= text.Length || text[i] is '\n' or ':' or '–' or '—' or '(' or ',' or '.' or '،' or '/' || (text[i] == '-' && text[i - 1] == ' ');
    }

    public bool StartsSentence(int token)
    {
        if (token == 0) return true;
        if (tokens[token].Joined) return false;
        var sentence = document.SentenceAt(tokens[token].Start);
        if (tokens[token - 1].End <= sentence.Span.Start) return true;
        for (int i = tokens[token - 1].End; i < tokens[token].Start; i++)
            if (document.Text[i] is '.' or '!' or '?' or ':' or '\n' or '«' or '"' or '“' or '؟' or '–' or '—') return true;
        return false;
    }

    /// <summary>The token's folded form; in Arabic without one-letter words written onto it where that gives a known cue.</summary>
    private string Word(int i, int first)
    {
        string word = tokens.Folded(i);
        if (!tokens[i].Arabic || word.Length < 4 || words.Before.ContainsKey(word) || words.Prepositions.Contains(word)) return word;
        foreach (int cut in (ReadOnlySpan<int>)[1, 2])
        {
            if (word.Length - cut < 2) break;
            if (word[0] is not ('و' or 'ب' or 'ل' or 'ف' or 'ك')) break;
            string bare = word[cut..];
            if (words.Before.ContainsKey(bare) || words.Prepositions.Contains(bare)) return bare;
        }
        // "المدينة حلب" is rare, "مدينة حلب" the rule: the article is let go only right before the name.
        return i == first - 1 && word.StartsWith("ال", StringComparison.Ordinal) && words.Before.ContainsKey(word[2..]) ? word[2..] : word;
    }
}
