namespace Vigie.Events.Actors;

/// <summary>Noun phrases that begin with their noun: "les soldats maliens", "combattants présumés de l'EI", "قوات الأمن السورية".</summary>
internal static class HeadInitialGrammar
{
    private const int MaxDepth = 3;

    // No name is longer, and no passage of modifiers is to be read over and over.
    private const int MaxWords = 12;

    /// <summary>The longest actor phrase that begins at a word and ends by <paramref name="limit"/>, or null.</summary>
    public static ActorPhrase? ReadAt(ActorReading text, int word, int limit) => ReadAt(text, word, limit, 0);

    private static ActorPhrase? ReadAt(ActorReading text, int word, int limit, int depth)
    {
        if (!text.AnyAt(word)) return null;
        if (depth == 0) limit = Math.Min(limit, word + MaxWords);
        ActorPhrase? best = null;
        if (text.Longest(word, Sense.Name, limit) is { } name) best = new ActorPhrase(word, name.End) { Alias = name.Value };
        if (text.Longest(word, Sense.Head, limit) is { } head)
        {
            ActorPhrase phrase = Extend(text, new ActorPhrase(word, head.End) { Head = text.Language.Heads[head.Value] }, limit, depth);
            if (best is null || phrase.End > best.Value.End) best = phrase;
        }
        if (text.Longest(word, Sense.Opener, limit) is { } opener && !text.HasLonger(opener, limit))
            best = Complement(text, opener.End, limit, depth) ?? best;
        if (best is null && depth == 0) best = CountryPhrase.ReadAt(text, word, limit);
        return best;
    }

    // "membres de X": only X is the actor.
    private static ActorPhrase? Complement(ActorReading text, int end, int limit, int depth)
    {
        if (depth >= MaxDepth || !text.JoinedToNext(end - 1, limit)) return null;
        int after = AfterModifiers(text, end, limit);
        if (text.Longest(after, Sense.Link, limit) is { } link && text.JoinedToNext(link.End - 1, limit)) after = link.End;
        else if (text.Language.Code != "ar") return null;
        ActorPhrase? inner = ReadAt(text, after, limit, depth + 1);
        return inner;
    }

    private static int AfterModifiers(ActorReading text, int word, int limit)
    {
        while (text.Longest(word, Sense.Modifier, limit) is { } modifier && text.JoinedToNext(modifier.End - 1, limit)) word = modifier.End;
        return word;
    }

    private static ActorPhrase Extend(ActorReading text, ActorPhrase phrase, int limit, int depth)
    {
        while (text.JoinedToNext(phrase.End - 1, limit))
        {
            int next = phrase.End;
            if (text.Words[next].Proclitic > 0) break;
            if (text.Longest(next, Sense.Modifier, limit) is { } modifier)
            {
                phrase = phrase with { End = modifier.End, ModifierKind = phrase.ModifierKind ?? text.Language.Modifiers[modifier.Value].Kind };
                continue;
            }
            if (text.Longest(next, Sense.Demonym, limit) is { } demonym)
            {
                phrase = phrase with { End = demonym.End, Country = phrase.Country ?? text.Language.Countries[demonym.Value] };
                continue;
            }
            if (depth < MaxDepth && Attached(text, next, limit, depth) is { } inner)
                return phrase with
                {
                    End = inner.End,
                    Alias = phrase.Alias ?? inner.Alias,
                    Country = phrase.Country ?? inner.Country,
                    ModifierKind = phrase.ModifierKind ?? inner.ModifierKind,
                    OwnerKind = inner.OwnerKind ?? inner.Head?.Kind,
                };
            break;
        }
        return phrase;
    }

    // What may follow the noun: a name in apposition ("groupe Boko Haram"), in Arabic a noun in the construct state,
    // and after a link ("de l'") a name, a noun or a country.
    private static ActorPhrase? Attached(ActorReading text, int next, int limit, int depth)
    {
        if (text.Longest(next, Sense.Name, limit) is not null) return ReadAt(text, next, limit, depth + 1);
        if (text.Longest(next, Sense.Link, limit) is { } link)
        {
            if (!text.JoinedToNext(link.End - 1, limit)) return null;
            return Owner(text, link.End, limit, depth);
        }
        return text.Language.Code == "ar" ? Owner(text, next, limit, depth) : null;
    }

    // "soldats de l'armée", "troupes de Kiev"; but the civilians of a family are no part of it.
    private static ActorPhrase? Owner(ActorReading text, int word, int limit, int depth)
    {
        ActorPhrase? phrase = ReadAt(text, word, limit, depth + 1);
        if (phrase is { Alias: null, Head.Kind: "civilians" or "protesters" or "rioters" or "unidentified" }) return null;
        return phrase ?? Country(text, word, limit);
    }

    private static ActorPhrase? Country(ActorReading text, int word, int limit) =>
        (text.Longest(word, Sense.Country, limit) ?? text.Longest(word, Sense.Capital, limit)) is { } country
            ? new ActorPhrase(word, country.End) { Country = text.Language.Countries[country.Value] }
            : null;
}
