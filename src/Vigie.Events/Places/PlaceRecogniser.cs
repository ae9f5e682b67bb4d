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
        var resolver = new ToponymResolver(document, tokens, words, demonyms, gazetteer, focus);
        resolver.Resolve(mentions);
        return new CandidateBuilder(document, tokens, words, gazetteer).Build(mentions, resolver, focus);
    }
}
