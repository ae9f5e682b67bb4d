using System.Numerics.Tensors;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Names;

/// <summary>
/// Finds the persons, places and organisations that a text names: a small network over the encoder's vectors and what gazetteer and register know.
/// Safe for use from many threads.
/// </summary>
public sealed class NameTagger : IDisposable
{
    private readonly NameHead head;
    private readonly NameFeatures features;
    private readonly NameVectors vectors;

    public NameTagger(NameHead head, NameFeatures features, NameVectors vectors) => (this.head, this.features, this.vectors) = (head, features, vectors);

    /// <exception cref="KnowledgeException">A data or model file is missing or broken.</exception>
    public static NameTagger Load(DataFolder data)
    {
        NameHead head = NameHead.Load(data);
        return new NameTagger(head, NameFeatures.Load(data), NameVectors.Load(data));
    }

    /// <summary>The names, in text order and without overlaps, each of whole words of one sentence; none in page furniture.</summary>
    /// <param name="places">What <see cref="Places.PlaceRecogniser"/> offers for the document.</param>
    /// <param name="actors">What <see cref="Actors.ActorRecogniser"/> offers for the document.</param>
    public IReadOnlyList<NameCandidate> Find(EncodedDocument encoded, IReadOnlyList<PlaceCandidate> places, IReadOnlyList<ActorCandidate> actors)
    {
        Document document = encoded.Document;
        IReadOnlyList<NameToken> tokens = NameToken.Of(document, encoded.Layout);
        float[] inContext = NameVectors.InContext(encoded, tokens), ofWords = vectors.OfWords(encoded.Layout, tokens);
        float[] known = features.Of(document, tokens, places, actors);
        var found = new List<NameCandidate>();
        for (int from = 0, to; from < tokens.Count; from = to)
        {
            for (to = from + 1; to < tokens.Count && tokens[to].Sentence == tokens[from].Sentence;) to++;
            float[] logits = head.Logits(Rows(inContext, NameVectors.Width, from, to), Rows(ofWords, NameVectors.Width, from, to), Rows(known, NameFeatures.Width, from, to));
            Add(found, document.Text, tokens, from, logits);
        }
        return found;
    }

    public void Dispose() => vectors.Dispose();

    private static ReadOnlySpan<float> Rows(float[] matrix, int width, int from, int to) => matrix.AsSpan(from * width, (to - from) * width);

    private static void Add(List<NameCandidate> found, string text, IReadOnlyList<NameToken> tokens, int from, float[] logits)
    {
        int[] tags = NameTags.Best(logits);
        Span<float> likely = stackalloc float[NameTags.Count];
        for (int i = 0, end; i < tags.Length; i = end)
        {
            end = i + 1;
            if (tags[i] == NameTags.Outside) continue;
            while (end < tags.Length && NameTags.IsInside(tags[end])) end++;
            double sum = 0;
            for (int j = i; j < end; j++)
            {
                TensorPrimitives.SoftMax(logits.AsSpan(j * NameTags.Count, NameTags.Count), likely);
                sum += Math.Log(Math.Max(likely[tags[j]], 1e-9));
            }
            var span = new Vigie.Text.Span(tokens[from + i].Span.Start, tokens[from + end - 1].Span.End);
            found.Add(new NameCandidate(span, span.Of(text), NameTags.KindOf(tags[i]), Math.Exp(sum / (end - i))));
        }
    }
}
