using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>An article with the events that a person coded in it, and the incident of each.</summary>
/// <param name="Incidents">Gold incident of each event.</param>
internal sealed record ToldArticle(Article Article, IReadOnlyList<Event> Events, IReadOnlyList<string> Incidents);

/// <summary>
/// Reads articles with gold events (the format of <c>corpora/gold</c>) of which each names its <c>incident</c>; an actor may have an
/// <c>id</c> of the register.
/// </summary>
internal static class ToldArticles
{
    /// <exception cref="InputException">A line is no such article; the message names it.</exception>
    public static IReadOnlyList<ToldArticle> Read(Stream stream)
    {
        var articles = new List<ToldArticle>();
        using var reader = new StreamReader(stream);
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                byte[] bytes = Encoding.UTF8.GetBytes(line);
                Article article = ArticleLine.Read(bytes, "line-" + number.ToString(CultureInfo.InvariantCulture));
                using JsonDocument json = JsonDocument.Parse(bytes);
                JsonElement[] events = [.. json.RootElement.GetProperty("events").EnumerateArray()];
                articles.Add(new ToldArticle(
                    article,
                    [.. events.Select((coded, i) => ReadEvent(coded, article.Id + "#" + i.ToString(CultureInfo.InvariantCulture)))],
                    [.. events.Select(coded => coded.GetProperty("incident").GetString()!)]));
            }
            catch (Exception e) when (e is InputException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or UnparsableValueException or ArgumentException)
            {
                throw new InputException($"line {number.ToString(CultureInfo.InvariantCulture)} is no article with coded events, each with its \"incident\" ({e.Message.TrimEnd('.')}); mend or delete it");
            }
        }
        return articles;
    }

    private static Event ReadEvent(JsonElement json, string id) => new(
        id,
        Enum.Parse<Focus>(Word(json, "focus")!, ignoreCase: true),
        Word(json, "event_type")!,
        Word(json, "sub_event_type")!,
        Enum.Parse<Status>(Word(json, "status")!, ignoreCase: true),
        Date(json.GetProperty("date")),
        PlaceOf(json.GetProperty("place")),
        [.. json.GetProperty("actors").EnumerateArray().Select(ActorOf)],
        CountOf(json, "killed"),
        CountOf(json, "injured"),
        CountOf(json, "detained"),
        CountOf(json, "abducted"),
        [.. json.GetProperty("weapons").EnumerateArray().Select(weapon => weapon.GetString()!)],
        [],
        Confidence: 1,
        []);

    private static TimeRange Date(JsonElement json) => Word(json, "start") is { } start
        ? new TimeRange(Day(start), Day(Word(json, "end") ?? start), Enum.Parse<TimePrecision>(Word(json, "precision")!, ignoreCase: true))
        : TimeRange.Unknown;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Place? PlaceOf(JsonElement json)
    {
        var precision = Enum.Parse<PlacePrecision>(Word(json, "precision") ?? "none", ignoreCase: true);
        return precision == PlacePrecision.None ? null : new Place(
            Word(json, "name") ?? "", Word(json, "admin1"), Word(json, "country"), Number(json, "latitude"), Number(json, "longitude"), precision, null, null, null);
    }

    private static Actor ActorOf(JsonElement json)
    {
        string? id = Word(json, "id");
        string name = json.GetProperty("names")[0].GetString()!;
        return new Actor(name, id is null ? null : name, id, Word(json, "role")!, Word(json, "kind")!);
    }

    private static Count? CountOf(JsonElement json, string field) => json.TryGetProperty(field, out JsonElement count) && count.ValueKind == JsonValueKind.Object
        ? new Count((int?)Number(count, "low"), (int?)Number(count, "high"), (int?)Number(count, "best")) : null;

    private static string? Word(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
