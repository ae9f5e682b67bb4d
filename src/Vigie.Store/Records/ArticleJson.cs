using System.Text.Json;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Store.Records;

/// <summary>
/// An article with its events as one line of JSON: the record that <c>vigie code</c> writes, with the text, and for each event how it stands
/// (<c>state</c>, <c>incident</c>, <c>tie</c>, <c>tie_score</c>) and who coded it (<c>coder</c>, <c>coder_version</c>).
/// </summary>
public static class ArticleJson
{
    /// <param name="whole">Whether the text, the page and the row of a coded table are written: all that another store needs.</param>
    public static void Write(Utf8JsonWriter json, StoredArticle stored, bool whole)
    {
        Article article = stored.Article;
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("url", article.Url);
        json.WriteString("title", article.Title);
        json.WriteString("language", article.Language);
        json.WriteString("published", article.Published is { } day ? ValueText.Of(day) : null);
        json.WriteString("source", article.Source);
        json.WriteString("sha256", stored.Sha256);
        if (whole)
        {
            json.WriteString("text", article.Text);
            if (stored.PageSha256 is { } page) json.WriteString("page", page);
            if (stored.Row is { } row)
            {
                json.WriteString("table", row.Table);
                json.WritePropertyName("row");
                json.WriteRawValue(RowJson.Text(row));
            }
        }
        json.WriteStartArray("events");
        foreach (StoredEvent e in stored.Events) WriteEvent(json, e);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Whether a line is a record with events, and not only an article to be coded.</summary>
    public static bool HasEvents(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("events", out JsonElement events) && events.ValueKind == JsonValueKind.Array;

    /// <returns>The record, and who coded it: of its first event, or null where none says so.</returns>
    /// <exception cref="RecordException">The record is not as it should be.</exception>
    public static (ArticleRecord Record, Provenance? Coding) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new RecordException("the line is no JSON object");
        if (json.TryGetProperty("text", out _) is false) throw new RecordException("the record has no \"text\": export it with --names keep, or code the article again");
        var article = new Article(json.Required("id"), json.Word("title") ?? "", json.Word("text") ?? "", json.Word("language"), json.Day("published"), json.Word("source"), json.Word("url"));
        var events = new List<Event>();
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        Provenance? coding = null;
        foreach (JsonElement one in json.Elements("events"))
        {
            Event e = EventJson.Read(one);
            CheckEvidence(e, article);
            if (!standings.TryAdd(e.Id, new Standing(one.Named("state", ReviewState.Draft), one.Word("incident"), one.Named("tie", Tie.Tells), one.Number("tie_score") ?? 1)))
                throw new RecordException($"two events have the id \"{e.Id}\"");
            if (one.Word("coder") is { } coder) coding ??= new Provenance(coder, one.Word("coder_version") ?? "");
            events.Add(e);
        }
        TableRow? row = json.Word("table") is { } table && json.Object("row") is { } cells ? RowJson.Parse(table, cells.GetRawText()) : null;
        return (new ArticleRecord(article, events, json.Word("page"), row, standings), coding);
    }

    private static void WriteEvent(Utf8JsonWriter json, StoredEvent e)
    {
        EventJson.WriteFields(json, e.Event);
        json.WriteString("state", ValueText.Name(e.State));
        json.WriteString("incident", e.IncidentId);
        json.WriteString("tie", ValueText.Name(e.Tie));
        json.WriteNumber("tie_score", e.TieScore, 4);
        json.WriteString("coder", e.Coding.Coder);
        json.WriteString("coder_version", e.Coding.Version);
        json.WriteEndObject();
    }

    private static void CheckEvidence(Event e, Article article)
    {
        string text = article.FullText;
        foreach (Evidence proof in e.Evidence)
            if (proof.Span.End > text.Length || proof.Span.Of(text) != proof.Text)
                throw new RecordException($"the evidence of \"{proof.Field}\" of event \"{e.Id}\" does not stand in the text at {proof.Span.Start} to {proof.Span.End}");
    }
}
