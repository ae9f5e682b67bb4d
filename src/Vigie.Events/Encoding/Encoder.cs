using Microsoft.ML.OnnxRuntime;
using Vigie.Text;
using Vigie.Text.Pieces;

namespace Vigie.Events.Encoding;

/// <summary>Runs the trained graph over a document, in overlapping windows where it is long.</summary>
public sealed class Encoder : IDisposable
{
    /// <summary>Pieces that two neighbouring windows share: each is taken from the window where more stands around it.</summary>
    public const int Overlap = 128;

    /// <summary>A title is repeated before every later window, as far as this: what is told below is told under it.</summary>
    public const int LongestTitle = 64;

    private static readonly string[] Outputs = ["vectors", "scores"];
    private static readonly string[] Inputs = ["embedded"];

    private readonly WordEmbeddings embeddings;
    private readonly InferenceSession session;
    private readonly RunOptions run = new();

    private Encoder(WordEmbeddings embeddings, InferenceSession session)
    {
        this.embeddings = embeddings;
        this.session = session;
    }

    /// <param name="threads">Threads within one product; documents may also be encoded side by side.</param>
    /// <exception cref="KnowledgeException">The graph is missing or no ONNX model.</exception>
    public static Encoder Load(DataFolder data, int threads = 1)
    {
        string path = data.Model("reader", "encoder.onnx");
        if (!File.Exists(path)) throw new KnowledgeException(path, null, "the trained encoder is missing");
        WordEmbeddings embeddings = WordEmbeddings.Load(data);
        try
        {
            using SessionOptions options = Options(threads);
            return new Encoder(embeddings, new InferenceSession(path, options));
        }
        catch (OnnxRuntimeException e)
        {
            embeddings.Dispose();
            throw new KnowledgeException(path, null, "is no ONNX model that runs here: " + e.Message, e);
        }
    }

    /// <summary>How the graph is run: spinning threads would take time from the other documents that are coded at once.</summary>
    public static SessionOptions Options(int threads)
    {
        var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    public EncodedDocument Encode(Document document)
    {
        PieceLayout layout = PieceLayout.Of(document);
        var encoded = new EncodedDocument(document, layout);
        foreach (Window window in Windows(document, layout)) Encode(window, layout, encoded);
        return encoded;
    }

    public void Dispose()
    {
        run.Dispose();
        session.Dispose();
        embeddings.Dispose();
    }

    /// <summary>Pieces From to To are encoded, after the first Title pieces; those from TakeFrom to TakeTo are kept.</summary>
    private readonly record struct Window(int Title, int From, int To, int TakeFrom, int TakeTo);

    private static IEnumerable<Window> Windows(Document document, PieceLayout layout)
    {
        const int longest = WordEmbeddings.MostPieces;
        if (layout.Count <= longest)
        {
            if (layout.Count > 0) yield return new Window(0, 0, layout.Count, 0, layout.Count);
            yield break;
        }
        int title = document.Sentences is [{ Kind: SentenceKind.Heading } first, ..] ? Math.Min(layout.RangeOf(first).To, LongestTitle) : 0;
        int from = 0, taken = 0;
        while (true)
        {
            int repeated = from == 0 ? 0 : title;
            int to = Math.Min(from + longest - repeated, layout.Count);
            int takeTo = to == layout.Count ? to : to - Overlap / 2;
            yield return new Window(repeated, from, to, taken, takeTo);
            if (to == layout.Count) yield break;
            taken = takeTo;
            from = to - Overlap;
        }
    }

    private void Encode(Window window, PieceLayout layout, EncodedDocument into)
    {
        var ids = new int[window.Title + window.To - window.From + 2];
        int at = 0;
        ids[at++] = PieceTable.Start;
        for (int i = 0; i < window.Title; i++) ids[at++] = layout[i].Id;
        for (int i = window.From; i < window.To; i++) ids[at++] = layout[i].Id;
        ids[at] = PieceTable.End;

        long[] shape = [ids.Length, EncodedDocument.Width];
        using var input = OrtValue.CreateTensorValueFromMemory(embeddings.Embed(ids), shape);
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, Inputs, [input], Outputs);
        ReadOnlySpan<float> vectors = outputs[0].GetTensorDataAsSpan<float>(), scores = outputs[1].GetTensorDataAsSpan<float>();
        // Piece i of the layout stands after the start mark and the repeated title.
        int offset = 1 + window.Title - window.From;
        into.Take(
            window.TakeFrom,
            vectors.Slice((window.TakeFrom + offset) * EncodedDocument.Width, (window.TakeTo - window.TakeFrom) * EncodedDocument.Width),
            scores.Slice((window.TakeFrom + offset) * PieceScores.Width, (window.TakeTo - window.TakeFrom) * PieceScores.Width),
            vectors[..EncodedDocument.Width]);
    }
}
