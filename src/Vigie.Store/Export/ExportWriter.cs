using Vigie.Store.Codebook;

namespace Vigie.Store.Export;

/// <summary>What every form of export needs to know.</summary>
public sealed record ExportWords(TypeNames Types, Countries Countries);

/// <summary>Writes rows in one form.</summary>
internal abstract class ExportWriter : IDisposable
{
    /// <summary>Writes a row, unless the form has no place for it.</summary>
    /// <returns>Whether it was written.</returns>
    public abstract bool Write(ExportRow row);

    /// <summary>Ends the output, so that it is whole.</summary>
    public abstract void Finish();

    public abstract void Dispose();
}

/// <summary>A form of export.</summary>
/// <param name="Name">As <c>--format</c> has it.</param>
/// <param name="Extension">Of a file in that form.</param>
/// <param name="Open">Makes a writer on a stream, which stays the caller's.</param>
internal sealed record ExportForm(string Name, string Extension, Func<Stream, ExportWords, ExportWriter> Open);

/// <summary>The forms. A new one is a class or a list of columns, and a line here; the full record (<c>jsonl</c>) goes by articles and has a path of its own.</summary>
internal static class ExportForms
{
    /// <summary>The form that goes by articles.</summary>
    public const string WholeRecord = "jsonl";

    public static IReadOnlyList<ExportForm> All { get; } =
    [
        new("csv", ".csv", (stream, words) => new CsvWriter(stream, FlatColumns.All(words))),
        new("acled", ".acled.csv", (stream, words) => new CsvWriter(stream, AcledColumns.All(words))),
        new("ucdp-ged", ".ged.csv", (stream, words) => new UcdpWriter(stream, words)),
        new("hxl", ".hxl.csv", (stream, words) => new CsvWriter(stream, FlatColumns.All(words), tags: true)),
        new("plover", ".plover.jsonl", (stream, words) => new PloverWriter(stream, words)),
        new("geojson", ".geojson", (stream, words) => new GeoJsonWriter(stream, words)),
        new("parquet", ".parquet", (stream, words) => new ParquetRowWriter(stream, words)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(form => form.Name), WholeRecord];
}
