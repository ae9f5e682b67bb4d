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
    private readonly Dictionary<string, Lazy<PlaceLanguage>> languages;

    private PlaceRecogniser(Gazetteer gazetteer, Dictionary<string, Lazy<PlaceLanguage>> languages) =>
        (this.gazetteer, this.languages) = (gazetteer, languages);

    /// <summary>Opens <c>data/gazetteer/places.gaz</c>; a language's <c>places.yaml</c> and <c>demonyms.yaml</c> are read with its first document.</summary>
    /// <param name="added">Countries that a user has added beside it, compiled; none where null.</param>
    /// <exception cref="KnowledgeException">A gazetteer is missing or damaged; says what was expected.</exception>
    public static PlaceRecogniser Load(DataFolder data, IReadOnlyList<string>? added = null) => new(
        Gazetteer.Open(data.Data("gazetteer", "places.gaz"), added ?? []),
        LanguageGuesser.Coded.ToDictionary(
            language => language,
            language => new Lazy<PlaceLanguage>(() => new PlaceLanguage(PlaceWords.Load(data, language), Demonyms.Load(data, language), Capitals.Load(data, language))),
            StringComparer.Ordinal));

    public void Dispose() => gazetteer.Dispose();

    /// <summary>
    /// The places named in the document, in text order, without overlaps, none in page furniture. Each has at most four runners-up. A text
    /// in a language that is not coded is read as English.
    /// </summary>
    /// <exception cref="KnowledgeException">A file of the document's language is missing or wrong.</exception>
    public IReadOnlyList<PlaceCandidate> Find(Document document)
    {
        var (words, demonyms, capitals) = languages.GetValueOrDefault(document.Language, languages["en"]).Value;
        var tokens = new PlaceTokens(document);
        var finder = new ToponymFinder(document, tokens, gazetteer, words, demonyms);
        var mentions = finder.Find();
        var focus = new CountryFocus(mentions, tokens, demonyms, gazetteer);
        var gate = new ToponymGate(tokens, words, focus, demonyms);
        // "Henry" is the man arrested wherever his first name is left out.
        var persons = mentions.GroupBy(m => m.Key, StringComparer.Ordinal).Where(g => g.Count(m => m.Context.Person) * 2 >= g.Count()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        mentions.RemoveAll(m => !gate.Admits(m) || (persons.Contains(m.Key) && gate.MayBePerson(m)));
        List<string> countries = [.. focus.Top(3).Select(gazetteer.CountryCode)];
        foreach (var mention in mentions) finder.AddSpellings(mention, countries);
        var rough = finder.FindRough(mentions, countries);
        rough.RemoveAll(m => !gate.Admits(m));
        mentions = [.. mentions.Concat(rough).OrderBy(m => m.Start)];
        var resolver = new ToponymResolver(document, tokens, words, demonyms, gazetteer, focus);
        resolver.Resolve(mentions);
        var plausibility = new Plausibility(mentions, focus);
        mentions.RemoveAll(m => !plausibility.Holds(m));
        var nominals = new NominalPlaces(document, tokens, words, demonyms, capitals, gazetteer);
        return new CandidateBuilder(document, tokens, words, demonyms, gazetteer).Build(mentions, resolver, nominals.Find(mentions, focus));
    }

    /// <summary>What one language knows of places.</summary>
    private sealed record PlaceLanguage(PlaceWords Words, Demonyms Demonyms, Capitals Capitals);
}
