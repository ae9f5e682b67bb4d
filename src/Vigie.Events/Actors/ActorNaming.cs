using Vigie.Text;

namespace Vigie.Events.Actors;

/// <summary>Gives a phrase its register entry and its kind, by the words in it and the countries of the report.</summary>
internal sealed class ActorNaming(ActorRegister register)
{
    /// <summary>The candidate that a phrase makes, or null where none of its readings holds in this report.</summary>
    public ActorCandidate? Candidate(Document document, ActorReading text, ActorPhrase phrase)
    {
        ActorEntry? entry = phrase.Alias is { } alias ? Bearer(text.Language.Aliases[alias], document, text) : null;
        if (phrase.Alias is not null && entry is null && phrase.Head is null) return null;
        Span span = SpanOf(text, phrase);
        string words = span.Of(text.Text);
        if (entry is not null)
        {
            // Those held or killed by a group are not the group.
            if (phrase.Head?.Kind is "civilians" or "protesters" or "rioters") return new ActorCandidate(span, words, null, null, phrase.Head.Kind);
            return new ActorCandidate(span, words, entry.Id, entry.Name, KindOf(entry, text.Countries));
        }
        if (phrase.Head is { } head) return Described(span, words, head, phrase, text.Countries);
        if (phrase.Country is null) return null;
        if (phrase.Standing == Standing.People) return new ActorCandidate(span, words, null, null, "civilians");
        ActorEntry? state = register.InstitutionOf("state", phrase.Country);
        return new ActorCandidate(span, words, state?.Id, state?.Name, Abroad(phrase.Country, "state", text.Countries) ? "external" : "state");
    }

    private ActorCandidate Described(Span span, string words, HeadWords head, ActorPhrase phrase, CountryTally countries)
    {
        string? kind = phrase.OwnerKind ?? (head.Kind is null or "unidentified" ? phrase.ModifierKind ?? head.Kind : head.Kind);
        string? country = phrase.Country;
        if (country is null && head is { Alone: true, Institution: { } institution })
            country = countries.Only(c => register.InstitutionOf(institution, c) is not null);
        ActorEntry? entry = head.Institution is not null && country is not null ? register.InstitutionOf(head.Institution, country) : null;
        if (kind == "state" && country is not null && Abroad(country, head.Institution, countries)) kind = "external";
        return new ActorCandidate(span, words, entry?.Id, entry?.Name, kind);
    }

    // Of several bearers: those whose needs the report meets, then those of its language, its year, its countries, then the first.
    private static ActorEntry? Bearer(List<AliasBearer> bearers, Document document, ActorReading text)
    {
        ActorEntry? best = null;
        int bestRank = -1;
        foreach (AliasBearer bearer in bearers)
        {
            if (!text.Holds(bearer)) continue;
            bool needed = bearer.Needs.Length > 0;
            int mentions = bearer.Entry.Country is { } country ? Math.Min(text.Countries.Mentions(country), 999) : 0;
            int rank = (needed ? 8000 : 0) + (bearer.Own ? 4000 : 0) + (Alive(bearer.Entry, document) ? 2000 : 0) + mentions;
            if (rank > bestRank) (best, bestRank) = (bearer.Entry, rank);
        }
        return best;
    }

    // A year's grace on both sides; a report without a date excludes nobody.
    private static bool Alive(ActorEntry entry, Document document) =>
        document.Published is not { } day || ((entry.From is null || entry.From <= day.Year + 1) && (entry.To is null || entry.To >= day.Year - 1));

    private static string KindOf(ActorEntry entry, CountryTally countries) =>
        entry is { Kind: "state", Country: { } country } && Abroad(country, entry.Institution, countries) ? "external" : entry.Kind;

    // A state acts abroad where the report's places lie mostly in another country; its police only where none lies in its own.
    private static bool Abroad(string country, string? institution, CountryTally countries)
    {
        if (countries.Home is not { } home || home == country) return false;
        return institution is "police" or "gendarmerie" or "security-forces" or "interior-ministry" or "justice" or "presidential-guard" or "border-guards" or "national-guard"
            ? countries.Places(country) == 0
            : countries.Places(country) < countries.Places(home);
    }

    private static Span SpanOf(ActorReading text, ActorPhrase phrase)
    {
        int start = text.Words[phrase.First].NameStart;
        int end = text.Words[phrase.End - 1].End;
        if (phrase.Head is not null && phrase.First > 0)
        {
            Word before = text.Words[phrase.First - 1];
            string article = text.Text[before.Start..before.End];
            if (before.End == start - 1 && text.Text[before.End] is '\'' or '’' && text.Language.Articles.Contains(article)) start = before.Start;
        }
        return new Span(start, end);
    }
}
