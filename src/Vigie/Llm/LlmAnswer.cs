using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Events.Coding;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Llm;

/// <summary>
/// Reads a model's answer and believes nothing of it that the text does not say: an event, a value or a party stands where its words stand in the text to the letter, and nowhere else.
/// Places take their coordinates from the gazetteer and parties their names from the register.
/// </summary>
internal sealed class LlmAnswer(Document document, ConflictPack pack, IReadOnlyList<PlaceCandidate> places, ActorRecogniser register)
{
    private const int MostEvents = 60;
    private const int MostValues = 40;

    private readonly QuoteFinder quotes = new(document);

    /// <summary>Events in the order of their first telling.</summary>
    /// <returns>Null where the answer is none: no JSON, no list of events, or events of which not one is proved.</returns>
    public IReadOnlyList<Event>? Read(string answer)
    {
        // Some servers set the object between fences or words of their own.
        int from = answer.IndexOf('{', StringComparison.Ordinal), to = answer.LastIndexOf('}');
        if (from < 0 || to < from) return null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer.AsMemory(from, to + 1 - from), new JsonDocumentOptions { MaxDepth = 32 });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("events", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return null;
            var events = new Dictionary<string, (Span Passage, Event Event)>(StringComparer.Ordinal);
            foreach (JsonElement item in list.EnumerateArray().Take(MostEvents))
                if (item.ValueKind == JsonValueKind.Object && Proved(item) is { } proved) events.TryAdd(proved.Event.Id, proved);
            return events.Count == 0 && list.GetArrayLength() > 0 ? null : [.. events.Values.OrderBy(e => e.Passage.Start).Select(e => e.Event)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private (Span Passage, Event Event)? Proved(JsonElement item)
    {
        int type = pack.IndexOf(Word(item, "sub_event_type") ?? "");
        if (type < 0 || quotes.First(Quote(item, "event")) is not { } passage) return null;
        var evidence = new List<Evidence> { Proof("event", passage) };
        TimeRange date = TimeRange.Unknown;
        if (Days(item) is { } days && Add(evidence, item, "date", passage) is not null) date = days;
        Place? place = PlaceOf(item, passage, evidence);
        Count?[] counts = [.. Draft.CountFields.Select(field => CountOf(item, field) is { } count && Add(evidence, item, field, passage) is not null ? count : null)];
        string[] weapons = [.. Words(item, "weapons").Where(pack.Weapons.Contains).Distinct(StringComparer.Ordinal)];
        if (weapons.Length > 0 && Add(evidence, item, "weapon", passage, "weapons") is null) weapons = [];
        Status status = Enum.TryParse(Word(item, "status"), ignoreCase: true, out Status said) && Enum.IsDefined(said) ? said : Status.Asserted;
        if (status != Status.Asserted && Add(evidence, item, "status", passage) is null) status = Status.Asserted;
        Actor[] actors = [.. Actors(item, passage, evidence)];
        var coded = new Event(
            EventId.Of(document, pack.Types[type].Name, passage),
            Word(item, "focus") == "background" ? Focus.Background : Focus.Main,
            pack.Types[type].Type,
            pack.Types[type].Name,
            status,
            date,
            place,
            actors,
            counts[0],
            counts[1],
            counts[2],
            counts[3],
            weapons,
            [.. Words(item, "sources").Where(source => quotes.First(source) is not null).Select(source => source.Trim()).Distinct(StringComparer.Ordinal)],
            Confidence(item),
            evidence);
        return (passage, coded);
    }

    private Place? PlaceOf(JsonElement item, Span passage, List<Evidence> evidence)
    {
        if (!item.TryGetProperty("place", out JsonElement place) || place.ValueKind != JsonValueKind.Object) return null;
        if (!Enum.TryParse(Word(place, "precision"), ignoreCase: true, out PlacePrecision precision) || !Enum.IsDefined(precision) || precision == PlacePrecision.None) return null;
        if (Add(evidence, item, "place", passage) is not { Span: var at }) return null;
        // The longest name within the passage is the one that the model means, or that holds it.
        PlaceCandidate? known = places.Where(candidate => candidate.Span.Overlaps(at)).MaxBy(candidate => Math.Min(candidate.Span.End, at.End) - Math.Max(candidate.Span.Start, at.Start));
        string? country = Word(place, "country") is { Length: 2 } code && code.All(char.IsAsciiLetterUpper) ? code : null;
        // Of places of one name the model may know better which country the text is about.
        if (known is not null) return known.RunnersUp.Prepend(known.Place).FirstOrDefault(other => other.Country == country) ?? known.Place;
        return new Place(at.Of(document.Text), null, country, null, null, precision, null, null, "said by the model; the gazetteer does not know it");
    }

    private IEnumerable<Actor> Actors(JsonElement item, Span passage, List<Evidence> evidence)
    {
        if (!item.TryGetProperty("actors", out JsonElement list) || list.ValueKind != JsonValueKind.Array) yield break;
        int index = 0;
        var seen = new HashSet<(Span, string)>();
        foreach (JsonElement actor in list.EnumerateArray().Take(MostValues))
        {
            if (actor.ValueKind != JsonValueKind.Object || Word(actor, "role") is not { } role || !ActorRoles.All.Contains(role)) continue;
            if (quotes.Nearest(Word(actor, "text"), passage) is not { } at || !seen.Add((at, role))) continue;
            ActorCandidate named = register.Name(document, at);
            string? kind = named.Id is not null ? named.Kind : null;
            if (kind is null && Word(actor, "kind") is { } said && ActorKinds.All.Contains(said)) kind = said;
            evidence.Add(Proof(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"actor:{index++}"), at));
            yield return new Actor(at.Of(document.Text), named.Name, named.Id, role, kind ?? "unidentified");
        }
    }

    private static TimeRange? Days(JsonElement item)
    {
        if (!item.TryGetProperty("date", out JsonElement date) || date.ValueKind != JsonValueKind.Object) return null;
        if (Day(Word(date, "start")) is not { } start || Day(Word(date, "end") ?? Word(date, "start")) is not { } end || end < start) return null;
        return Enum.TryParse(Word(date, "precision"), ignoreCase: true, out TimePrecision precision) && Enum.IsDefined(precision) && precision != TimePrecision.None
            ? new TimeRange(start, end, precision)
            : null;
    }

    private static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    private static Count? CountOf(JsonElement item, string field)
    {
        if (!item.TryGetProperty(field, out JsonElement count) || count.ValueKind != JsonValueKind.Object) return null;
        int? low = Whole(count, "low"), high = Whole(count, "high"), best = Whole(count, "best");
        bool isOrdered = !(low > high || best < low || best > high) && !(low < 0 || high < 0 || best < 0);
        return isOrdered && (low ?? high ?? best) is not null ? new Count(low ?? best, high, best) : null;
    }

    private static double Confidence(JsonElement item) =>
        item.TryGetProperty("confidence", out JsonElement said) && said.ValueKind == JsonValueKind.Number && said.TryGetDouble(out double value) && double.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0.5;

    private Evidence? Add(List<Evidence> evidence, JsonElement item, string field, Span passage, string? key = null)
    {
        if (quotes.Nearest(Quote(item, key ?? field), passage) is not { } at) return null;
        evidence.Add(Proof(field, at));
        return evidence[^1];
    }

    private Evidence Proof(string field, Span span) => new(field, span, span.Of(document.Text));

    private static string? Quote(JsonElement item, string field) =>
        item.TryGetProperty("evidence", out JsonElement evidence) && evidence.ValueKind == JsonValueKind.Object ? Word(evidence, field) : null;

    private static string? Word(JsonElement from, string key) =>
        from.TryGetProperty(key, out JsonElement word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;

    private static int? Whole(JsonElement from, string key) =>
        from.TryGetProperty(key, out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int value) ? value : null;

    private static IEnumerable<string> Words(JsonElement from, string key) =>
        from.TryGetProperty(key, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Take(MostValues).Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)
            : [];
}
