namespace Vigie.Events.Actors;

/// <summary>A text with its words and all phrases found in it, and the countries that it speaks of.</summary>
internal sealed class ActorReading
{
    private readonly int[] _firstMatch;
    private readonly bool[] _seen;

    public ActorReading(string text, ActorLanguage language)
    {
        Text = text;
        Language = language;
        Words = WordScanner.Scan(text, language.Phrases.Vocabulary);
        _seen = new bool[language.Phrases.Vocabulary.Count];
        _firstMatch = new int[Words.Count + 1];
        for (int word = 0; word < Words.Count; word++)
        {
            _firstMatch[word] = Matches.Count;
            if (Words[word].Id >= 0) _seen[Words[word].Id] = true;
            language.Phrases.FindAt(text, Words, word, Matches);
        }
        _firstMatch[Words.Count] = Matches.Count;
        Countries = CountryFocus.Of(Matches, language);
    }

    public string Text { get; }

    public ActorLanguage Language { get; }

    public List<Word> Words { get; }

    public List<Match> Matches { get; } = [];

    public CountryFocus Countries { get; }

    /// <summary>Whether the text holds a word of that number.</summary>
    public bool Holds(int word) => _seen[word];

    /// <summary>The longest phrase of a sense that begins at a word and ends by <paramref name="limit"/>, of equals the first in its list, or null.</summary>
    public Match? Longest(int word, Sense sense, int limit)
    {
        if (word >= Words.Count) return null;
        Match? longest = null;
        for (int at = _firstMatch[word + 1] - 1; at >= _firstMatch[word]; at--)
        {
            Match match = Matches[at];
            if (longest is { } found && match.End < found.End) break;
            if (match.Sense == sense && match.End <= limit) longest = match;
        }
        return longest;
    }

    /// <summary>Index of the first word that begins at or after an offset.</summary>
    public int FirstWordFrom(int offset)
    {
        int low = 0, high = Words.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Words[middle].NameStart < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public bool AnyAt(int word) => word < Words.Count && _firstMatch[word + 1] > _firstMatch[word];

    /// <summary>Whether the word before <paramref name="word"/> stands beside it.</summary>
    public bool JoinedToNext(int word, int limit) =>
        word + 1 < limit && PhraseTable.Joined(Text, Words[word].End, Words[word + 1].Start);

    /// <summary>Whether a phrase of that sense ends right before the word.</summary>
    public bool Follows(int word, Sense sense)
    {
        for (int first = word - 1; first >= 0 && first >= word - 3; first--)
            for (int at = _firstMatch[first]; at < _firstMatch[first + 1]; at++)
                if (Matches[at].Sense == sense && Matches[at].End == word && JoinedToNext(word - 1, word + 1)) return true;
        return false;
    }
}
