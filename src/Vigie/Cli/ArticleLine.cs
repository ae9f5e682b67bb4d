using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Reads an article from a line of JSON: <c>{"id","title","text","published","language"?,"source"?,"url"?}</c>; other keys are passed over.</summary>
internal static class ArticleLine
{
    /// <param name="json">One line of UTF-8.</param>
    /// <param name="namelessId">The id of a line that names none.</param>
    /// <exception cref="InputException">The line is no JSON object, or a key of it has no usable value.</exception>
    public static Article Read(ReadOnlyMemory<byte> json, string namelessId)
    {
        try
        {
            using JsonDocument line = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
            JsonElement root = line.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new InputException("not a JSON object; a line looks like {\"id\":\"…\",\"title\":\"…\",\"text\":\"…\",\"published\":\"2025-08-20\"}");
            string text = Word(root, "text") ?? "";
            string title = Word(root, "title") ?? "";
            if (string.IsNullOrWhiteSpace(text) && string.IsNullOrWhiteSpace(title))
                throw new InputException("the article has no \"text\"; give its words there");
            return new Article(Id(root) ?? namelessId, title, text, Language(Word(root, "language")), Day(Word(root, "published")), Word(root, "source"), Word(root, "url"));
        }
        catch (JsonException e)
        {
            string at = ((e.BytePositionInLine ?? 0) + 1).ToString("N0", CultureInfo.InvariantCulture);
            throw new InputException($"not valid JSON from byte {at} of the line on; mend or delete the line");
        }
        catch (InvalidOperationException)
        {
            throw new InputException("a text in it is no valid Unicode; mend or delete the line");
        }
    }

    private static string? Id(JsonElement root) =>
        root.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : Word(root, "id");

    private static string? Word(JsonElement root, string key)
    {
        if (!root.TryGetProperty(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new InputException($"\"{key}\" is no string; put its value in quotation marks");
        return value.GetString() is { Length: > 0 } word ? word : null;
    }

    /// <summary>The language of a tag such as <c>fr-ML</c>, in lower case.</summary>
    private static string? Language(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant();

    /// <summary>The day of an ISO date, or of a date with a time.</summary>
    private static LocalDate? Day(string? published)
    {
        if (published is null) return null;
        string day = published.Length > 10 && published[10] is 'T' or ' ' ? published[..10] : published;
        ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(day);
        return parsed.Success ? parsed.Value : throw new InputException($"\"published\" is \"{Plain.Shortened(published, 40)}\", which is no day; write it as 2025-08-20");
    }
}
