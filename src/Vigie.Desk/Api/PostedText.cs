using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Store.Records;
using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Desk.Api;

/// <summary>Codes a posted text, and keeps it where that is asked for.</summary>
internal static class PostedText
{
    /// <summary>Longest title and text, in UTF-16 code units; as for the command line.</summary>
    private const int LongestArticle = 100_000;

    public static async Task<IResult> Code(HttpContext context, Room room)
    {
        using JsonDocument body = await ApiHandlers.Body(context);
        JsonElement json = body.RootElement;
        string title = json.Word("title") ?? "", text = json.Word("text") ?? "";
        if (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(text)) throw new RecordException("\"text\" is missing: give a report to code");
        if (title.Length + text.Length > LongestArticle) throw new RecordException($"longer than {LongestArticle} letters: give one article");
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text)));
        var article = new Article(json.Word("id") ?? hash[..16], title, text, json.Word("language"), json.Day("published"), json.Word("source"), json.Word("url"));
        bool keep = json.TryGetProperty("keep", out JsonElement wish) && wish.ValueKind == JsonValueKind.True;
        try
        {
            (CodedArticle coded, string id) = keep ? room.Intake.Keep(article) : (room.Coder.Code(article), article.Id);
            article = article with { Id = id, Language = coded.Document.Language, Published = coded.Document.Published };
            return Answers.Json(context, output => Write(output, article, hash, coded.Events), keep ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }
        catch (UnsupportedLanguageException e)
        {
            throw new RecordException($"{e.Message}: if it is one of these, say so in \"language\"");
        }
    }

    private static void Write(Utf8JsonWriter json, Article article, string hash, IReadOnlyList<Event> events)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("url", article.Url);
        json.WriteString("title", article.Title);
        json.WriteString("language", article.Language);
        json.WriteString("published", article.Published is { } day ? ValueText.Of(day) : null);
        json.WriteString("source", article.Source);
        json.WriteString("sha256", hash);
        json.WriteStartArray("events");
        foreach (Event e in events) EventJson.Write(json, e);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
