using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Writes coded articles as JSON: one a line, or as one indented list.</summary>
/// <param name="indented">A list for people and for programs that read whole files; else lines.</param>
internal sealed class RecordWriter(Stream output, bool indented) : IDisposable
{
    // Nothing here stands in a web page, so letters of every script and quotation marks stay as they are;
    // controls, and what is no character, are escaped all the same.
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
        NewLine = "\n",
    });

    private bool any;

    /// <summary>Writes one article's record and hands it on whole.</summary>
    public void Write(CodedArticle coded)
    {
        if (indented && !any) json.WriteStartArray();
        any = true;
        WriteRecord(coded);
        json.Flush();
        if (indented) return;
        output.Write("\n"u8);
        output.Flush();
        json.Reset();
    }

    /// <summary>Ends the list.</summary>
    public void Finish()
    {
        if (!indented) return;
        if (!any) json.WriteStartArray();
        json.WriteEndArray();
        json.Flush();
        output.Write("\n"u8);
        output.Flush();
    }

    public void Dispose() => json.Dispose();

    private void WriteRecord(CodedArticle coded)
    {
        Article article = coded.Document.Article;
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("url", article.Url);
        json.WriteString("title", article.Title);
        json.WriteString("language", coded.Document.Language);
        json.WriteString("published", coded.Document.Published is { } day ? ValueText.Of(day) : null);
        json.WriteString("source", article.Source);
        json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(coded.Document.Text))));
        json.WriteStartArray("events");
        foreach (Event e in coded.Events) WriteEvent(e);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteEvent(Event e)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("focus", ValueText.Name(e.Focus));
        json.WriteString("event_type", e.EventType);
        json.WriteString("sub_event_type", e.SubEventType);
        json.WriteString("status", ValueText.Name(e.Status));
        WriteDate(e.Date);
        WritePlace(e.Place);
        WriteActors(e.Actors);
        WriteCount("killed", e.Killed);
        WriteCount("injured", e.Injured);
        WriteCount("detained", e.Detained);
        WriteCount("abducted", e.Abducted);
        WriteList("weapons", e.Weapons);
        WriteList("sources", e.Sources);
        WriteNumber("confidence", e.Confidence, 4);
        WriteEvidence(e.Evidence);
        json.WriteEndObject();
    }

    private void WriteDate(TimeRange date)
    {
        json.WriteStartObject("date");
        json.WriteString("start", date.Start is { } start ? ValueText.Of(start) : null);
        json.WriteString("end", date.End is { } end ? ValueText.Of(end) : null);
        json.WriteString("precision", ValueText.Name(date.Precision));
        json.WriteEndObject();
    }

    private void WritePlace(Place? place)
    {
        json.WriteStartObject("place");
        json.WriteString("name", place?.Name);
        json.WriteString("admin1", place?.Admin1);
        json.WriteString("country", place?.Country);
        WriteNumber("latitude", place?.Latitude, 5);
        WriteNumber("longitude", place?.Longitude, 5);
        json.WriteString("precision", ValueText.Name(place?.Precision ?? PlacePrecision.None));
        WriteNumber("radius_km", place?.RadiusKm, 2);
        json.WriteString("gazetteer_id", place?.GazetteerId);
        json.WriteString("reason", place?.Reason);
        json.WriteEndObject();
    }

    private void WriteActors(IReadOnlyList<Actor> actors)
    {
        json.WriteStartArray("actors");
        foreach (Actor actor in actors)
        {
            json.WriteStartObject();
            json.WriteString("text", actor.Text);
            json.WriteString("name", actor.Name);
            json.WriteString("id", actor.Id);
            json.WriteString("role", actor.Role);
            json.WriteString("kind", actor.Kind);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteCount(string field, Count? count)
    {
        if (count is null)
        {
            json.WriteNull(field);
            return;
        }
        json.WriteStartObject(field);
        WriteNumber("low", count.Low, 0);
        WriteNumber("high", count.High, 0);
        WriteNumber("best", count.Best, 0);
        json.WriteEndObject();
    }

    private void WriteList(string field, IReadOnlyList<string> values)
    {
        json.WriteStartArray(field);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private void WriteEvidence(IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (Evidence proof in evidence)
        {
            json.WriteStartObject();
            json.WriteString("field", proof.Field);
            json.WriteNumber("start", proof.Span.Start);
            json.WriteNumber("end", proof.Span.End);
            json.WriteString("text", proof.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A number rounded to what is known, so that records do not differ in digits that mean nothing.</summary>
    private void WriteNumber(string field, double? number, int decimals)
    {
        // Adding zero turns -0 into 0.
        if (number is { } value && double.IsFinite(value)) json.WriteNumber(field, Math.Round(value, decimals) + 0.0);
        else json.WriteNull(field);
    }
}
