using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Events.Encoding;
using Vigie.Events.Names;
using Vigie.Events.Places;
using Vigie.Text;

namespace Vigie.Training.Names;

/// <summary>Texts to examples. The encoder's vectors are what takes long: they are kept in a file for every set, found again by encoder and texts.</summary>
public sealed class NameEncoder : IDisposable
{
    private readonly DocumentReader documents;
    private readonly Lazy<Encoder> encoder;
    private readonly NameVectors vectors;
    private readonly NameFeatures features;
    private readonly PlaceRecogniser places;
    private readonly ActorRecogniser actors;
    private readonly string cache;
    private readonly byte[] encoderHash;

    /// <param name="cache">Folder of the kept vectors.</param>
    /// <exception cref="KnowledgeException">A data or model file is missing or broken.</exception>
    public NameEncoder(DataFolder data, string cache, int threads)
    {
        documents = DocumentReader.Load(data);
        encoder = new Lazy<Encoder>(() => Encoder.Load(data, threads));
        vectors = NameVectors.Load(data);
        features = NameFeatures.Load(data);
        places = PlaceRecogniser.Load(data);
        actors = ActorRecogniser.Load(data);
        this.cache = cache;
        using FileStream graph = File.OpenRead(data.Model("reader", "encoder.onnx"));
        encoderHash = SHA256.HashData(graph);
    }

    public ActorRecogniser Actors => actors;

    /// <summary>Examples of all texts of one set, in order.</summary>
    public List<NameExample> Examples(string corpus, IReadOnlyList<NamedText> texts)
    {
        string path = Path.Combine(cache, $"{corpus}-{KeyOf(texts)}.f16");
        byte[]? kept = File.Exists(path) ? File.ReadAllBytes(path) : null;
        var examples = new List<NameExample>();
        int at = 0;
        foreach (NamedText text in texts)
        {
            Document document = documents.Read(new Article(corpus, "", text.Text, text.Language));
            PieceLayout layout = PieceLayout.Of(document);
            IReadOnlyList<NameToken> tokens = NameToken.Of(document, layout);
            Half[] inContext;
            if (kept is null) inContext = Halves(NameVectors.InContext(encoder.Value.Encode(document), tokens));
            else
            {
                int bytes = tokens.Count * NameVectors.Width * 2;
                if (at + bytes > kept.Length) throw new InvalidDataException($"{path} is cut short: delete it, and it is made anew");
                inContext = MemoryMarshal.Cast<byte, Half>(kept.AsSpan(at, bytes)).ToArray();
                at += bytes;
            }
            IReadOnlyList<PlaceCandidate> found = places.Find(document);
            IReadOnlyList<ActorCandidate> parties = actors.Find(document);
            // The document's text has its empty title line before it.
            NamedSpan[] names = [.. text.Names.Select(name => name with { Span = new Vigie.Text.Span(name.Span.Start + 1, name.Span.End + 1) })];
            examples.Add(new NameExample(
                corpus,
                tokens,
                names,
                inContext,
                Halves(vectors.OfWords(layout, tokens)),
                features.Of(document, tokens, found, parties),
                text.IsPartial ? PartialTags.Of(document.Text, tokens, names, found, parties) : NameExample.TagsOf(tokens, names)));
        }
        if (kept is null) Keep(path, examples);
        return examples;
    }

    public void Dispose()
    {
        if (encoder.IsValueCreated) encoder.Value.Dispose();
        vectors.Dispose();
        places.Dispose();
    }

    private static Half[] Halves(float[] values) => Array.ConvertAll(values, value => (Half)value);

    private static void Keep(string path, List<NameExample> examples)
    {
        using (FileStream file = File.Create(path + ".part"))
        {
            foreach (NameExample example in examples) file.Write(MemoryMarshal.AsBytes<Half>(example.InContext));
        }
        File.Move(path + ".part", path, overwrite: true);
    }

    private string KeyOf(IReadOnlyList<NamedText> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(encoderHash);
        foreach (NamedText text in texts) hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text.Text + "\0"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
