namespace Vigie.Events.Actors;

/// <summary>Noun phrases that end with their noun: "suspected Boko Haram militants", "Mali's army", "soldiers of the Malian army".</summary>
internal static class HeadFinalGrammar
{
    private const int MaxDepth = 3;

    // No name is longer; without the bound a text of nothing but adjectives would be read over and over.
    private const int MaxWords = 12;

    /// <summary>The longest actor phrase that begins at a word and ends by <paramref name="limit"/>, or null.</summary>
    public static ActorPhrase? ReadAt(ActorReading text, int word, int limit) => ReadAt(text, word, limit, 0);

    private static ActorPhrase? ReadAt(ActorReading text, int word, int limit, int depth)
    {
        if (!text.AnyAt(word) || AfterApostrophe(text, word)) return null;
        if (text.Longest(word, Sense.Opener, limit) is { } opener && Complement(text, opener.End, limit, depth) is { } members) return members;
        return Chain(text, word, limit, depth) ?? (depth == 0 ? CountryPhrase.ReadAt(text, word, limit) : null);
    }

    // Reads words that may stand in the phrase, and cuts it after the last noun or name.
    private static ActorPhrase? Chain(ActorReading text, int word, int limit, int depth)
    {
        ActorPhrase? found = null;
        var phrase = new ActorPhrase(word, word);
        int at = word;
        limit = Math.Min(limit, word + MaxWords);
        while (at < limit && (at == word || text.JoinedToNext(at - 1, limit)))
        {
            if (text.Longest(at, Sense.Name, limit) is { } name && !Longer(text, at, Sense.Head, name.End, limit))
            {
                phrase = phrase with { Alias = name.Value };
                found = phrase with { End = at = name.End };
            }
            else if (text.Longest(at, Sense.Head, limit) is { } head)
            {
                HeadWords words = text.Language.Heads[head.Value];
                phrase = phrase with { Head = words };
                found = phrase with { End = at = head.End };
            }
            else if (found is not null && text.Longest(at, Sense.Opener, limit) is { } opener)
            {
                found = phrase with { End = at = opener.End };
            }
            else if (text.Longest(at, Sense.Modifier, limit) is { } modifier)
            {
                phrase = phrase with { ModifierKind = phrase.ModifierKind ?? text.Language.Modifiers[modifier.Value].Kind };
                at = modifier.End;
            }
            else if (text.Longest(at, Sense.Demonym, limit) is { } demonym)
            {
                phrase = phrase with { Country = phrase.Country ?? text.Language.Countries[demonym.Value] };
                at = demonym.End;
            }
            else if (text.Longest(at, Sense.Country, limit) is { } country && !text.Follows(at, Sense.Preposition))
            {
                phrase = phrase with { Country = phrase.Country ?? text.Language.Countries[country.Value] };
                at = country.End;
            }
            else break;
        }
        return found is null || depth >= MaxDepth ? found : WithComplement(text, found.Value, limit, depth);
    }

    private static bool Longer(ActorReading text, int word, Sense sense, int end, int limit) =>
        text.Longest(word, sense, limit) is { } match && match.End > end;

    private static ActorPhrase WithComplement(ActorReading text, ActorPhrase phrase, int limit, int depth)
    {
        if (phrase.Head is null || !text.JoinedToNext(phrase.End - 1, limit)) return phrase;
        if (text.Longest(phrase.End, Sense.Link, limit) is not { } link || !text.JoinedToNext(link.End - 1, limit)) return phrase;
        if (ReadAt(text, link.End, limit, depth + 1) is { } inner)
            return Owned(phrase, inner);
        if (text.Longest(link.End, Sense.Country, limit) is { } country)
            return phrase with { End = country.End, Country = phrase.Country ?? text.Language.Countries[country.Value] };
        return phrase;
    }

    // "soldiers of the Malian army"; but the residents of a village are no part of it.
    private static ActorPhrase Owned(ActorPhrase phrase, ActorPhrase owner) =>
        owner is { Alias: null, Head.Kind: "civilians" or "protesters" or "rioters" or "unidentified" }
            ? phrase
            : phrase with
            {
                End = owner.End,
                Alias = phrase.Alias ?? owner.Alias,
                Country = phrase.Country ?? owner.Country,
                OwnerKind = owner.OwnerKind ?? owner.Head?.Kind,
            };

    // "members of X": only X is the actor.
    private static ActorPhrase? Complement(ActorReading text, int end, int limit, int depth)
    {
        if (depth >= MaxDepth || !text.JoinedToNext(end - 1, limit)) return null;
        if (text.Longest(end, Sense.Link, limit) is not { } link || !text.JoinedToNext(link.End - 1, limit)) return null;
        return ReadAt(text, link.End, limit, depth + 1);
    }

    private static bool AfterApostrophe(ActorReading text, int word) =>
        text.Words[word].Start is > 0 and var start && text.Text[start - 1] is '\'' or '’' && word > 0 && text.Words[word - 1].End == start - 1;
}
