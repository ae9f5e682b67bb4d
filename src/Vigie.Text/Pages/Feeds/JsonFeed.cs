using System.Text.Json;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Feeds;

/// <summary>JSON Feed 1 and 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The feed; null where the text is no JSON Feed.</summary>
    public static Feed? Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Tolerant);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out JsonElement items) || items.ValueKind != JsonValueKind.Array) return null;
            return new Feed(FeedKind.Json, Word(root, "title") ?? "", Word(root, "home_page_url"), Word(root, "language"), null, null,
                [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(Entry)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FeedEntry Entry(JsonElement item) => new(
        Word(item, "id"),
        PageFacts.Collapsed(Word(item, "title") ?? ""),
        Word(item, "url") ?? Word(item, "external_url"),
        Word(item, "content_html") ?? System.Net.WebUtility.HtmlEncode(Word(item, "content_text") ?? Word(item, "summary") ?? ""),
        TimeStamp.Parse(Word(item, "date_published")),
        TimeStamp.Parse(Word(item, "date_modified")),
        [.. Objects(item, "authors").Concat(Objects(item, "author")).Select(author => Word(author, "name") ?? "").Where(name => name.Length > 0)],
        item.TryGetProperty("tags", out JsonElement tags) && tags.ValueKind == JsonValueKind.Array ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)] : [],
        Word(item, "image") ?? Word(item, "banner_image"));

    private static IEnumerable<JsonElement> Objects(JsonElement item, string key)
    {
        if (!item.TryGetProperty(key, out JsonElement value)) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object) : value.ValueKind == JsonValueKind.Object ? [value] : [];
    }

    private static string? Word(JsonElement item, string key) =>
        item.TryGetProperty(key, out JsonElement value) ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null } : null;
}
