using Vigie.Text;

namespace Vigie.Events.Actors;

/// <summary>A document with its words and all phrases found in it, and the countries that it speaks of.</summary>
internal sealed class ActorReading
{
    private readonly int[] firstMatch;
    private readonly bool[] seen;

    public ActorReading(Document document, ActorLanguage language)
    {
        Text = document.Text;
        Language = language;
        Words = WordScanner.Scan(document, language.Phrases.Vocabulary);
        seen = new bool[language.Phrases.Vocabulary.Count];
        foreach (Word word in Words)
            if (word.Id >= 0) seen[word.Id] = true;
        firstMatch = new int[Words.Count + 1];
        var found = new List<Match>();
        for (int word = 0; word < Words.Count; word++)
        {
            firstMatch[word] = Matches.Count;
            found.Clear();
            language.Phrases.FindAt(Text, Words, word, found);
            foreach (Match match in found)
                if (match.Sense != Sense.Name || language.Aliases[match.Value].Exists(b => b.Holds(seen))) Matches.Add(match);
        }
        firstMatch[Words.Count] = Matches.Count;
        Countries = CountryTally.Of(this);
    }

    public string Text { get; }

    public ActorLanguage Language { get; }

    public List<Word> Words { get; }

    public List<Match> Matches { get; } = [];

    public CountryTally Countries { get; }

    /// <summary>Whether the text meets the condition of an alias.</summary>
    public bool Holds(AliasBearer bearer) => bearer.Holds(seen);

    /// <summary>The longest phrase of a sense that begins at a word and ends by <paramref name="limit"/>, of equals the first in its list, or null.</summary>
    public Match? Longest(int word, Sense sense, int limit)
    {
        if (word >= Words.Count) return null;
        Match? longest = null;
        for (int at = firstMatch[word + 1] - 1; at >= firstMatch[word]; at--)
        {
            Match match = Matches[at];
            if (longest is { } found && match.End < found.End) break;
            if (match.Sense == sense && match.End <= limit) longest = match;
        }
        return longest;
    }

    /// <summary>Whether a noun or a name that begins with the phrase goes on beyond it.</summary>
    public bool HasLonger(Match phrase, int limit) =>
        Longest(phrase.First, Sense.Name, limit) is { } name && name.End > phrase.End
        || Longest(phrase.First, Sense.Head, limit) is { } head && head.End > phrase.End;

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

    public bool AnyAt(int word) => word < Words.Count && firstMatch[word + 1] > firstMatch[word];

    /// <summary>Whether the word before <paramref name="word"/> stands beside it.</summary>
    public bool JoinedToNext(int word, int limit) =>
        word + 1 < limit && PhraseTable.Joined(Text, Words[word].End, Words[word + 1].Start);

    /// <summary>Whether a phrase of that sense ends right before the word.</summary>
    public bool Follows(int word, Sense sense)
    {
        for (int first = word - 1; first >= 0 && first >= word - 3; first--)
            for (int at = firstMatch[first]; at < firstMatch[first + 1]; at++)
                if (Matches[at].Sense == sense && Matches[at].End == word && JoinedToNext(word - 1, word + 1)) return true;
        return false;
    }
}
