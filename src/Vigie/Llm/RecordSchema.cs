using System.Text.Json;
using System.Text.Json.Nodes;
using Vigie.Events;
using Vigie.Events.Coding;

namespace Vigie.Llm;

/// <summary>The JSON Schema that an answer must keep to: the record's keys with the pack's names, and evidence as words alone (offsets are found, not believed).</summary>
internal static class RecordSchema
{
    public static JsonElement Of(ConflictPack pack)
    {
        JsonObject number = Nullable("integer");
        JsonObject count = Object(("low", number), ("high", number), ("best", number));
        JsonObject words = Nullable("string");
        string[] proved = ["event", "date", "place", "status", "weapons", .. Draft.CountFields];
        JsonObject e = Object(
            ("sub_event_type", Among(pack.Types.Select(type => type.Name))),
            ("focus", Among(Names<Focus>())),
            ("status", Among(Names<Status>())),
            ("date", Object(("start", words), ("end", words), ("precision", Among(Names<TimePrecision>())))),
            ("place", Object(("name", words), ("country", words), ("precision", Among(Names<PlacePrecision>())))),
            ("actors", List(Object(("text", Typed("string")), ("role", Among(ActorRoles.All)), ("kind", Among(ActorKinds.All))))),
            ("killed", OrNull(count)),
            ("injured", OrNull(count)),
            ("detained", OrNull(count)),
            ("abducted", OrNull(count)),
            ("weapons", List(Among(pack.Weapons))),
            ("sources", List(Typed("string"))),
            ("confidence", Typed("number")),
            ("evidence", Object([.. proved.Select(field => (field, words))])));
        return JsonSerializer.SerializeToElement(Object(("events", List(e))));
    }

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => ValueText.Name(value))];

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Nullable(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema.DeepClone(), Typed("null")) };

    private static JsonObject Among(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    // Every key is asked for and no other is allowed: what servers call strict.
    private static JsonObject Object(params ReadOnlySpan<(string Key, JsonObject Schema)> properties)
    {
        var schemas = new JsonObject();
        var keys = new JsonArray();
        foreach ((string key, JsonObject schema) in properties)
        {
            schemas[key] = schema.DeepClone();
            keys.Add(key);
        }
        return new JsonObject { ["type"] = "object", ["properties"] = schemas, ["required"] = keys, ["additionalProperties"] = false };
    }
}
