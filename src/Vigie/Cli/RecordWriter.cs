using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Store.Records;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Writes coded articles as JSON: one a line, or as one indented list.</summary>
/// <param name="indented">A list for people and for programs that read whole files; else lines.</param>
internal sealed class RecordWriter(Stream output, bool indented) : IDisposable
{
    private readonly Utf8JsonWriter json = new(output, RecordJson.Lines with { Indented = indented });

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
        foreach (Event e in coded.Events) EventJson.Write(json, e);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
