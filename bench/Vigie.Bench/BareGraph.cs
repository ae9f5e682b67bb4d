using Microsoft.ML.OnnxRuntime;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Bench;

/// <summary>The encoder's graph at one thread on a sequence of a given length, without anything around it.</summary>
internal sealed class BareGraph : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly OrtValue input;

    /// <param name="length">Pieces with the sequence marks; longer texts are cut to the longest sequence.</param>
    public BareGraph(DataFolder data, int length)
    {
        using SessionOptions options = Encoder.Options(threads: 1);
        session = new InferenceSession(data.Model("reader", "encoder.onnx"), options);
        int[] ids = [.. Enumerable.Range(0, Math.Min(length, WordEmbeddings.LongestSequence)).Select(i => 4 + i * 37 % 30_000)];
        using WordEmbeddings embeddings = WordEmbeddings.Load(data);
        input = OrtValue.CreateTensorValueFromMemory(embeddings.Embed(ids), [ids.Length, EncodedDocument.Width]);
    }

    public void Run() => session.Run(run, ["embedded"], [input], ["vectors", "scores"]).Dispose();

    public void Dispose()
    {
        input.Dispose();
        run.Dispose();
        session.Dispose();
    }
}
