using Vigie.Training.Model;

namespace Vigie.Training.Export;

/// <summary>A trained encoder and reader to the files that Vigie runs.</summary>
public static class ReaderExport
{
    /// <summary>Writes <c>encoder.onnx</c> and <c>reader.safetensors</c> (16-bit floats) into a folder.</summary>
    public static void Write(string folder, EncoderModel encoder, ReaderModel reader)
    {
        Directory.CreateDirectory(folder);
        EncoderExport.Write(Path.Combine(folder, "encoder.onnx"), encoder, reader.Parameters);
        // What every piece is projected to is in the graph; a class vector is a layer's weight like any other.
        SafetensorsWriter.Write(
            Path.Combine(folder, "reader.safetensors"),
            [
                .. reader.Parameters.Names
                    .Where(name => !name.StartsWith("piece.", StringComparison.Ordinal))
                    .Select(name => new SafetensorsWriter.Matrix(
                        name == "type.vector" ? "type.weight" : name, reader.Parameters[name].shape, reader.Parameters.Values(name))),
            ],
            half: true);
    }
}
