using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Vigie.Training.Gold;

/// <summary>A report with the events that a careful human records from it; the format is described in <c>corpora/gold/README.md</c>.</summary>
public sealed record GoldReport(string Id, string Language, string Published, string? Source, string Title, string Text, IReadOnlyList<GoldEvent> Events)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reports of files, and of the <c>train-*.jsonl</c> of folders in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A line is no gold report: names file and line.</exception>
    public static IEnumerable<GoldReport> ReadAll(IEnumerable<string> paths) => paths
        .SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "train-*.jsonl").Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1))
        .SelectMany(Read);

    /// <summary>Reports of one file, a line each.</summary>
    /// <exception cref="InvalidDataException">A line is no gold report: names file and line.</exception>
    public static IEnumerable<GoldReport> Read(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) continue;
            GoldReport? report;
            try
            {
                report = JsonSerializer.Deserialize<GoldReport>(line, Options);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}, line {number}: {e.Message}", e);
            }
            if (report is null) throw new InvalidDataException($"{path}, line {number}: null");
            if (!LocalDatePattern.Iso.Parse(report.Published).Success) throw new InvalidDataException($"{path}, line {number}: '{report.Published}' is no day (yyyy-mm-dd)");
            yield return report;
        }
    }
}

/// <summary>A gold event; <see cref="Evidence"/> maps a field to the passage that proves it.</summary>
public sealed record GoldEvent(
    string Focus,
    string EventType,
    string SubEventType,
    string Status,
    GoldDate Date,
    GoldPlace Place,
    IReadOnlyList<GoldActor> Actors,
    GoldCount? Killed,
    GoldCount? Injured,
    GoldCount? Detained,
    GoldCount? Abducted,
    IReadOnlyList<string> Weapons,
    IReadOnlyList<string> Sources,
    IReadOnlyDictionary<string, string?> Evidence)
{
    public GoldCount? Count(string field) => field switch
    {
        "killed" => Killed,
        "injured" => Injured,
        "detained" => Detained,
        "abducted" => Abducted,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no count of that name"),
    };
}

public sealed record GoldDate(string? Start, string? End, string Precision);

public sealed record GoldPlace(string? Name, string? Admin1, string? Country, double? Latitude, double? Longitude, string Precision);

public sealed record GoldActor(IReadOnlyList<string> Names, string Role, string Kind);

public sealed record GoldCount(int? Low, int? High, int? Best)
{
    /// <summary>The number that counts: the best, else the low end.</summary>
    [JsonIgnore]
    public int? Value => Best ?? Low;
}
