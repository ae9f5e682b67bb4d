using System.Text.Encodings.Web;
using System.Text.Json;
using Vigie.Text.Pages;

namespace Vigie.Cli;

/// <summary>Writes the articles of pages as JSON, one a line.</summary>
/// <param name="withFurniture">Whether the lines that were left out are written too.</param>
internal sealed class PageLineWriter(Stream output, bool withFurniture) : IDisposable
{
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(string id, PageArticle article)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("url", article.Url);
        json.WriteString("title", article.Title);
        json.WriteString("text", article.Text);
        json.WriteString("published", article.Published?.ToString());
        json.WriteString("updated", article.Updated?.ToString());
        json.WriteStartArray("authors");
        foreach (string author in article.Authors) json.WriteStringValue(author);
        json.WriteEndArray();
        json.WriteString("site", article.Site);
        json.WriteString("language", article.Language);
        json.WriteString("image", article.Image);
        json.WriteBoolean("paid", article.IsPaid);
        if (withFurniture) WriteFurniture(article.Furniture);
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
        output.Flush();
        json.Reset();
    }

    public void Dispose() => json.Dispose();

    private void WriteFurniture(IReadOnlyList<FurnitureLine> furniture)
    {
        json.WriteStartArray("furniture");
        foreach (FurnitureLine line in furniture)
        {
            json.WriteStartObject();
            json.WriteString("kind", line.Kind);
            json.WriteNumber("offset", line.Offset);
            json.WriteString("text", line.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
