using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Vigie.Training.Export;

/// <summary>Writes named float matrices in the safetensors format, as 32- or 16-bit floats, in the order given: the same values give the same bytes.</summary>
public static class SafetensorsWriter
{
    public sealed record Matrix(string Name, long[] Shape, float[] Values);

    public static void Write(string path, IReadOnlyList<Matrix> matrices, bool half)
    {
        int width = half ? 2 : 4;
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            long at = 0;
            foreach (Matrix matrix in matrices)
            {
                json.WriteStartObject(matrix.Name);
                json.WriteString("dtype", half ? "F16" : "F32");
                json.WriteStartArray("shape");
                foreach (long size in matrix.Shape) json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += (long)matrix.Values.Length * width);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        // Readers map the data as numbers: it starts at a multiple of eight bytes.
        while (header.Length % 8 != 0) header.WriteByte((byte)' ');

        string temporary = path + ".part";
        using (FileStream file = File.Create(temporary))
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            file.Write(length);
            header.WriteTo(file);
            foreach (Matrix matrix in matrices)
            {
                if (half) file.Write(MemoryMarshal.AsBytes<Half>(Array.ConvertAll(matrix.Values, value => (Half)value)));
                else file.Write(MemoryMarshal.AsBytes<float>(matrix.Values));
            }
        }
        File.Move(temporary, path, overwrite: true);
    }
}
