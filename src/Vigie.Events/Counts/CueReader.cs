namespace Vigie.Events.Counts;

/// <summary>Finds the phrases of a sentence that say what befell people, and on which side these stand.</summary>
internal sealed class CueReader(CountTokens tokens)
{
    private const int AuxiliaryReach = 4;

    /// <summary>Adds the cues of the sentence in order; at each word the longest phrases.</summary>
    public void Read(List<CountCue> found)
    {
        var i = 0;
        while (i < tokens.Count)
        {
            var words = Longest(i);
            if (words > 0) Add(i, i + words, found);
            i += Math.Max(1, words);
        }
    }

    private int Longest(int i)
    {
        var longest = 0;
        foreach (var phrase in tokens[i].Form.Starts)
            if (SaysBefallen(phrase.Kind) && phrase.Words.Length > longest && tokens.Follows(i, phrase)) longest = phrase.Words.Length;
        return longest;
    }

    private void Add(int start, int end, List<CountCue> found)
    {
        var ofs = new List<CountOf>();
        bool governs = false, closes = false, either = false, one = false, counted = false;
        foreach (var phrase in tokens[start].Form.Starts)
        {
            if (!SaysBefallen(phrase.Kind) || phrase.Words.Length != end - start || !tokens.Follows(start, phrase)) continue;
            if (!ofs.Contains(phrase.Of)) ofs.Add(phrase.Of);
            governs |= phrase.Kind == CountWord.Governs;
            closes |= phrase.Kind is CountWord.Closes or CountWord.ClosesOne;
            either |= phrase.Kind is CountWord.Either or CountWord.EitherOne;
            counted |= phrase.Kind is CountWord.Counted or CountWord.CountedOne;
            one |= phrase.Kind is CountWord.CountedOne or CountWord.ClosesOne or CountWord.EitherOne;
        }
        var verb = governs || closes || either;
        var first = Auxiliary(start, out var voice);
        if (voice is null || !verb) first = start;
        bool before = closes || either, after = governs || either || !verb;
        if (either || (governs && closes))
        {
            if (voice == CountWord.Active) before = closes;
            else if (voice is not null) after = false;
            if (voice == CountWord.Active && !closes || voice == CountWord.Passive) one = false;
        }
        one |= voice == CountWord.PassiveOne && before;
        found.Add(new CountCue(first, start, end, ofs, before, after, one, !verb));
    }

    private static bool SaysBefallen(CountWord kind) =>
        kind is CountWord.Governs or CountWord.Closes or CountWord.ClosesOne or CountWord.Either or CountWord.EitherOne
            or CountWord.Counted or CountWord.CountedOne;

    /// <summary>The auxiliary before a participle, adverbs between them passed over.</summary>
    private int Auxiliary(int start, out CountWord? voice)
    {
        voice = null;
        for (var i = start - 1; i >= 0 && i >= start - AuxiliaryReach; i--)
        {
            if ((tokens[i + 1].Before & ~(Gap.Space | Gap.Hyphen | Gap.Quote)) != 0) break;
            foreach (var kind in (ReadOnlySpan<CountWord>)[CountWord.PassiveOne, CountWord.Passive, CountWord.Active])
            {
                var words = tokens.Match(i, kind);
                if (words == 0 || i + words > start) continue;
                // "a été tué": the longer auxiliary may begin one word earlier.
                var earlier = i > 0 ? tokens.Match(i - 1, CountWord.PassiveOne) : 0;
                if (earlier >= 2)
                {
                    voice = CountWord.PassiveOne;
                    return i - 1;
                }
                voice = kind;
                return i;
            }
            if (tokens[i].Number >= 0 || tokens.Match(i, CountWord.Cardinal) > 0 || tokens.Match(i, CountWord.People) > 0) break;
        }
        return start;
    }
}
