using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Tests.Cli;
using Vigie.Tests.House;
using Vigie.Text;
using Vigie.Text.Pieces;
using Vigie.Training;
using Vigie.Training.Export;
using Vigie.Training.Gold;
using Xunit;

namespace Vigie.Tests.Training;

/// <summary>Tests that use Torch run one after the other: its seed is the whole program's.</summary>
[CollectionDefinition(Name)]
public sealed class WithTorch : ICollectionFixture<Torch>
{
    public const string Name = "Torch";
}

/// <summary>Torch made ready, the base encoder, and a reader trained on six tiny reports for one pass, as exported.</summary>
public sealed partial class Torch : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<ReaderTrainer> trained;

    public Torch()
    {
        // Products whose last digits hang on where the numbers lie in memory cannot be compared byte for byte.
        if (!OperatingSystem.IsWindows()) _ = SetEnvironment("MKL_CBWR", "COMPATIBLE", 1);
        TorchLibrary.Prepare();
        SetThreads();
        Base = new WeightFile(DataFolder.BesideProgram.Model("base", "encoder-q4.safetensors"));
        trained = new Lazy<ReaderTrainer>(Train);
    }

    public WeightFile Base { get; }

    public ConflictPack Pack { get; } = ConflictPack.Load(DataFolder.BesideProgram);

    public Segmenter Segmenter { get; } = Segmenter.Load(DataFolder.BesideProgram.Model("base"));

    public IReadOnlyList<Example> Examples { get; } = Build();

    public ReaderTrainer Trained => trained.Value;

    /// <summary>A root with the data, the base weights and the reader that <see cref="Trained"/> was written to.</summary>
    public DataFolder Exported
    {
        get
        {
            _ = trained.Value;
            return new DataFolder(folder.Path);
        }
    }

    /// <summary>Eleven of the twelve layers frozen: quick, and yet every part learns.</summary>
    public ReaderTrainer Trainer(int passes) => new(new TrainingPlan(passes, Seed: 1, FrozenLayers: 11), Base, Segmenter, Pack);

    // libtorch reads the process's own environment, which .NET's copy of it does not reach.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    public void Dispose()
    {
        Base.Dispose();
        folder.Dispose();
    }

    // Apart, so that nothing of Torch is loaded before it is made ready.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetThreads() => torch.set_num_threads(1);

    private static Example[] Build()
    {
        var builder = new ExampleBuilder(DocumentReader.Load(DataFolder.BesideProgram), ConflictPack.Load(DataFolder.BesideProgram), CandidateFinder.Load(DataFolder.BesideProgram));
        return [.. GoldReport.Read(Repository.File("tests", "Vigie.Tests", "Training", "tiny.jsonl")).Select(builder.Build)];
    }

    private ReaderTrainer Train()
    {
        ReaderTrainer trainer = Trainer(passes: 1);
        trainer.Run(Examples, [], new Checkpoint(Path.Combine(folder.Path, "run")), null, _ => { });
        ReaderExport.Write(new DataFolder(folder.Path).Model("reader"), trainer.Encoder, trainer.Reader);
        Directory.CreateSymbolicLink(new DataFolder(folder.Path).Model("base"), DataFolder.BesideProgram.Model("base"));
        return trainer;
    }
}
