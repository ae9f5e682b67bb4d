using System.Text.Encodings.Web;
using System.Text.Json;
using Vigie.Events;

namespace Vigie.Cli;

/// <summary>Writes candidates as JSON lines: the article's id, the passage and its offsets, then what a kind of candidate has of its own.</summary>
internal sealed class CandidateWriter(Stream output) : IDisposable
{
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <param name="own">Writes the keys behind <c>text</c>.</param>
    public void Write<T>(string id, IEnumerable<T> candidates, Action<Utf8JsonWriter, T> own)
        where T : Candidate
    {
        foreach (T candidate in candidates)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteNumber("start", candidate.Span.Start);
            json.WriteNumber("end", candidate.Span.End);
            json.WriteString("text", candidate.Text);
            own(json, candidate);
            json.WriteEndObject();
            json.Flush();
            output.Write("\n"u8);
            json.Reset();
        }
        output.Flush();
    }

    public void Dispose() => json.Dispose();
}
