using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using Vigie.Text;

namespace Vigie.Evaluation;

/// <summary>A coded report of <c>corpora/gold</c>, as far as recognisers are measured by it.</summary>
internal sealed record GoldReport(string Id, string Language, string Published, string Title, string Text, IReadOnlyList<GoldEvent> Events)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    [JsonIgnore]
    public Article Article => new(Id, Title, Text, Language, LocalDatePattern.Iso.Parse(Published).GetValueOrThrow());

    /// <summary>The reports of a file, one a line.</summary>
    /// <exception cref="InvalidDataException">A line is none; names file and line.</exception>
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
                throw new InvalidDataException($"{path}, line {number}: no coded report ({e.Message.TrimEnd('.')})", e);
            }
            if (report is null || !LocalDatePattern.Iso.Parse(report.Published).Success) throw new InvalidDataException($"{path}, line {number}: \"published\" is no day");
            yield return report;
        }
    }
}

internal sealed record GoldEvent(GoldDays Date, GoldNumber? Killed, GoldNumber? Injured, GoldNumber? Detained, GoldNumber? Abducted);

internal sealed record GoldDays(string? Start, string? End);

internal sealed record GoldNumber(int? Low, int? High, int? Best)
{
    /// <summary>The number that counts: the best, else the low end.</summary>
    [JsonIgnore]
    public int? Value => Best ?? Low;
}
