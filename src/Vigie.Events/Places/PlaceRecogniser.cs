using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Finds the places that a document names and says which on the map each one is. Immutable; safe for many threads.</summary>
public sealed class PlaceRecogniser
{
    private static readonly string[] Languages = ["fr", "en", "ar"];

    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<string, PlaceWords> _words;
    private readonly Demonyms _demonyms;

    private PlaceRecogniser(Gazetteer gazetteer, Dictionary<string, PlaceWords> words, Demonyms demonyms) =>
        (_gazetteer, _words, _demonyms) = (gazetteer, words, demonyms);

    /// <summary>Opens <c>data/gazetteer/places.gaz</c> and reads <c>data/languages/*/places.yaml</c>.</summary>
    /// <exception cref="KnowledgeException">A file is missing or damaged; says which and what was expected.</exception>
    public static PlaceRecogniser Load(DataFolder data)
    {
        var words = Languages.ToDictionary(l => l, l => PlaceWords.Load(data, l), StringComparer.Ordinal);
        return new PlaceRecogniser(Gazetteer.Open(data.Data("gazetteer", "places.gaz")), words, Demonyms.Load(data));
    }

    /// <summary>The places named in the document, in text order, without overlaps. Each has at most four runners-up.</summary>
    public IReadOnlyList<PlaceCandidate> Find(Document document)
    {
        var words = _words.GetValueOrDefault(document.Language, _words["en"]);
        var tokens = new PlaceTokens(document.Text);
        var finder = new ToponymFinder(document, tokens, _gazetteer, words);
        var mentions = finder.Find();
        var focus = new CountryFocus(mentions, tokens, _demonyms, _gazetteer);
        var gate = new ToponymGate(tokens, words, focus, _demonyms);
        mentions.RemoveAll(m => !gate.Admits(m));
        List<string> countries = [.. focus.Top(3).Select(_gazetteer.CountryCode)];
        foreach (var mention in mentions) finder.AddSpellings(mention, countries);
        var rough = finder.FindRough(mentions, countries);
        rough.RemoveAll(m => !gate.Admits(m));
        mentions = [.. mentions.Concat(rough).OrderBy(m => m.Start)];
        var resolver = new ToponymResolver(document, _gazetteer, focus);
        resolver.Resolve(mentions);
        var candidates = new List<PlaceCandidate>(mentions.Count);
        int end = 0;
        foreach (var mention in mentions)
        {
            var offset = PlaceOffset.Before(tokens, words, mention.First, document.Text);
            int start = offset is { Km: not null } && tokens[offset.FirstToken].Start >= end ? tokens[offset.FirstToken].Start : mention.Start;
            var span = new Span(start, mention.End);
            end = mention.End;
            string reason = resolver.Reason(mention);
            var place = PlaceOf(mention, mention.Chosen!, document.Language, reason);
            if (offset is not null) place = Moved(place, offset);
            var others = mention.Readings.Skip(1).Take(4).Select(r => PlaceOf(mention, r, document.Language, null)).ToList();
            candidates.Add(new PlaceCandidate(span, span.Of(document.Text), place, others));
        }
        return candidates;
    }

    private Place PlaceOf(ToponymMention mention, ToponymReading reading, string language, string? reason)
    {
        var entry = reading.Entry;
        // "prison de Sednaya", "aéroport de Gao": a site, known by its town.
        var precision = mention.Context.Announced == PlacePrecision.Site && entry.Kind == PlacePrecision.Settlement ? PlacePrecision.Site : entry.Kind;
        double radius = precision switch
        {
            PlacePrecision.Country => _gazetteer.CountryRadius(entry.Country),
            PlacePrecision.Admin1 => 150,
            PlacePrecision.Admin2 => 40,
            PlacePrecision.Settlement => 5,
            _ => entry.Kind == PlacePrecision.Settlement ? 5 : 1,
        };
        return new Place(
            _gazetteer.Name(entry.Index, language), _gazetteer.DivisionName(entry.Division, language), _gazetteer.CountryCode(entry.Country),
            Math.Round(entry.Latitude, 5), Math.Round(entry.Longitude, 5), precision, radius, _gazetteer.Id(entry.Index), reason);
    }

    /// <summary>The point that a distance and a direction from a settlement give, or a wider disc where one of them is missing.</summary>
    private static Place Moved(Place place, PlaceOffset offset)
    {
        if (place.Precision < PlacePrecision.Settlement) return place;
        if (offset.Km is { } km && offset.Bearing is { } bearing)
        {
            var (latitude, longitude) = GreatCircle.Move(place.Latitude!.Value, place.Longitude!.Value, km, bearing);
            return place with
            {
                Latitude = Math.Round(latitude, 5), Longitude = Math.Round(longitude, 5), RadiusKm = Math.Max(3, Math.Round(km / 4)),
                Precision = km > 60 ? PlacePrecision.Admin2 : PlacePrecision.Settlement, Reason = place.Reason + "; moved by the distance told",
            };
        }
        return place with
        {
            RadiusKm = Math.Max(offset.Km ?? 20, place.RadiusKm ?? 0), Reason = place.Reason + (offset.Km is null ? "; only the direction is told" : "; only the distance is told"),
        };
    }
}
