using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Makes candidates of the chosen readings: points moved by distances, midpoints of roads, names that no source knows, the country told by a noun.</summary>
internal sealed class CandidateBuilder(Document document, PlaceTokens tokens, PlaceWords words, Demonyms demonyms, Gazetteer gazetteer)
{
    private readonly ToponymUses uses = new(document, tokens, words);

    public IReadOnlyList<PlaceCandidate> Build(IReadOnlyList<ToponymMention> mentions, ToponymResolver resolver, IReadOnlyList<NominalPlace> nominals)
    {
        var candidates = new List<PlaceCandidate>(mentions.Count);
        var lines = new PlaceLines(document, tokens, words);
        int end = 0;
        for (int m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            if (m + 1 < mentions.Count && lines.FirstToken(mention, mentions[m + 1]) is var line and >= 0 && tokens[line].Start >= end)
            {
                candidates.Add(Line(mention, mentions[++m], line));
                end = mentions[m].End;
                continue;
            }
            candidates.Add(Named(mention, resolver, end));
            end = mention.End;
        }
        foreach (var unknown in new UnknownToponyms(document, tokens, words, demonyms).Find(mentions)) candidates.Add(Unknown(unknown));
        foreach (var nominal in nominals) candidates.Add(Nominal(nominal));
        return WithoutOverlaps(candidates);
    }

    private PlaceCandidate Named(ToponymMention mention, ToponymResolver resolver, int from)
    {
        var offset = PlaceOffset.Before(tokens, words, mention.First, document.Text);
        int start = offset is { Km: not null } && tokens[offset.FirstToken].Start >= from ? tokens[offset.FirstToken].Start : mention.Start;
        var place = PlaceOf(mention.Chosen!.Entry, mention.Context.Announced, resolver.Reason(mention));
        var use = uses.Of(mention, place.Precision);
        if (offset is not null) place = Moved(place, offset);
        return Candidate(start, mention.End, place, [.. mention.Readings.Skip(1).Take(4).Select(r => PlaceOf(r.Entry, mention.Context.Announced, null))], use);
    }

    private PlaceCandidate Line(ToponymMention from, ToponymMention to, int first)
    {
        var ends = (From: PlaceOf(from.Chosen!.Entry, null, null), To: PlaceOf(to.Chosen!.Entry, null, null));
        int end = to.End, start = tokens[first].Start;
        return Candidate(start, end, PlaceLines.Midpoint(ends.From, ends.To, $"{ends.From.Name}–{ends.To.Name}"), [ends.From, ends.To], ToponymUse.Place);
    }

    private PlaceCandidate Unknown(UnknownToponyms.Unknown unknown)
    {
        var unit = PlaceOf(unknown.Unit.Chosen!.Entry, null, null);
        string reason = $"{unknown.Name} is in no source: stands at {unit.Name}, the smallest unit known";
        // A quarter or building is known by its town; a village near a town only within some distance of it.
        bool inTown = unit.Precision >= PlacePrecision.Settlement;
        var place = unit with
        {
            Precision = inTown && unknown.Announced == PlacePrecision.Site ? PlacePrecision.Site : inTown ? PlacePrecision.Admin2 : unit.Precision,
            RadiusKm = inTown ? unknown.Announced == PlacePrecision.Site ? 10 : 30 : unit.RadiusKm,
            Reason = reason,
        };
        return Candidate(unknown.Start, unknown.End, place, [], ToponymUse.Place);
    }

    private PlaceCandidate Nominal(NominalPlace nominal)
    {
        var place = PlaceOf(gazetteer.Entry(nominal.Entry), null, nominal.Reason);
        if (nominal.Offset is { } offset) place = Moved(place, offset);
        int start = tokens[nominal.Offset?.FirstToken ?? nominal.First].Start;
        return Candidate(start, tokens[nominal.Last].End, place, [], ToponymUse.Nominal);
    }

    private PlaceCandidate Candidate(int start, int end, Place place, IReadOnlyList<Place> others, ToponymUse use)
    {
        var span = new Span(start, end);
        return new PlaceCandidate(span, span.Of(document.Text), place, others) { Use = use };
    }

    /// <summary>In text order; of two that overlap the earlier in the list stands.</summary>
    private static List<PlaceCandidate> WithoutOverlaps(List<PlaceCandidate> candidates)
    {
        var ordered = candidates.Select((candidate, rank) => (candidate, rank)).OrderBy(c => c.candidate.Span.Start).ThenBy(c => c.rank).ToList();
        var kept = new List<(PlaceCandidate Candidate, int Rank)>(ordered.Count);
        foreach (var (candidate, rank) in ordered)
        {
            if (kept.Count > 0 && kept[^1].Candidate.Span.End > candidate.Span.Start)
            {
                if (kept[^1].Rank > rank) kept[^1] = (candidate, rank);
                continue;
            }
            kept.Add((candidate, rank));
        }
        return [.. kept.Select(k => k.Candidate)];
    }

    private Place PlaceOf(GazetteerEntry entry, PlacePrecision? announced, string? reason)
    {
        // "prison de Sednaya", "aéroport de Gao": a site, known by its town.
        var precision = announced == PlacePrecision.Site && entry.Kind == PlacePrecision.Settlement ? PlacePrecision.Site : entry.Kind;
        double radius = precision switch
        {
            PlacePrecision.Country => gazetteer.CountryRadius(entry.Country),
            PlacePrecision.Admin1 => 150,
            PlacePrecision.Admin2 => 40,
            PlacePrecision.Settlement => 5,
            _ => entry.Kind == PlacePrecision.Settlement ? 5 : 1,
        };
        string language = document.Language;
        return new Place(
            gazetteer.Name(entry.Index, language), gazetteer.DivisionName(entry.Division, language), gazetteer.CountryCode(entry.Country),
            Math.Round(entry.Latitude, 5), Math.Round(entry.Longitude, 5), precision, radius, gazetteer.Id(entry.Index), reason)
        {
            Pcode = gazetteer.Pcode(entry),
        };
    }

    /// <summary>The point that a distance and a direction from a settlement give, or a wider disc where one of them is missing; a part of a country.</summary>
    private static Place Moved(Place place, PlaceOffset offset)
    {
        if (place.Precision == PlacePrecision.Country) return offset is { Km: null, Bearing: { } side } ? PartOf(place, side) : place;
        if (place.Precision < PlacePrecision.Settlement) return place;
        if (offset.Km is { } km && offset.Bearing is { } bearing)
        {
            var (latitude, longitude) = GreatCircle.Move(place.Latitude!.Value, place.Longitude!.Value, km, bearing);
            return place with
            {
                Latitude = Math.Round(latitude, 5),
                Longitude = Math.Round(longitude, 5),
                RadiusKm = Math.Max(3, Math.Round(km / 4)),
                Precision = km > 60 ? PlacePrecision.Admin2 : PlacePrecision.Settlement,
                Reason = place.Reason + "; moved by the distance told",
            };
        }
        return place with
        {
            RadiusKm = Math.Max(offset.Km ?? 20, place.RadiusKm ?? 0),
            Reason = place.Reason + (offset.Km is null ? "; only the direction is told" : "; only the distance is told"),
        };
    }

    /// <summary>"Northern Syria": a region about two thirds of the way from the middle to the border, as large as a division.</summary>
    private static Place PartOf(Place country, double bearing)
    {
        if (country.RadiusKm is not { } radius || radius < 60) return country;
        var (latitude, longitude) = GreatCircle.Move(country.Latitude!.Value, country.Longitude!.Value, 0.7 * radius, bearing);
        return country with
        {
            Latitude = Math.Round(latitude, 5),
            Longitude = Math.Round(longitude, 5),
            Precision = PlacePrecision.Admin1,
            RadiusKm = Math.Max(50, Math.Round(radius / 2)),
            Reason = country.Reason + "; the part of it that is told",
        };
    }
}
