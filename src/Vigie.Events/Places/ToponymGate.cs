namespace Vigie.Events.Places;

/// <summary>
/// Tells places from ordinary words and people. What a name must bring grows as its surroundings say less: a noun ("ville de") admits any
/// place, a preposition a place of the report's countries or a fair town, nothing at all only a well-known one. Arabic has no capitals, and
/// asks more.
/// </summary>
internal sealed class ToponymGate(PlaceTokens tokens, PlaceWords words, CountryFocus focus, Demonyms demonyms)
{
    // Importance: 35 is a small town that several sources name, 60 a district's seat, 85 a big city.
    private const int Town = 38, Seat = 60, City = 85;

    public bool Admits(ToponymMention mention)
    {
        var context = mention.Context;
        int home = HomeImportance(mention), all = mention.Importance;
        bool single = mention.First == mention.Last;
        if (mention.Readings[0].Entry.Kind == PlacePrecision.Country) return !context.Person || tokens[mention.First].Arabic || !single;
        if (context.Person) return false;
        if (single && context.Announced is null && demonyms.Country(tokens.Folded(mention.First)) is not null) return false;
        if (tokens[mention.First].Arabic) return AdmitsArabic(mention, context, home, all, single);
        if (single && tokens[mention.First].Length < 3 && all < City) return false;
        bool common = single && words.CommonWords.Contains(tokens.Folded(mention.First));
        if (context.Announced is not null) return !common || all >= Town || home >= 0;
        if (common && (context.CapitalMeansLittle || !context.Preposition)) return all >= City;
        if (mention.Readings[0].Match != ReadingMatch.Exact) return context.Preposition || home >= (context.CapitalMeansLittle ? 45 : 20);
        if (context.CapitalMeansLittle) return home >= 5 || all >= Seat || (!single && all >= Town);
        if (context.Preposition) return home >= 0 || all >= Town;
        return home >= 5 || all >= Seat;
    }

    /// <summary>Whether a name that is a person's elsewhere in the report may be his here too.</summary>
    public bool MayBePerson(ToponymMention mention) =>
        !tokens[mention.First].Arabic && mention.First == mention.Last && mention.Context.Announced is null && mention.Importance < City;

    private bool AdmitsArabic(ToponymMention mention, ToponymContext context, int home, int all, bool single)
    {
        if (mention.Readings[0].Match == ReadingMatch.Skeleton) return true;
        string word = tokens.Folded(mention.First);
        if (single && IsCommon(word)) return context.Announced is not null ? home >= 0 : context.Preposition && home >= Seat;
        bool brief = single && word.Length <= 3;
        // "فريانة" is a town and no "then Riyana": what would be cut off must give a place of the report's countries, or a city.
        if (mention.Prefix.Length > 0 && single && words.CommonWords.Contains(word) && context.Announced is null) return false;
        if (mention.Prefix.Length > 0 && home < (mention.Prefix is "ب" or "ل" or "و" ? 0 : Town)) return all >= City;
        if (context.Announced is not null) return home >= 0 || all >= Town;
        if (context.Preposition) return home >= (brief ? Town : single ? 12 : 0) || all >= (brief ? City : single ? Seat : 45);
        return home >= (brief ? Seat : single ? Town : 15) || all >= City;
    }

    // An ordinary word is one also behind "and", "in" or "to" written onto it.
    private bool IsCommon(string word) =>
        words.CommonWords.Contains(word) || (word.Length > 3 && word[0] is 'و' or 'ب' or 'ل' or 'ف' or 'ك' && words.CommonWords.Contains(word[1..]));

    /// <summary>The greatest importance among readings in a country that the report speaks of; -1 where there is none.</summary>
    private int HomeImportance(ToponymMention mention)
    {
        int most = -1;
        foreach (var reading in mention.Readings)
            if (focus.Of(reading.Entry.Country, mention) >= 0.15) most = Math.Max(most, reading.Importance);
        return most;
    }
}
