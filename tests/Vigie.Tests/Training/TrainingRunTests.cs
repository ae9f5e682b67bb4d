using Google.Protobuf;
using Vigie.Tests.Cli;
using Vigie.Training;
using Vigie.Training.Export;
using Xunit;

namespace Vigie.Tests.Training;

/// <summary>A run that was cut off goes on as it would have, and writes what the program can run.</summary>
[Collection(WithTorch.Name)]
public sealed class TrainingRunTests(Torch torch)
{
    [Fact]
    public void A_run_that_goes_on_gives_the_bytes_of_one_that_was_never_cut_off()
    {
        using TemporaryFolder whole = new(), cut = new();
        var log = new List<string>();
        Run(whole.Path, log.Add);
        Assert.Throws<OperationCanceledException>(() => Run(cut.Path, line => Stop(line.StartsWith("pass 1/2", StringComparison.Ordinal))));
        Assert.Equal(1, new Checkpoint(cut.Path).Passes);
        Run(cut.Path, _ => { });

        Assert.Equal(2, new Checkpoint(cut.Path).Passes);
        foreach (string file in (string[])["weights.safetensors", "encoder.onnx", "reader.safetensors"])
            Assert.True(File.ReadAllBytes(Path.Combine(whole.Path, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(cut.Path, file))), file + " differs");
        Assert.Contains(log, line => line.StartsWith("pass 2/2 loss", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_part_of_the_reader_learns()
    {
        ReaderTrainer untrained = torch.Trainer(passes: 1);
        foreach (string name in untrained.Reader.Parameters.Names)
            Assert.True(!untrained.Reader.Parameters.Values(name).SequenceEqual(torch.Trained.Reader.Parameters.Values(name)), name + " has not moved");
        Assert.All(untrained.Encoder.Trained.Names, name => Assert.StartsWith("layers.11.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_of_the_graph_have_seven_bits()
    {
        Dictionary<string, byte[]> constants = Int8Constants(torch.Exported.Model("reader", "encoder.onnx"));
        // Attention's three in one, its output, and two of the feed-forward, in each of twelve layers.
        Assert.Equal(48, constants.Count);
        foreach ((string name, byte[] data) in constants)
        {
            sbyte[] steps = Array.ConvertAll(data, unit => (sbyte)unit);
            Assert.True(steps.Min() >= -63 && steps.Max() <= 63, name);
            Assert.True(steps.Min() == -63 || steps.Max() == 63, name + " uses fewer bits than it may");
        }
    }

    [Fact]
    public void A_graph_is_small_enough_to_ship() => Assert.InRange(new FileInfo(torch.Exported.Model("reader", "encoder.onnx")).Length, 15_000_000, 30_000_000);

    private void Run(string folder, Action<string> log)
    {
        ReaderTrainer trainer = torch.Trainer(passes: 2);
        trainer.Run(torch.Examples, [], new Checkpoint(folder), null, log);
        ReaderExport.Write(folder, trainer.Encoder, trainer.Reader);
    }

    private static void Stop(bool now)
    {
        if (now) throw new OperationCanceledException();
    }

    // Of onnx.proto: a model's graph is field 7, a graph's initialisers are field 5; a tensor's type is 2 (3: 8 bits, signed), its name 8, its bytes 9.
    private static Dictionary<string, byte[]> Int8Constants(string path)
    {
        var constants = new Dictionary<string, byte[]>();
        foreach (ByteString graph in Fields(ByteString.CopyFrom(File.ReadAllBytes(path)), 7))
        {
            foreach (ByteString tensor in Fields(graph, 5))
            {
                if (Type(tensor) == 3) constants.Add(Fields(tensor, 8).Single().ToStringUtf8(), Fields(tensor, 9).Single().ToByteArray());
            }
        }
        return constants;
    }

    private static List<ByteString> Fields(ByteString message, int field)
    {
        CodedInputStream input = message.CreateCodedInput();
        var found = new List<ByteString>();
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (tag == WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited)) found.Add(input.ReadBytes());
            else input.SkipLastField();
        }
        return found;
    }

    private static long Type(ByteString tensor)
    {
        CodedInputStream input = tensor.CreateCodedInput();
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (tag == WireFormat.MakeTag(2, WireFormat.WireType.Varint)) return input.ReadInt64();
            input.SkipLastField();
        }
        return 0;
    }
}
