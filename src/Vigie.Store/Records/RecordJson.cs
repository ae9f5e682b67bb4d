using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Vigie.Store.Records;

/// <summary>What all records share as JSON: letters of every script as they are, numbers rounded to what is known, words for enumerations.</summary>
public static class RecordJson
{
    // Nothing here stands in a web page, so letters of every script and quotation marks stay as they are;
    // controls, and what is no character, are escaped all the same.
    public static JsonWriterOptions Lines { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The JSON that <paramref name="write"/> writes, as a text.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Lines)) write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>What <paramref name="read"/> makes of a JSON text that this project wrote.</summary>
    /// <exception cref="RecordException">It is no such text.</exception>
    public static T Parse<T>(string json, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RecordException(e.Message.TrimEnd('.'));
        }
    }

    /// <summary>A number rounded to what is known, so that records do not differ in digits that mean nothing; null where it is none.</summary>
    public static void WriteNumber(this Utf8JsonWriter json, string field, double? number, int decimals)
    {
        // Adding zero turns -0 into 0.
        if (number is { } value && double.IsFinite(value)) json.WriteNumber(field, Rounded(value, decimals));
        else json.WriteNull(field);
    }

    public static double Rounded(double value, int decimals) => Math.Round(value, decimals) + 0.0;

    public static void WriteList(this Utf8JsonWriter json, string field, IEnumerable<string> values)
    {
        json.WriteStartArray(field);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>The word of a field, or null where it is null or missing.</summary>
    /// <exception cref="RecordException">It is no string.</exception>
    public static string? Word(this JsonElement json, string field)
    {
        if (!json.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new RecordException($"\"{field}\" is no string");
    }

    /// <summary>The word of a field, never empty.</summary>
    /// <exception cref="RecordException">It is missing.</exception>
    public static string Required(this JsonElement json, string field) =>
        json.Word(field) is { Length: > 0 } word ? word : throw new RecordException($"\"{field}\" is missing");

    public static int? Integer(this JsonElement json, string field)
    {
        if (!json.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw new RecordException($"\"{field}\" is no whole number");
    }

    public static double? Number(this JsonElement json, string field)
    {
        if (!json.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new RecordException($"\"{field}\" is no number");
    }

    /// <summary>The strings of a list; none where it is missing.</summary>
    public static IReadOnlyList<string> Words(this JsonElement json, string field) =>
        [.. json.Elements(field).Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new RecordException($"\"{field}\" has something that is no string"))];

    /// <summary>The elements of a list; none where it is missing.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement json, string field)
    {
        if (!json.TryGetProperty(field, out JsonElement list) || list.ValueKind == JsonValueKind.Null) return [];
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new RecordException($"\"{field}\" is no list");
    }

    /// <summary>The object of a field, or null where it is null or missing.</summary>
    public static JsonElement? Object(this JsonElement json, string field)
    {
        if (!json.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Object ? value : throw new RecordException($"\"{field}\" is no object");
    }

    /// <summary>The value of an enumeration by its name in the record.</summary>
    public static T Named<T>(this JsonElement json, string field, T missing) where T : struct, Enum => json.Word(field) is { } word ? Named<T>(word, field) : missing;

    public static T Named<T>(string word, string field) where T : struct, Enum =>
        Enum.TryParse(word, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0])
            ? value
            : throw new RecordException($"\"{field}\" is \"{word}\"; it is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    /// <summary>An ISO day.</summary>
    public static LocalDate? Day(this JsonElement json, string field) => json.Word(field) is { } word ? Day(word, field) : null;

    public static LocalDate Day(string word, string field)
    {
        ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(word);
        return day.Success ? day.Value : throw new RecordException($"\"{field}\" is \"{word}\", which is no day; write it as 2025-08-20");
    }
}

/// <summary>A record that is not as it should be; the message says what is wrong, without naming the record.</summary>
public sealed class RecordException(string problem) : Exception(problem);
