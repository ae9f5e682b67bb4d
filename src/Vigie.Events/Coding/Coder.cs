using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>The path of an article: read, split, encode, find candidates, propose mentions, link, assemble. Safe for use from many threads.</summary>
public sealed class Coder : IDisposable
{
    private readonly DocumentReader documents;
    private readonly Encoder encoder;
    private readonly CandidateFinder candidates;
    private readonly Reader reader;
    private readonly MentionFinder mentions;
    private readonly PartyLinker parties;
    private readonly EventAssembler assembler;
    private readonly Explainer explainer;

    private Coder(DocumentReader documents, Encoder encoder, CandidateFinder candidates, Reader reader, Thresholds thresholds, Calibration calibration, ConflictPack pack)
    {
        this.documents = documents;
        this.encoder = encoder;
        this.candidates = candidates;
        this.reader = reader;
        mentions = new MentionFinder(reader, thresholds);
        parties = new PartyLinker(reader, thresholds);
        assembler = new EventAssembler(pack, thresholds, calibration);
        explainer = new Explainer(pack, thresholds, calibration);
    }

    /// <param name="threads">Threads within the encoder; articles may also be coded side by side.</param>
    /// <param name="calibration">Instead of the model's own.</param>
    /// <param name="addedPlaces">Compiled countries that a user has added to the gazetteer.</param>
    /// <exception cref="KnowledgeException">A data or model file is missing or broken.</exception>
    public static Coder Load(DataFolder data, int threads = 1, Calibration? calibration = null, IReadOnlyList<string>? addedPlaces = null)
    {
        // Loaded side by side: the first record waits for the slowest, not for all.
        Task<DocumentReader> documents = Task.Run(() => DocumentReader.Load(data));
        Task<Encoder> encoder = Task.Run(() => Encoder.Load(data, threads));
        Task<CandidateFinder> candidates = Task.Run(() => CandidateFinder.Load(data, addedPlaces));
        ConflictPack pack = ConflictPack.Load(data);
        Reader reader = Reader.Load(data, pack);
        return new Coder(
            documents.GetAwaiter().GetResult(),
            encoder.GetAwaiter().GetResult(),
            candidates.GetAwaiter().GetResult(),
            reader,
            Thresholds.Load(data),
            calibration ?? Calibration.Load(data),
            pack);
    }

    /// <exception cref="Vigie.Text.Languages.UnsupportedLanguageException">The article is in no language that Vigie codes.</exception>
    public CodedArticle Code(Article article)
    {
        Document document = documents.Read(article);
        // What the rules find does not wait for the graph: a processor to spare reads the first article sooner.
        Task<Candidates> byRule = Task.Run(() => candidates.ByRule(document));
        EncodedDocument encoded = encoder.Encode(document);
        Candidates found = candidates.WithTagged(encoded, byRule.GetAwaiter().GetResult());
        IReadOnlyList<SentenceReading> sentences = reader.Sentences(encoded);
        var choices = new DocumentCandidates(reader, encoded, found);
        Draft[] drafts = [.. mentions.Find(sentences).Select(mention => Link(encoded, mention, choices))];
        IReadOnlyList<IReadOnlyList<Draft>> groups = SharedCounts.Settled(Retellings.Group(drafts));
        Event[] events = [.. groups.Select(group => assembler.Assemble(document, group))];
        return new CodedArticle(document, events, explainer.Explain(document, sentences, groups, events));
    }

    public void Dispose()
    {
        encoder.Dispose();
        candidates.Dispose();
    }

    private Draft Link(EncodedDocument document, Mention mention, DocumentCandidates found)
    {
        MentionQueries queries = reader.Queries(mention);
        return new Draft(
            mention,
            Linker.Passage(reader, document, mention, queries),
            reader.Attributes(document, mention),
            Linker.Choose(reader, mention, queries, found.Dates),
            Linker.Choose(reader, mention, queries, found.Places),
            [.. found.Counts.Select(counts => Linker.Choose(reader, mention, queries, counts))],
            parties.Roles(document, mention, queries, found.All.Parties),
            parties.Sources(document, mention, queries, found.All.Sources));
    }
}
