using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Vigie.Training.Export;

/// <summary>
/// Writes an ONNX model node by node. Messages and field numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto, TensorProto, …); only what an
/// encoder needs is here.
/// </summary>
#pragma warning disable CA1001 // Memory streams hold nothing that needs to be given back.
public sealed class OnnxGraph
{
    /// <summary>Operator set that has Gelu.</summary>
    private const int OperatorSet = 20;

    private const int IrVersion = 9;
    private readonly MemoryStream nodes = new();
    private readonly MemoryStream initialisers = new();
    private readonly MemoryStream ends = new();
    private int made;

    private enum Element
    {
        Float = 1,
        Int8 = 3,
        Int64 = 7,
    }

    public string Constant(string name, float[] values, params long[] shape) => Initialiser(name, Element.Float, MemoryMarshal.AsBytes<float>(values), shape);

    public string Constant(string name, sbyte[] values, params long[] shape) => Initialiser(name, Element.Int8, MemoryMarshal.AsBytes<sbyte>(values), shape);

    public string Constant(string name, params long[] values) => Initialiser(name, Element.Int64, MemoryMarshal.AsBytes<long>(values), [values.Length]);

    /// <summary>A float input or output [anything, <paramref name="width"/>].</summary>
    public void End(string name, int width, bool isInput)
    {
        byte[] shape = Message(s =>
        {
            Sub(s, 1, Message(d => Text(d, 2, "pieces")));
            Sub(s, 1, Message(d => Number(d, 1, width)));
        });
        byte[] tensor = Message(t =>
        {
            Number(t, 1, (long)Element.Float);
            Sub(t, 2, shape);
        });
        byte[] value = Message(v =>
        {
            Text(v, 1, name);
            Sub(v, 2, Message(type => Sub(type, 1, tensor)));
        });
        Append(ends, isInput ? 11 : 12, value);
    }

    /// <summary>Adds a node with one output, and gives the output's name.</summary>
    public string Node(string operation, string[] inputs, params (string Name, object Value)[] attributes) => Nodes(operation, inputs, 1, attributes)[0];

    /// <summary>Adds a node with several outputs.</summary>
    /// <param name="attributes">Values are <c>long</c>, <c>float</c> or <c>long[]</c>.</param>
    public string[] Nodes(string operation, string[] inputs, int outputs, params (string Name, object Value)[] attributes)
    {
        string[] names = [.. Enumerable.Range(0, outputs).Select(_ => "t" + made++)];
        NodeTo(operation, inputs, names, attributes);
        return names;
    }

    /// <summary>Adds a node whose output has a name of its own.</summary>
    public void NodeTo(string operation, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes) => Append(nodes, 1, Message(node =>
    {
        foreach (string input in inputs) Text(node, 1, input);
        foreach (string output in outputs) Text(node, 2, output);
        Text(node, 4, operation);
        foreach ((string name, object value) in attributes) Sub(node, 5, Attribute(name, value));
    }));

    public void Write(string path)
    {
        byte[] graph = [.. nodes.ToArray(), .. Message(g => Text(g, 2, "encoder")), .. initialisers.ToArray(), .. ends.ToArray()];
        byte[] model = Message(m =>
        {
            Number(m, 1, IrVersion);
            Text(m, 2, "vigie-train");
            Sub(m, 7, graph);
            Sub(m, 8, Message(set =>
            {
                Text(set, 1, "");
                Number(set, 2, OperatorSet);
            }));
        });
        File.WriteAllBytes(path, model);
    }

    private string Initialiser(string name, Element type, ReadOnlySpan<byte> data, long[] shape)
    {
        byte[] copy = data.ToArray();
        Append(initialisers, 5, Message(tensor =>
        {
            foreach (long size in shape) Number(tensor, 1, size);
            Number(tensor, 2, (long)type);
            Text(tensor, 8, name);
            Sub(tensor, 9, copy);
        }));
        return name;
    }

    private static byte[] Attribute(string name, object value) => Message(a =>
    {
        Text(a, 1, name);
        switch (value)
        {
            case float number:
                a.WriteTag(2, WireFormat.WireType.Fixed32);
                a.WriteFloat(number);
                Number(a, 20, 1);
                break;
            case long number:
                Number(a, 3, number);
                Number(a, 20, 2);
                break;
            case long[] numbers:
                foreach (long number in numbers) Number(a, 8, number);
                Number(a, 20, 7);
                break;
            default:
                throw new ArgumentException("an attribute is a long, a float or a long[]", nameof(value));
        }
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true)) write(output);
        return bytes.ToArray();
    }

    private static void Append(MemoryStream to, int field, byte[] message)
    {
        using var output = new CodedOutputStream(to, leaveOpen: true);
        Sub(output, field, message);
    }

    private static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    private static void Number(CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(number);
    }

    private static void Sub(CodedOutputStream output, int field, byte[] message)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(message));
    }
}
