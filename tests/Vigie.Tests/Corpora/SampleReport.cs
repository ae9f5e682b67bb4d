using System.Text.Json;
using NodaTime.Text;
using Vigie.Events.Coding;
using Vigie.Tests.House;
using Vigie.Text;
using Vigie.Training.Gold;

namespace Vigie.Tests.Corpora;

/// <summary>The sample reports of <c>corpora/reports</c> with what is expected of them, coded once by the real coder.</summary>
internal static class SampleReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly Lazy<IReadOnlyDictionary<string, CodedArticle>> AllCoded = new(CodeAll);

    public static IReadOnlyList<GoldReport> All { get; } =
    [
        .. Directory.GetFiles(Repository.File("corpora", "reports"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => JsonSerializer.Deserialize<GoldReport>(File.ReadAllText(path), Options)!),
    ];

    /// <exception cref="FileNotFoundException">The trained model is not beside the tests.</exception>
    public static CodedArticle Coded(GoldReport report) => AllCoded.Value[report.Id];

    private static Dictionary<string, CodedArticle> CodeAll()
    {
        foreach (string file in (string[])["encoder.onnx", "reader.safetensors", "thresholds.yaml", "calibration.yaml"])
        {
            string path = DataFolder.BesideProgram.Model("reader", file);
            if (!File.Exists(path)) throw new FileNotFoundException($"the trained reader is missing: {path} (train it with vigie-train, or fetch models/reader)", path);
        }
        using Coder coder = Coder.Load(DataFolder.BesideProgram);
        return All.ToDictionary(report => report.Id, report => coder.Code(new Article(
            report.Id, report.Title, report.Text, report.Language, LocalDatePattern.Iso.Parse(report.Published).Value, report.Source)));
    }
}
