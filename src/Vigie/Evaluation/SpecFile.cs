using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Vigie.Text;

namespace Vigie.Evaluation;

/// <summary>
/// Reads test cases as Microsoft Recognizers-Text has them: a JSON list of <c>Input</c>, <c>Context.ReferenceDateTime</c> and <c>Results</c>
/// with <c>Text</c>, <c>Start</c> and what they resolve to. Results that name no days (hours, durations, sets) are left out with their cases.
/// </summary>
internal static class SpecFile
{
    /// <exception cref="InvalidDataException">The file is no such list; names it.</exception>
    public static IReadOnlyList<TimedText> Read(string path, string language)
    {
        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory(Bom(path)));
            return [.. file.RootElement.EnumerateArray().Select((one, i) => Case(one, $"{Path.GetFileName(path)} {i}", language)).OfType<TimedText>()];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path}: no list of test cases ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static int Bom(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return stream.ReadByte() == 0xEF ? 3 : 0;
    }

    private static TimedText? Case(JsonElement one, string id, string language)
    {
        if (!one.TryGetProperty("Context", out JsonElement context) || !context.TryGetProperty("ReferenceDateTime", out JsonElement now)) return null;
        string text = one.GetProperty("Input").GetString()!;
        if (Day(now.GetString()) is not { } day) return null;
        var times = new List<ExpectedTime>();
        foreach (JsonElement result in one.GetProperty("Results").EnumerateArray())
        {
            var days = Days(result).Distinct().ToList();
            if (days.Count == 0) return null;
            string passage = result.GetProperty("Text").GetString()!;
            int start = text.IndexOf(passage, StringComparison.OrdinalIgnoreCase);
            if (start < 0) return null;
            times.Add(new ExpectedTime(new Span(start + 1, start + 1 + passage.Length), null, days));
        }
        return new TimedText(new Article(id, "", text, language, day), times);
    }

    private static IEnumerable<(LocalDate First, LocalDate Last)> Days(JsonElement result)
    {
        if (result.TryGetProperty("Value", out JsonElement value) && value.ValueKind == JsonValueKind.Object)
        {
            foreach (string name in (string[])["PastResolution", "FutureResolution"])
                if (value.TryGetProperty(name, out JsonElement resolved) && Range(resolved, "date", "startDate", "endDate") is { } days) yield return days;
        }
        if (result.TryGetProperty("Resolution", out JsonElement resolution) && resolution.TryGetProperty("values", out JsonElement values))
        {
            foreach (JsonElement one in values.EnumerateArray())
                if (one.TryGetProperty("type", out JsonElement type) && type.GetString() is "date" or "daterange" && Range(one, "value", "start", "end") is { } days) yield return days;
        }
    }

    /// <summary>One day, or a range whose end is not included.</summary>
    private static (LocalDate First, LocalDate Last)? Range(JsonElement from, string day, string start, string end)
    {
        if (from.TryGetProperty(day, out JsonElement one) && Day(one.GetString()) is { } only) return (only, only);
        if (from.TryGetProperty(start, out JsonElement first) && from.TryGetProperty(end, out JsonElement last) && Day(first.GetString()) is { } a && Day(last.GetString()) is { } b)
            return (a, b > a ? b.PlusDays(-1) : b);
        return null;
    }

    private static LocalDate? Day(string? word) =>
        word is { Length: >= 10 } && LocalDatePattern.Iso.Parse(word[..10]) is { Success: true } parsed ? parsed.Value : null;
}
