using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text.Json;
using Vigie.Text;

namespace Vigie.Events.Encoding;

/// <summary>
/// Named weights in the safetensors format: 8 bytes of header length, a JSON header, raw little-endian data. A matrix [out, in] may be packed in
/// 4 bits as <c>NAME.q4</c> with <c>NAME.scale</c> (see the card of the base encoder).
/// </summary>
public sealed class WeightFile : IDisposable
{
    /// <summary>Weights that share a scale in 4-bit packing.</summary>
    private const int Block = 32;

    private readonly string path;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly Dictionary<string, Tensor> tensors = [];
    private unsafe byte* pointerToData;

    /// <exception cref="KnowledgeException">The file is missing, truncated, or no safetensors file.</exception>
    public WeightFile(string path)
    {
        this.path = path;
        try
        {
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            file?.Dispose();
            throw new KnowledgeException(path, null, "weights cannot be opened: " + e.Message, e);
        }
        try
        {
            ReadHeader(LengthOf(path));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal sealed record Tensor(string Name, string Type, long[] Shape, long Start, long Length);

    public string Path => path;

    public IEnumerable<string> Names => tensors.Keys;

    public bool Has(string name) => tensors.ContainsKey(name) || tensors.ContainsKey(name + ".q4");

    /// <summary>Rows and columns; a vector has one row.</summary>
    public (int Rows, int Columns) ShapeOf(string name)
    {
        if (tensors.TryGetValue(name + ".q4", out Tensor? packed)) return ((int)packed.Shape[0], (int)packed.Shape[1] * 2);
        return Find(name).Shape switch
        {
            [long length] => (1, (int)length),
            [long rows, long columns] => ((int)rows, (int)columns),
            _ => throw new KnowledgeException(path, null, $"weight '{name}' is neither a vector nor a matrix"),
        };
    }

    /// <summary>The whole tensor, row by row, unpacked to floats.</summary>
    public float[] Read(string name)
    {
        (int rows, int columns) = ShapeOf(name);
        var values = new float[rows * columns];
        WeightRows source = Rows(name);
        for (int row = 0; row < rows; row++) source.Read(row, values.AsSpan(row * columns, columns));
        return values;
    }

    /// <summary>One row, unpacked to floats.</summary>
    /// <param name="into">As long as the matrix has columns.</param>
    public void ReadRow(string name, int row, Span<float> into) => Rows(name).Read(row, into);

    /// <summary>The rows of a tensor, looked up once.</summary>
    public WeightRows Rows(string name) => tensors.TryGetValue(name + ".q4", out Tensor? packed)
        ? new WeightRows(this, packed, Find(name + ".scale"))
        : new WeightRows(this, Find(name), null);

    /// <summary>Reads rows of one tensor.</summary>
    public readonly struct WeightRows
    {
        private readonly WeightFile file;
        private readonly Tensor tensor;
        private readonly Tensor? scale;

        internal WeightRows(WeightFile file, Tensor tensor, Tensor? scale) => (this.file, this.tensor, this.scale) = (file, tensor, scale);

        /// <param name="into">As long as the matrix has columns.</param>
        public void Read(int row, Span<float> into)
        {
            if (scale is not null) file.ReadPackedRow(tensor, scale, row, into);
            else file.ReadPlainRow(tensor, row, into);
        }
    }

    public void Dispose()
    {
        if (Acquired) view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    private unsafe bool Acquired => pointerToData is not null;

    // Of the file itself, also where the path is a link to it.
    private static long LengthOf(string path)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.OpenHandle(path);
        return RandomAccess.GetLength(handle);
    }

    private static unsafe byte* Acquire(MemoryMappedViewAccessor view)
    {
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        return pointer;
    }

    private unsafe void ReadHeader(long length)
    {
        pointerToData = Acquire(view);
        long headerLength = length < 8 ? -1 : BinaryPrimitives.ReadInt64LittleEndian(new ReadOnlySpan<byte>(pointerToData, 8));
        if (headerLength < 2 || headerLength > length - 8 || headerLength > int.MaxValue)
            throw new KnowledgeException(path, null, "is no safetensors file: the header's length does not fit the file");
        try
        {
            using var header = JsonDocument.Parse(new ReadOnlySpan<byte>(pointerToData + 8, (int)headerLength).ToArray());
            foreach (JsonProperty entry in header.RootElement.EnumerateObject())
            {
                if (entry.Name == "__metadata__") continue;
                JsonElement offsets = entry.Value.GetProperty("data_offsets");
                long start = offsets[0].GetInt64(), end = offsets[1].GetInt64();
                if (start < 0 || end < start || end > length - 8 - headerLength)
                    throw new KnowledgeException(path, null, $"weight '{entry.Name}' has bytes {start} to {end} of {length - 8 - headerLength}: the file is truncated");
                long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
                var tensor = new Tensor(entry.Name, entry.Value.GetProperty("dtype").GetString()!, shape, 8 + headerLength + start, end - start);
                if (!IsFull(tensor)) throw new KnowledgeException(path, null, $"weight '{entry.Name}' has {tensor.Length} bytes, which are no {tensor.Type} [{string.Join(", ", shape)}]");
                tensors[entry.Name] = tensor;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new KnowledgeException(path, null, "is no safetensors file: " + e.Message, e);
        }
    }

    // Of a type that is not read here the size is not known.
    private static bool IsFull(Tensor tensor)
    {
        Int128 bytes = tensor.Type switch { "F32" => 4, "F16" => 2, "U8" => 1, _ => 0 };
        if (bytes == 0) return true;
        foreach (long length in tensor.Shape)
        {
            bytes *= length;
            if (length < 0 || bytes > tensor.Length) return false;
        }
        return bytes == tensor.Length;
    }

    private Tensor Find(string name) =>
        tensors.TryGetValue(name, out Tensor? tensor) ? tensor : throw new KnowledgeException(path, null, $"weight '{name}' is missing");

    private unsafe ReadOnlySpan<byte> Bytes(Tensor tensor) => new(pointerToData + tensor.Start, checked((int)tensor.Length));

    private void ReadPlainRow(Tensor tensor, int row, Span<float> into)
    {
        ReadOnlySpan<byte> bytes = Bytes(tensor);
        switch (tensor.Type)
        {
            case "F32":
                MemoryMarshal.Cast<byte, float>(bytes).Slice(row * into.Length, into.Length).CopyTo(into);
                break;
            case "F16":
                ReadOnlySpan<Half> halves = MemoryMarshal.Cast<byte, Half>(bytes).Slice(row * into.Length, into.Length);
                for (int i = 0; i < into.Length; i++) into[i] = (float)halves[i];
                break;
            default:
                throw new KnowledgeException(path, null, $"weight '{tensor.Name}' has type {tensor.Type}; expected F32, F16 or packed 4-bit");
        }
    }

    // A block of 32 weights is 16 bytes: byte j holds weight j in its low and weight j + 16 in its high half.
    private void ReadPackedRow(Tensor packed, Tensor scale, int row, Span<float> into)
    {
        ReadOnlySpan<byte> bytes = Bytes(packed).Slice(row * into.Length / 2, into.Length / 2);
        int blocks = into.Length / Block;
        if ((row + 1L) * blocks * 2 > scale.Length) throw new KnowledgeException(path, null, "a packed weight has too few scales");
        ReadOnlySpan<Half> scales = MemoryMarshal.Cast<byte, Half>(Bytes(scale)).Slice(row * blocks, blocks);
        for (int block = 0; block < blocks; block++)
        {
            float factor = (float)scales[block];
            for (int j = 0; j < Block / 2; j++)
            {
                int pair = bytes[block * (Block / 2) + j];
                into[block * Block + j] = ((pair & 15) - 8) * factor;
                into[block * Block + j + Block / 2] = ((pair >> 4) - 8) * factor;
            }
        }
    }
}
