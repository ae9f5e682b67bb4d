namespace Vigie.Events.Actors;

/// <summary>Countries as actors: the state by its name or capital ("Moscou dément"), its deed ("Israeli strike"), its people ("Palestiniens").</summary>
internal static class CountryPhrase
{
    public static ActorPhrase? ReadAt(ActorReading text, int word, int limit)
    {
        if ((text.Longest(word, Sense.Country, limit) ?? text.Longest(word, Sense.Capital, limit)) is { } state)
        {
            bool place = text.Words[word].Proclitic > 0 || text.Follows(word, Sense.Preposition) || text.Follows(word, Sense.Link);
            return place ? null : Phrase(text, state, Standing.State);
        }
        if (text.Longest(word, Sense.Demonym, limit) is not { } demonym) return null;
        if (BesideDeed(text, demonym, limit)) return Phrase(text, demonym, Standing.State);
        return IsPeople(text, demonym) ? Phrase(text, demonym, Standing.People) : null;
    }

    private static ActorPhrase Phrase(ActorReading text, Match match, Standing standing) =>
        new(match.First, match.End) { Country = text.Language.Countries[match.Value], Standing = standing };

    // "Israeli air strike"; "frappe aérienne israélienne": one adjective may stand between.
    private static bool BesideDeed(ActorReading text, Match demonym, int limit)
    {
        if (!text.Language.HeadFinal)
        {
            int before = demonym.First;
            if (text.Follows(before, Sense.Deed)) return true;
            return before > 1 && text.Follows(before, Sense.Modifier) && text.Follows(before - 1, Sense.Deed);
        }
        int next = demonym.End;
        if (next >= limit || !text.JoinedToNext(next - 1, limit)) return false;
        if (text.Longest(next, Sense.Deed, limit) is not null) return true;
        return text.Longest(next, Sense.Modifier, limit) is { } modifier
            && text.JoinedToNext(modifier.End - 1, limit)
            && text.Longest(modifier.End, Sense.Deed, limit) is not null;
    }

    // French writes peoples with a capital; English and Arabic give them a plural of their own.
    private static bool IsPeople(ActorReading text, Match demonym)
    {
        Word word = text.Words[demonym.End - 1];
        ReadOnlySpan<char> letters = text.Text.AsSpan(word.Start, word.End - word.Start);
        return text.Language.Code switch
        {
            "fr" => char.IsUpper(text.Text[text.Words[demonym.First].Start]),
            "en" => letters.EndsWith("s", StringComparison.Ordinal) && word.Case != LetterCase.Upper,
            _ => letters.EndsWith("ين", StringComparison.Ordinal) || letters.EndsWith("ون", StringComparison.Ordinal),
        };
    }
}
