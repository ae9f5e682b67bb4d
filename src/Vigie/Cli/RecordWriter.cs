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
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
        NewLine = "\n",
    });

    private bool _any;

    /// <summary>Writes one article's record and hands it on whole.</summary>
    public void Write(CodedArticle coded)
    {
        if (indented && !_any) _json.WriteStartArray();
        _any = true;
        WriteRecord(coded);
        _json.Flush();
        if (indented) return;
        output.Write("\n"u8);
        output.Flush();
        _json.Reset();
    }

    /// <summary>Ends the list.</summary>
    public void Finish()
    {
        if (!indented) return;
        if (!_any) _json.WriteStartArray();
        _json.WriteEndArray();
        _json.Flush();
        output.Write("\n"u8);
        output.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void WriteRecord(CodedArticle coded)
    {
        Article article = coded.Document.Article;
        _json.WriteStartObject();
        _json.WriteString("id", article.Id);
        _json.WriteString("url", article.Url);
        _json.WriteString("title", article.Title);
        _json.WriteString("language", coded.Document.Language);
        _json.WriteString("published", coded.Document.Published is { } day ? FieldText.Day(day) : null);
        _json.WriteString("source", article.Source);
        _json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(coded.Document.Text))));
        _json.WriteStartArray("events");
        foreach (Event e in coded.Events) WriteEvent(e);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteEvent(Event e)
    {
        _json.WriteStartObject();
        _json.WriteString("id", e.Id);
        _json.WriteString("focus", FieldText.Name(e.Focus));
        _json.WriteString("event_type", e.EventType);
        _json.WriteString("sub_event_type", e.SubEventType);
        _json.WriteString("status", FieldText.Name(e.Status));
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
        _json.WriteEndObject();
    }

    private void WriteDate(TimeRange date)
    {
        _json.WriteStartObject("date");
        _json.WriteString("start", date.Start is { } start ? FieldText.Day(start) : null);
        _json.WriteString("end", date.End is { } end ? FieldText.Day(end) : null);
        _json.WriteString("precision", FieldText.Name(date.Precision));
        _json.WriteEndObject();
    }

    private void WritePlace(Place? place)
    {
        _json.WriteStartObject("place");
        _json.WriteString("name", place?.Name);
        _json.WriteString("admin1", place?.Admin1);
        _json.WriteString("country", place?.Country);
        WriteNumber("latitude", place?.Latitude, 5);
        WriteNumber("longitude", place?.Longitude, 5);
        _json.WriteString("precision", FieldText.Name(place?.Precision ?? PlacePrecision.None));
        WriteNumber("radius_km", place?.RadiusKm, 2);
        _json.WriteString("gazetteer_id", place?.GazetteerId);
        _json.WriteString("reason", place?.Reason);
        _json.WriteEndObject();
    }

    private void WriteActors(IReadOnlyList<Actor> actors)
    {
        _json.WriteStartArray("actors");
        foreach (Actor actor in actors)
        {
            _json.WriteStartObject();
            _json.WriteString("text", actor.Text);
            _json.WriteString("name", actor.Name);
            _json.WriteString("id", actor.Id);
            _json.WriteString("role", actor.Role);
            _json.WriteString("kind", actor.Kind);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteCount(string field, Count? count)
    {
        if (count is null)
        {
            _json.WriteNull(field);
            return;
        }
        _json.WriteStartObject(field);
        WriteNumber("low", count.Low, 0);
        WriteNumber("high", count.High, 0);
        WriteNumber("best", count.Best, 0);
        _json.WriteEndObject();
    }

    private void WriteList(string field, IReadOnlyList<string> values)
    {
        _json.WriteStartArray(field);
        foreach (string value in values) _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    private void WriteEvidence(IReadOnlyList<Evidence> evidence)
    {
        _json.WriteStartArray("evidence");
        foreach (Evidence proof in evidence)
        {
            _json.WriteStartObject();
            _json.WriteString("field", proof.Field);
            _json.WriteNumber("start", proof.Span.Start);
            _json.WriteNumber("end", proof.Span.End);
            _json.WriteString("text", proof.Text);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    /// <summary>A number rounded to what is known, so that records do not differ in digits that mean nothing.</summary>
    private void WriteNumber(string field, double? number, int decimals)
    {
        // Adding zero turns -0 into 0.
        if (number is { } value && double.IsFinite(value)) _json.WriteNumber(field, Math.Round(value, decimals) + 0.0);
        else _json.WriteNull(field);
    }
}
