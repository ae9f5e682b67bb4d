using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NodaTime;
using Vigie.Events.Actors;
using Vigie.Events.Coding;
using Vigie.Events.Counts;
using Vigie.Events.Encoding;
using Vigie.Events.Places;
using Vigie.Events.Times;
using Vigie.Text;
using Vigie.Text.Pages;

namespace Vigie.Bench;

/// <summary>
/// The whole path of a sample report of some 250 words, each of its steps, and the bare graph on the same pieces: the ratio of the path to
/// the graph is what counts, since machines differ.
/// </summary>
[Config(typeof(Short))]
public class PathBenchmarks
{
    private readonly DataFolder data = DataFolder.BesideProgram;
    private Article article = null!;
    private Document document = null!;
    private EncodedDocument encoded = null!;
    private DocumentReader documents = null!;
    private Encoder encoder = null!;
    private BareGraph graph = null!;
    private Coder coder = null!;
    private Reader reader = null!;
    private TimeRecogniser times = null!;
    private PlaceRecogniser places = null!;
    private CountRecogniser counts = null!;
    private ActorRecogniser actors = null!;

    [Params("fr", "en", "ar")]
    public string Language { get; set; } = "fr";

    [GlobalSetup]
    public void Setup()
    {
        article = PlainText.Read(Language, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "report-" + Language + ".txt"))) with
        {
            Published = new LocalDate(2025, 10, 13),
        };
        documents = DocumentReader.Load(data);
        encoder = Encoder.Load(data);
        coder = Coder.Load(data);
        reader = Reader.Load(data, ConflictPack.Load(data));
        times = TimeRecogniser.Load(data);
        places = PlaceRecogniser.Load(data);
        counts = CountRecogniser.Load(data);
        actors = ActorRecogniser.Load(data);
        document = documents.Read(article);
        encoded = encoder.Encode(document);
        graph = new BareGraph(data, encoded.Layout.Count + 2);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        graph.Dispose();
        encoder.Dispose();
        coder.Dispose();
    }

    [Benchmark(Baseline = true, Description = "bare graph")]
    public void Graph() => graph.Run();

    [Benchmark(Description = "whole path")]
    public CodedArticle WholePath() => coder.Code(article);

    [Benchmark(Description = "read and segment")]
    public Document Read() => documents.Read(article);

    [Benchmark(Description = "encode")]
    public EncodedDocument Encode() => encoder.Encode(document);

    [Benchmark(Description = "times")]
    public object Times() => times.Find(document);

    [Benchmark(Description = "places")]
    public object Places() => places.Find(document);

    [Benchmark(Description = "counts")]
    public object Counts() => counts.Find(document);

    [Benchmark(Description = "actors")]
    public object Actors() => actors.Find(document);

    [Benchmark(Description = "sentences by type")]
    public object Sentences() => reader.Sentences(encoded);

    private sealed class Short : ManualConfig
    {
        // In process: the models lie beside this program, and a benchmark takes seconds.
        public Short() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10));
    }
}
