using Vigie.Events.Encoding;
using Vigie.Training.Model;

namespace Vigie.Training.Export;

/// <summary>
/// Trained encoder to an ONNX graph with 8-bit products: <c>embedded</c> [pieces, width] to <c>vectors</c> [pieces, width] and <c>scores</c>
/// [pieces, <see cref="PieceScores.Width"/>], the reader's projections of every piece.
/// </summary>
public static class EncoderExport
{
    /// <summary>Weights go to ±63: the products of two unsigned and signed bytes that processors without VNNI add in 16 bits cannot overflow.</summary>
    private const float Steps = 63;

    private const int Width = EncoderModel.Width;
    private const int HeadWidth = Width / EncoderModel.Heads;

    public static void Write(string path, EncoderModel encoder, Parameters reader)
    {
        var graph = new OnnxGraph();
        graph.End("embedded", Width, isInput: true);
        graph.Constant("split.heads", 0, EncoderModel.Heads, HeadWidth);
        graph.Constant("join.heads", 0, Width);

        string x = Norm(graph, encoder, "embedded", "embeddings.norm");
        for (int layer = 0; layer < encoder.Layers; layer++) x = Layer(graph, encoder, x, $"layers.{layer}.", layer == encoder.Layers - 1 ? "vectors" : null);
        graph.End("vectors", Width, isInput: false);

        string[] parts = [.. PieceScores.Parts.Select(part => "piece." + part)];
        float[] weight = [.. parts.SelectMany(part => reader.Values(part + ".weight"))];
        string projection = graph.Constant("projection", Transposed(weight, PieceScores.Width, Width), Width, PieceScores.Width);
        string bias = graph.Constant("projection.bias", [.. parts.SelectMany(part => reader.Values(part + ".bias"))], PieceScores.Width);
        graph.NodeTo("Add", [graph.Node("MatMul", ["vectors", projection]), bias], ["scores"]);
        graph.End("scores", PieceScores.Width, isInput: false);
        graph.Write(path);
    }

    private static string Layer(OnnxGraph graph, EncoderModel encoder, string x, string at, string? output)
    {
        // One product for query, key and value; the query carries the attention's scale.
        float scale = 1 / MathF.Sqrt(HeadWidth);
        (float[] query, float[] queryBias) = (Scaled(encoder, at + "attention.query.weight", scale), Scaled(encoder, at + "attention.query.bias", scale));
        float[] weight = [.. query, .. Values(encoder, at + "attention.key.weight"), .. Values(encoder, at + "attention.value.weight")];
        float[] bias = [.. queryBias, .. Values(encoder, at + "attention.key.bias"), .. Values(encoder, at + "attention.value.bias")];
        string all = Linear(graph, x, at + "attention", weight, bias, 3 * Width, Width);
        string[] parts = graph.Nodes("Split", [all], 3, ("axis", 1L), ("num_outputs", 3L));
        string Heads(string part, params long[] order) => graph.Node("Transpose", [graph.Node("Reshape", [part, "split.heads"])], ("perm", order));
        string scores = graph.Node("MatMul", [Heads(parts[0], 1, 0, 2), Heads(parts[1], 1, 2, 0)]);
        string attended = graph.Node("MatMul", [graph.Node("Softmax", [scores], ("axis", -1L)), Heads(parts[2], 1, 0, 2)]);
        string joined = graph.Node("Reshape", [graph.Node("Transpose", [attended], ("perm", new long[] { 1, 0, 2 })), "join.heads"]);
        string mixed = Linear(graph, joined, encoder, at + "attention.output", Width, Width);
        x = Norm(graph, encoder, graph.Node("Add", [x, mixed]), at + "attention.norm");

        string fed = graph.Node("Gelu", [Linear(graph, x, encoder, at + "feedforward.in", 4 * Width, Width)]);
        fed = Linear(graph, fed, encoder, at + "feedforward.out", Width, 4 * Width);
        return Norm(graph, encoder, graph.Node("Add", [x, fed]), at + "feedforward.norm", output);
    }

    private static string Linear(OnnxGraph graph, string x, EncoderModel encoder, string name, int outputs, int inputs) =>
        Linear(graph, x, name, Values(encoder, name + ".weight"), Values(encoder, name + ".bias"), outputs, inputs);

    // x is quantised as it comes, one scale for all; the weights have a scale for every output.
    private static string Linear(OnnxGraph graph, string x, string name, float[] weight, float[] bias, int outputs, int inputs)
    {
        var steps = new sbyte[inputs * outputs];
        var scales = new float[outputs];
        for (int o = 0; o < outputs; o++)
        {
            float largest = 0;
            for (int i = 0; i < inputs; i++) largest = Math.Max(largest, Math.Abs(weight[o * inputs + i]));
            scales[o] = largest == 0 ? 1 : largest / Steps;
            for (int i = 0; i < inputs; i++) steps[i * outputs + o] = (sbyte)MathF.Round(weight[o * inputs + i] / scales[o]);
        }
        string[] quantised = graph.Nodes("DynamicQuantizeLinear", [x], 3);
        string matrix = graph.Constant(name + ".steps", steps, inputs, outputs);
        string product = graph.Node("MatMulInteger", [quantised[0], matrix, quantised[2]]);
        string scale = graph.Node("Mul", [quantised[1], graph.Constant(name + ".scales", scales, outputs)]);
        string real = graph.Node("Mul", [graph.Node("Cast", [product], ("to", 1L)), scale]);
        return graph.Node("Add", [real, graph.Constant(name + ".bias", bias, outputs)]);
    }

    private static string Norm(OnnxGraph graph, EncoderModel encoder, string x, string name, string? output = null)
    {
        string[] inputs =
        [
            x,
            graph.Constant(name + ".weight", Values(encoder, name + ".weight"), Width),
            graph.Constant(name + ".bias", Values(encoder, name + ".bias"), Width),
        ];
        (string, object)[] attributes = [("axis", -1L), ("epsilon", 1e-12f)];
        if (output is null) return graph.Node("LayerNormalization", inputs, attributes);
        graph.NodeTo("LayerNormalization", inputs, [output], attributes);
        return output;
    }

    private static float[] Values(EncoderModel encoder, string name) => encoder.Weight(name).detach().contiguous().data<float>().ToArray();

    private static float[] Scaled(EncoderModel encoder, string name, float scale) => Array.ConvertAll(Values(encoder, name), value => value * scale);

    private static float[] Transposed(float[] matrix, int rows, int columns)
    {
        var turned = new float[matrix.Length];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++) turned[c * rows + r] = matrix[r * columns + c];
        }
        return turned;
    }
}
