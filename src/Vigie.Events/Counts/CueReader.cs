namespace Vigie.Events.Counts;

/// <summary>Finds the phrases of a sentence that say what befell people, and on which side these stand.</summary>
internal sealed class CueReader(CountTokens tokens)
{
    private const int AuxiliaryReach = 4;

    /// <summary>Adds the cues of the sentence in order; at each word the longest phrase.</summary>
    public void Read(List<CountCue> found)
    {
        var i = 0;
        while (i < tokens.Count)
        {
            var phrase = Longest(i);
            if (phrase is null)
            {
                i++;
                continue;
            }
            var end = i + phrase.Words.Length;
            found.Add(Cue(i, end, phrase));
            i = end;
        }
    }

    private CountPhrase? Longest(int i)
    {
        CountPhrase? longest = null;
        foreach (var phrase in tokens[i].Form.Starts)
        {
            if (phrase.Kind is not (CountWord.Governs or CountWord.Closes or CountWord.ClosesOne or CountWord.Either or CountWord.EitherOne
                or CountWord.Counted or CountWord.CountedOne)) continue;
            if (longest is not null && phrase.Words.Length <= longest.Words.Length) continue;
            if (tokens.Follows(i, phrase)) longest = phrase;
        }
        return longest;
    }

    private CountCue Cue(int start, int end, CountPhrase phrase)
    {
        var first = Auxiliary(start, out var voice);
        var one = phrase.Kind is CountWord.CountedOne or CountWord.ClosesOne || voice == CountWord.PassiveOne;
        switch (phrase.Kind)
        {
            case CountWord.Governs:
                return new CountCue(start, start, end, phrase.Of, false, true, false, phrase.Kind);
            case CountWord.Closes or CountWord.ClosesOne:
                return new CountCue(first, start, end, phrase.Of, true, false, one, phrase.Kind);
            case CountWord.Counted or CountWord.CountedOne:
                return new CountCue(start, start, end, phrase.Of, false, true, one, phrase.Kind);
        }
        one |= phrase.Kind == CountWord.EitherOne && voice is null;
        return voice switch
        {
            CountWord.Active => new CountCue(first, start, end, phrase.Of, false, true, false, phrase.Kind),
            CountWord.Passive or CountWord.PassiveOne => new CountCue(first, start, end, phrase.Of, true, false, one, phrase.Kind),
            _ => new CountCue(start, start, end, phrase.Of, true, true, one, phrase.Kind),
        };
    }

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
            if (tokens[i].Number >= 0) break;
        }
        return start;
    }
}
