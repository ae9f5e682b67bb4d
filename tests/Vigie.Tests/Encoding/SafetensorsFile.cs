using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Vigie.Tests.Encodings;

/// <summary>Bytes of safetensors files made by hand, right and wrong.</summary>
internal static class SafetensorsFile
{
    /// <summary>The eight bytes of the header's length, the header, the data.</summary>
    public static byte[] Of(string header, params byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + json.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(file, json.Length);
        json.CopyTo(file, 8);
        data.CopyTo(file, 8 + json.Length);
        return file;
    }

    /// <summary>All as 32-bit floats.</summary>
    public static byte[] Of(IReadOnlyList<(string Name, int[] Shape, float[] Values)> weights)
    {
        var header = new List<string>();
        var data = new List<byte>();
        foreach ((string name, int[] shape, float[] values) in weights)
        {
            header.Add(Entry(name, "F32", string.Join(',', shape), data.Count, data.Count + 4 * values.Length));
            data.AddRange(MemoryMarshal.AsBytes<float>(values));
        }
        string json = "{" + string.Join(',', header) + "}";
        return Of(json.PadRight((json.Length + 7) / 8 * 8), [.. data]);
    }

    public static string Entry(string name, string type, string shape, long start, long end) =>
        FormattableString.Invariant($"\"{name}\":{{\"dtype\":\"{type}\",\"shape\":[{shape}],\"data_offsets\":[{start},{end}]}}");

    public static byte[] Halves(params double[] values) => MemoryMarshal.AsBytes<Half>(Array.ConvertAll(values, value => (Half)value)).ToArray();

    public static byte[] Floats(params float[] values) => MemoryMarshal.AsBytes<float>(values).ToArray();
}
