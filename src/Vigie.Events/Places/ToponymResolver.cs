using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Chooses what each name means here: by how well known each place is, the countries in focus, what the words beside it announce, the
/// division or country named next to it, and the other places of the report.</summary>
internal sealed class ToponymResolver(Document document, PlaceTokens tokens, PlaceWords words, Demonyms demonyms, Gazetteer gazetteer, CountryFocus focus)
{
    private const double NearKm = 80;

    public void Resolve(IReadOnlyList<ToponymMention> mentions)
    {
        foreach (var mention in mentions)
        {
            string? people = People(mention);
            foreach (var reading in mention.Readings)
                reading.Score = Base(mention, reading) + (people == gazetteer.CountryCode(reading.Entry.Country) ? 5 : 0);
        }
        foreach (var mention in mentions) PreferTowns(mention);
        Choose(mentions);
        var divisions = new DivisionFocus(mentions);
        for (int m = 0; m < mentions.Count; m++) AddNeighbours(mentions, m, divisions);
        foreach (var mention in mentions) PreferTowns(mention);
        Choose(mentions);
    }

    private double Base(ToponymMention mention, ToponymReading reading)
    {
        var entry = reading.Entry;
        double score = reading.Importance / 12.0;
        double share = focus.Of(entry.Country, mention);
        // A hamlet of the report's country is no match for a city next door.
        score += 6 * Math.Pow(share, 1.5) * Math.Min(1, 0.75 + (reading.Importance / 100.0));
        if (!reading.IsMain && mention.Readings.Exists(r => r.IsMain && r.Entry.Country == entry.Country)) score -= 2.5;
        if (share >= 0.5) reading.Decided = "report";
        score += entry.Kind switch
        {
            PlacePrecision.Country => 3,
            PlacePrecision.Settlement => 0.6,
            PlacePrecision.Admin2 => -2,
            PlacePrecision.Site => -0.8,
            _ => -0.4,
        };
        if (mention.Context.Announced is { } announced)
        {
            if (announced == entry.Kind || (announced is PlacePrecision.Admin1 or PlacePrecision.Admin2 && entry.Kind is PlacePrecision.Admin1 or PlacePrecision.Admin2))
            {
                score += entry.Kind == PlacePrecision.Admin2 ? 4 : 2.5;
                if (share < 0.5) reading.Decided = "announced";
            }
            else if (announced is PlacePrecision.Site && entry.Kind is PlacePrecision.Settlement) score += 0.5;
            else score -= 1;
        }
        return score - reading.Match switch { ReadingMatch.Exact => 0, ReadingMatch.Loose => 1.5, _ => 2 };
    }

    private static void Choose(IReadOnlyList<ToponymMention> mentions)
    {
        foreach (var mention in mentions)
        {
            mention.Readings.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Entry.Index.CompareTo(b.Entry.Index));
            mention.Chosen = mention.Readings[0];
        }
    }

    /// <summary>A district bears its chief town's name: where no noun says "district", the town is meant.</summary>
    private static void PreferTowns(ToponymMention mention)
    {
        if (mention.Context.Announced is PlacePrecision.Admin2 or PlacePrecision.Admin1) return;
        foreach (var district in mention.Readings.Where(r => r.Entry.Kind == PlacePrecision.Admin2))
        {
            var town = mention.Readings.Where(r => r.Entry.Kind == PlacePrecision.Settlement && (r.IsMain || r.Importance >= 30) && r.Entry.Country == district.Entry.Country
                && GreatCircle.Km(r.Entry.Latitude, r.Entry.Longitude, district.Entry.Latitude, district.Entry.Longitude) < 150).MaxBy(r => r.Score);
            if (town is null || town.Score > district.Score) continue;
            town.Score = district.Score + 0.01;
            town.Decided ??= district.Decided;
        }
    }

    private void AddNeighbours(IReadOnlyList<ToponymMention> mentions, int at, DivisionFocus divisions)
    {
        var mention = mentions[at];
        if (mention.Readings.Count == 1) return;
        var container = Container(mentions, at);
        int from = Math.Max(0, at - 12), to = Math.Min(mentions.Count - 1, at + 12);
        // Reckon all additions from one state of choices: the order of mentions must not matter.
        var nearby = new List<GazetteerEntry>();
        for (int k = from; k <= to; k++)
            if (k != at && mentions[k].Chosen!.Entry is { Kind: PlacePrecision.Settlement or PlacePrecision.Site or PlacePrecision.Admin2 } entry)
                nearby.Add(entry);
        foreach (var reading in mention.Readings.Take(60))
        {
            var entry = reading.Entry;
            if (container is { } outer && entry.Index != outer.Index && Holds(outer, entry))
            {
                reading.Score += document.Text.AsSpan(mention.End).StartsWith(" (", StringComparison.Ordinal) ? 9 : 5;
                reading.Decided = "container";
            }
            else if (entry.Kind < PlacePrecision.Admin1) continue;
            if (entry.Kind > PlacePrecision.Admin1) reading.Score += 2 * divisions.Of(entry.Division, mention);
            double least = double.MaxValue;
            foreach (var other in nearby)
                if (other.Index != entry.Index) least = Math.Min(least, GreatCircle.Km(entry.Latitude, entry.Longitude, other.Latitude, other.Longitude));
            // A quarter or a street is one of the towns named.
            double near = mention.Context.Announced == PlacePrecision.Site && reading.Importance < 60 ? 4 * Math.Exp(-least / 40) : 1.5 * Math.Exp(-least / NearKm);
            reading.Score += near;
            if (near > 0.7 && reading.Decided != "container" && focus.Of(entry.Country, mention) < 0.5) reading.Decided = "near";
        }
    }

    /// <summary>The country whose people or things are named beside the name: "the Syrian town of Atma", "العقبة الأردنية".</summary>
    private string? People(ToponymMention mention)
    {
        if (mention.Last + 1 < tokens.Count && tokens[mention.Last + 1].Joined && demonyms.Country(tokens.Folded(mention.Last + 1)) is { } behind) return behind;
        int i = mention.First;
        for (int steps = 0; steps < 4 && i > 0 && tokens[i].Joined; steps++)
        {
            string word = tokens.Folded(--i);
            if (demonyms.Country(word) is { } before) return before;
            if (!words.Connectors.Contains(word) && !words.Before.ContainsKey(word)) return null;
        }
        return null;
    }

    /// <summary>The division or country named right behind a name: "X, dans la province de Y", "X (Y)", "X, Y".</summary>
    private GazetteerEntry? Container(IReadOnlyList<ToponymMention> mentions, int at)
    {
        for (int k = at + 1; k < mentions.Count && k <= at + 2; k++)
        {
            if (mentions[k].Start - mentions[at].End > 45 || document.Text.AsSpan(mentions[at].End, mentions[k].Start - mentions[at].End).ContainsAny('.', '\n', ';')) return null;
            var chosen = mentions[k].Chosen!.Entry;
            if (chosen.Kind is PlacePrecision.Admin1 or PlacePrecision.Country or PlacePrecision.Admin2) return chosen;
            // "X (Alep)": the town's name is its province's too.
            foreach (var reading in mentions[k].Readings.Take(8))
                if (reading.Entry.Kind == PlacePrecision.Admin1 && reading.Entry.Country == chosen.Country) return reading.Entry;
        }
        return null;
    }

    private static bool Holds(GazetteerEntry outer, GazetteerEntry inner) => outer.Kind switch
    {
        PlacePrecision.Country => inner.Country == outer.Country,
        PlacePrecision.Admin1 => inner.Country == outer.Country && (inner.Division == outer.Division || GreatCircle.Km(inner.Latitude, inner.Longitude, outer.Latitude, outer.Longitude) < 100),
        PlacePrecision.Admin2 => inner.Country == outer.Country && GreatCircle.Km(inner.Latitude, inner.Longitude, outer.Latitude, outer.Longitude) < 60,
        _ => false,
    };

    /// <summary>Why the chosen reading won, in a few words.</summary>
    public string Reason(ToponymMention mention)
    {
        var chosen = mention.Chosen!;
        string country = gazetteer.CountryName(chosen.Entry.Country, "en");
        string spelling = chosen.Match switch { ReadingMatch.Loose => ", by another spelling", ReadingMatch.Skeleton => ", by its consonants", _ => "" };
        if (mention.Readings.Count == 1) return "only reading" + spelling;
        int rivals = mention.Readings.Count(r => r.Entry.Country == chosen.Entry.Country);
        return chosen.Decided switch
        {
            "container" => "lies in the division or country named beside it" + spelling,
            "report" when rivals == 1 => $"only reading in {country}, the report's country" + spelling,
            "report" => $"best known of {rivals} in {country}, the report's country" + spelling,
            "announced" => $"announced as {mention.Context.AnnouncedWord}" + spelling,
            "near" => "near the report's other places" + spelling,
            _ => $"best known of {mention.Readings.Count} places of that name" + spelling,
        };
    }
}
