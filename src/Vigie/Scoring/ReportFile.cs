using System.Globalization;
using System.Text;
using System.Text.Json;
using Vigie.Events;
using Vigie.Events.Coding;

namespace Vigie.Scoring;

/// <summary>Reads gold reports and records of coders from JSON lines; keys that are not compared are passed over.</summary>
internal static class ReportFile
{
    /// <summary>A line holds at most this much: no report is near it.</summary>
    private const int LongestLine = 4_000_000;

    /// <exception cref="InvalidDataException">A line is no report: names the line and what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static List<ScoredReport> Read(string path)
    {
        var reports = new List<ScoredReport>();
        int number = 0;
        foreach (string line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            string where = string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}");
            if (line.Length > LongestLine) throw new InvalidDataException($"{where}: longer than any report; give one report a line");
            reports.Add(Parse(line, where));
        }
        return reports;
    }

    /// <summary>One report.</summary>
    /// <param name="where">Names it to a person.</param>
    /// <exception cref="InvalidDataException">It is no report: names it and what is wrong.</exception>
    public static ScoredReport Parse(string text, string where)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            return Report(json.RootElement, where);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{where}: not valid JSON; give lines as vigie code --format jsonl writes them, or gold reports");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"{where}: {e.Message.TrimEnd('.')}; mend or delete the line");
        }
    }

    private static ScoredReport Report(JsonElement root, string where)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("not a JSON object");
        string id = Word(root, "id") ?? throw new FormatException("\"id\" is missing");
        return new ScoredReport(
            where, id, Word(root, "language"), Word(root, "published"), Word(root, "source"), Word(root, "title"), Word(root, "text"), [.. List(root, "events").Select(Event)]);
    }

    private static ScoredEvent Event(JsonElement e)
    {
        if (e.ValueKind != JsonValueKind.Object) throw new FormatException("an event is no JSON object");
        return new ScoredEvent(
            Word(e, "focus"),
            Word(e, "event_type"),
            Word(e, "sub_event_type"),
            Word(e, "status"),
            Part(e, "date") is { } date ? new ScoredDate(Word(date, "start"), Word(date, "end")) : ScoredDate.Unknown,
            Part(e, "place") is { } place ? new ScoredPlace(Word(place, "country"), Number(place, "latitude"), Number(place, "longitude"), Word(place, "precision") ?? "none") : ScoredPlace.Nowhere,
            [.. List(e, "actors").Select(Actor)],
            [.. Draft.CountFields.Select(field => CountOf(e, field))],
            [.. List(e, "weapons").Select(weapon => Text(weapon, "weapons"))],
            [.. Evidence(e)],
            Number(e, "confidence"));
    }

    private static ScoredActor Actor(JsonElement actor)
    {
        if (actor.ValueKind != JsonValueKind.Object) throw new FormatException("an actor is no JSON object");
        var names = List(actor, "names").Select(name => Text(name, "names")).ToList();
        foreach (string key in (string[])["name", "text"])
            if (Word(actor, key) is { Length: > 0 } name) names.Add(name);
        return new ScoredActor(names, Word(actor, "role"), Word(actor, "kind"));
    }

    private static Count? CountOf(JsonElement e, string field) => Part(e, field) is { } count && count.EnumerateObject().Any()
        ? new Count(Whole(count, "low"), Whole(count, "high"), Whole(count, "best"))
        : null;

    // A record lists passages with their offsets, a gold line names the words of each field.
    private static IEnumerable<ScoredEvidence> Evidence(JsonElement e)
    {
        if (!e.TryGetProperty("evidence", out JsonElement evidence)) yield break;
        if (evidence.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in evidence.EnumerateObject())
                if (field.Value.ValueKind == JsonValueKind.String && field.Value.GetString() is { Length: > 0 } words) yield return new ScoredEvidence(field.Name, null, null, words);
            yield break;
        }
        foreach (JsonElement item in List(e, "evidence"))
        {
            if (item.ValueKind != JsonValueKind.Object) throw new FormatException("a passage of \"evidence\" is no JSON object");
            yield return new ScoredEvidence(Word(item, "field") ?? "", Whole(item, "start"), Whole(item, "end"), Word(item, "text"));
        }
    }

    private static JsonElement? Part(JsonElement from, string key)
    {
        if (!from.TryGetProperty(key, out JsonElement part) || part.ValueKind == JsonValueKind.Null) return null;
        return part.ValueKind == JsonValueKind.Object ? part : throw new FormatException($"\"{key}\" is no JSON object");
    }

    private static JsonElement[] List(JsonElement from, string key)
    {
        if (!from.TryGetProperty(key, out JsonElement list) || list.ValueKind == JsonValueKind.Null) return [];
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : throw new FormatException($"\"{key}\" is no list");
    }

    private static string? Word(JsonElement from, string key)
    {
        if (!from.TryGetProperty(key, out JsonElement word) || word.ValueKind == JsonValueKind.Null) return null;
        return word.ValueKind == JsonValueKind.Number && key == "id" ? word.GetRawText() : Text(word, key);
    }

    private static string Text(JsonElement word, string key) =>
        word.ValueKind == JsonValueKind.String ? word.GetString()! : throw new FormatException($"\"{key}\" holds something that is no string");

    private static double? Number(JsonElement from, string key)
    {
        if (!from.TryGetProperty(key, out JsonElement number) || number.ValueKind == JsonValueKind.Null) return null;
        return number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out double value) ? value : throw new FormatException($"\"{key}\" is no number");
    }

    private static int? Whole(JsonElement from, string key)
    {
        if (Number(from, key) is not { } number) return null;
        return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw new FormatException($"\"{key}\" is no whole number");
    }
}
