using System.Text.Json;
using Vigie.Events.Coding;
using Vigie.Store.Codebook;
using Vigie.Store.Records;
using Vigie.Text;

namespace Vigie.Store.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Rows">Rows, or articles of the full record.</param>
/// <param name="LeftOut">Rows that the form has no place for.</param>
/// <param name="Complete">False where a limit or a stop cut it short.</param>
/// <param name="Sha256">Of the bytes written.</param>
public sealed record ExportResult(string Format, long Rows, long LeftOut, bool Complete, long Bytes, string Sha256);

/// <summary>Gives the data of a store away in a form that others read. Rows go through one at a time: memory does not grow with them.</summary>
public sealed class Exporter
{
    private readonly ExportWords words;
    private readonly ConflictPack pack;

    private Exporter(ExportWords words, ConflictPack pack)
    {
        this.words = words;
        this.pack = pack;
    }

    /// <summary>The forms, as <c>--format</c> names them.</summary>
    public static IReadOnlyList<string> Formats => ExportForms.Names;

    /// <exception cref="KnowledgeException">A table of names is missing or malformed.</exception>
    public static Exporter Load(DataFolder data) => new(new ExportWords(TypeNames.Load(data), Countries.Load(data)), ConflictPack.Load(data));

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="stop">Ends the export early: what is written is then well formed and said to be cut.</param>
    public ExportResult Write(IStore store, string format, ExportOptions options, Stream output, CancellationToken stop = default) =>
        Write(format, output, buffered => format == ExportForms.WholeRecord
            ? WriteRecords(store, options, buffered, stop)
            : WriteRows(store.ReadIncidents(options.Filter), format, options, buffered, stop));

    /// <summary>Writes the rows of some incidents; the filter of the options is not looked at.</summary>
    /// <param name="format">One of <see cref="Formats"/> that has rows, which is any but <c>jsonl</c>.</param>
    public ExportResult Write(IEnumerable<StoredIncident> incidents, string format, ExportOptions options, Stream output, CancellationToken stop = default) =>
        Write(format, output, buffered => WriteRows(incidents, format, options, buffered, stop));

    private static ExportResult Write(string format, Stream output, Func<Stream, (long Rows, long LeftOut, bool Complete)> write)
    {
        using var hashing = new HashingStream(output);
        using var buffered = new BufferedStream(hashing, 64 * 1024);
        (long rows, long leftOut, bool complete) = write(buffered);
        buffered.Flush();
        return new ExportResult(format, rows, leftOut, complete, hashing.Bytes, hashing.Sha256);
    }

    private (long Rows, long LeftOut, bool Complete) WriteRows(IEnumerable<StoredIncident> incidents, string format, ExportOptions options, Stream output, CancellationToken stop)
    {
        var redactor = new Redactor(options.Redaction);
        long rows = 0, leftOut = 0;
        using ExportWriter writer = ExportForms.All.Single(form => form.Name == format).Open(output, words);
        foreach (ExportRow row in incidents.SelectMany(incident => ExportRows.Of(incident, options.Rule, pack)))
        {
            if (rows == options.Limit || stop.IsCancellationRequested)
            {
                writer.Finish();
                return (rows, leftOut, false);
            }
            if (writer.Write(redactor.Of(row))) rows++;
            else leftOut++;
        }
        writer.Finish();
        return (rows, leftOut, true);
    }

    private static (long Rows, long LeftOut, bool Complete) WriteRecords(IStore store, ExportOptions options, Stream output, CancellationToken stop)
    {
        var redactor = new Redactor(options.Redaction);
        using var json = new Utf8JsonWriter(output, RecordJson.Lines);
        long rows = 0;
        foreach (StoredArticle article in store.ReadArticles(options.Filter))
        {
            if (rows == options.Limit || stop.IsCancellationRequested) return (rows, 0, false);
            ArticleJson.Write(json, redactor.Of(article), redactor.KeepsAll);
            json.Flush();
            output.Write("\n"u8);
            json.Reset();
            rows++;
        }
        return (rows, 0, true);
    }
}
