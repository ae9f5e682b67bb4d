using System.Text.Json;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Records;

namespace Vigie.Desk.Api;

/// <summary>What the store keeps as JSON: the record of an event as <c>vigie code</c> writes it, with what became of it beside it.</summary>
internal static class Records
{
    public static void Write(Utf8JsonWriter json, StoredEvent stored)
    {
        json.WriteStartObject();
        json.WriteNumber("version", stored.Version);
        json.WriteString("state", ValueText.Name(stored.State));
        json.WriteString("article", stored.ArticleId);
        json.WriteString("incident", stored.IncidentId);
        json.WriteString("tie", ValueText.Name(stored.Tie));
        json.WriteNumber("tie_score", stored.TieScore, 4);
        json.WriteString("coder", stored.Coding.Coder);
        json.WriteString("coder_version", stored.Coding.Version);
        json.WriteNumber("worth", stored.Worth, 4);
        json.WritePropertyName("event");
        EventJson.Write(json, stored.Event);
        if (stored.Proposed is { } proposed)
        {
            json.WritePropertyName("proposed");
            EventJson.Write(json, proposed);
        }
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, StoredIncident incident)
    {
        json.WriteStartObject();
        json.WriteString("id", incident.Id);
        json.WriteNumber("version", incident.Version);
        WriteOutline(json, incident.Outline);
        json.WriteStartObject("choices");
        foreach ((string field, IReadOnlyList<string> claims) in incident.Choices.OrderBy(choice => choice.Key, StringComparer.Ordinal)) json.WriteList(field, claims);
        json.WriteEndObject();
        json.WriteStartArray("events");
        foreach (StoredEvent e in incident.Events) Write(json, e);
        json.WriteEndArray();
        json.WriteStartArray("articles");
        foreach (ArticleHead head in incident.Articles.Values.OrderBy(head => head.Id, StringComparer.Ordinal)) WriteHead(json, head);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An article of a list: without its text, which may be long.</summary>
    public static void Write(Utf8JsonWriter json, StoredArticle article) => WriteArticle(json, article, withText: false);

    public static void WriteWithText(Utf8JsonWriter json, StoredArticle article) => WriteArticle(json, article, withText: true);

    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject();
        json.WriteNumber("number", decision.Number);
        json.WriteString("at", decision.At.ToString());
        json.WriteString("who", decision.Who);
        json.WriteString("kind", decision.Kind);
        json.WriteString("reason", decision.Reason);
        if (decision.Undoes is { } undoes) json.WriteNumber("undoes", undoes);
        if (decision.Undone is { } undone) json.WriteNumber("undone", undone);
        json.WriteStartArray("changes");
        foreach (Change change in decision.Changes)
        {
            json.WriteStartObject();
            json.WriteString("subject", change.Subject);
            json.WriteString("id", change.Id);
            json.WriteNumber("version", change.Version);
            WriteRaw(json, "before", change.Before);
            WriteRaw(json, "after", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteOutline(Utf8JsonWriter json, IncidentOutline outline)
    {
        json.WriteString("event_type", outline.EventType);
        json.WriteString("sub_event_type", outline.SubEventType);
        json.WriteString("status", ValueText.Name(outline.Status));
        EventJson.WriteDate(json, outline.Date);
        EventJson.WritePlace(json, outline.Place);
        EventJson.WriteCount(json, "killed", outline.Killed);
        EventJson.WriteCount(json, "injured", outline.Injured);
        json.WriteNumber("reports", outline.Events);
        json.WriteNumber("sources", outline.Sources);
        json.WriteBoolean("disagrees", outline.Disagrees);
        json.WriteNumber("worth", outline.Worth, 4);
    }

    private static void WriteArticle(Utf8JsonWriter json, StoredArticle article, bool withText)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Article.Id);
        json.WriteString("url", article.Article.Url);
        json.WriteString("title", article.Article.Title);
        if (withText) json.WriteString("text", article.Article.Text);
        json.WriteString("language", article.Article.Language);
        json.WriteString("published", article.Article.Published is { } day ? ValueText.Of(day) : null);
        json.WriteString("source", article.Article.Source);
        json.WriteString("sha256", article.Sha256);
        json.WriteString("page_sha256", article.PageSha256);
        json.WriteString("copy_of", article.CopyOf);
        json.WriteString("previous", article.Previous);
        json.WriteString("added", article.Added.ToString());
        json.WriteStartArray("events");
        foreach (StoredEvent e in article.Events) Write(json, e);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, ArticleHead head)
    {
        json.WriteStartObject();
        json.WriteString("id", head.Id);
        json.WriteString("title", head.Title);
        json.WriteString("language", head.Language);
        json.WriteString("published", head.Published is { } day ? ValueText.Of(day) : null);
        json.WriteString("source", head.Source);
        json.WriteString("url", head.Url);
        json.WriteString("copy_of", head.CopyOf);
        json.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WritePropertyName(name);
        json.WriteRawValue(value);
    }
}
