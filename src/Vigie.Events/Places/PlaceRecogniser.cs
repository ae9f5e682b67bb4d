using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Events.Places;

/// <summary>
/// Finds the places that a document names and says which on the map each one is. Safe for many threads until it is disposed, which
/// lets the gazetteer's file go.
/// </summary>
public sealed class PlaceRecogniser : IDisposable
{
    private readonly Gazetteer gazetteer;
    private readonly Dictionary<string, Lazy<(PlaceWords Words, Demonyms Demonyms)>> languages;

    private PlaceRecogniser(Gazetteer gazetteer, Dictionary<string, Lazy<(PlaceWords Words, Demonyms Demonyms)>> languages) =>
        (this.gazetteer, this.languages) = (gazetteer, languages);

    /// <summary>Opens <c>data/gazetteer/places.gaz</c>; a language's <c>places.yaml</c> and <c>demonyms.yaml</c> are read with its first document.</summary>
    /// <exception cref="KnowledgeException">The gazetteer is missing or damaged; says what was expected.</exception>
    public static PlaceRecogniser Load(DataFolder data) => new(
        Gazetteer.Open(data.Data("gazetteer", "places.gaz")),
        LanguageGuesser.Coded.ToDictionary(
            language => language,
            language => new Lazy<(PlaceWords, Demonyms)>(() => (PlaceWords.Load(data, language), Demonyms.Load(data, language))),
            StringComparer.Ordinal));

    public void Dispose() => gazetteer.Dispose();

    /// <summary>
    /// The places named in the document, in text order, without overlaps, none in page furniture. Each has at most four runners-up. A text
    /// in a language that is not coded is read as English.
    /// </summary>
    /// <exception cref="KnowledgeException">A file of the document's language is missing or wrong.</exception>
    public IReadOnlyList<PlaceCandidate> Find(Document document)
    {
        var (words, demonyms) = languages.GetValueOrDefault(document.Language, languages["en"]).Value;
        var tokens = new PlaceTokens(document);
        var finder = new ToponymFinder(document, tokens, gazetteer, words);
        var mentions = finder.Find();
        var focus = new CountryFocus(mentions, tokens, demonyms, gazetteer);
        var gate = new ToponymGate(tokens, words, focus, demonyms);
        mentions.RemoveAll(m => !gate.Admits(m));
        List<string> countries = [.. focus.Top(3).Select(gazetteer.CountryCode)];
        foreach (var mention in mentions) finder.AddSpellings(mention, countries);
        var rough = finder.FindRough(mentions, countries);
        rough.RemoveAll(m => !gate.Admits(m));
        mentions = [.. mentions.Concat(rough).OrderBy(m => m.Start)];
        var resolver = new ToponymResolver(document, gazetteer, focus);
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
            PlacePrecision.Country => gazetteer.CountryRadius(entry.Country),
            PlacePrecision.Admin1 => 150,
            PlacePrecision.Admin2 => 40,
            PlacePrecision.Settlement => 5,
            _ => entry.Kind == PlacePrecision.Settlement ? 5 : 1,
        };
        return new Place(
            gazetteer.Name(entry.Index, language), gazetteer.DivisionName(entry.Division, language), gazetteer.CountryCode(entry.Country),
            Math.Round(entry.Latitude, 5), Math.Round(entry.Longitude, 5), precision, radius, gazetteer.Id(entry.Index), reason);
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
}
