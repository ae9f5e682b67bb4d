using NodaTime;

namespace Vigie.Store.Export;

/// <summary>
/// Writes an export as a file with its manifest beside it. Both get their names when they are whole, the manifest first: a file of that name is
/// one that its manifest describes, and what a crash leaves ends in <c>.partial</c>.
/// </summary>
public static class ExportFile
{
    private const string Partial = ".partial";

    public static string ManifestOf(string file) => file + ".manifest.json";

    /// <param name="program">Name and version of the program, for the manifest.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before stays.</exception>
    public static ExportResult Write(Exporter exporter, IStore store, string format, ExportOptions options, string file, Instant at, string program, CancellationToken stop = default)
    {
        string manifestFile = ManifestOf(file);
        ExportResult result;
        try
        {
            using (var output = new FileStream(file + Partial, FileMode.Create, FileAccess.Write))
            {
                result = exporter.Write(store, format, options, output, stop);
                output.Flush(flushToDisk: true);
            }
            using var manifest = new FileStream(manifestFile + Partial, FileMode.Create, FileAccess.Write);
            Manifest.Write(manifest, Path.GetFileName(file), result, options, at, program, store.Tombstones());
            manifest.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(file + Partial);
            File.Delete(manifestFile + Partial);
            throw;
        }
        // An older export of that name would else stand for a moment beside a manifest that is not its own.
        File.Delete(file);
        File.Move(manifestFile + Partial, manifestFile, overwrite: true);
        File.Move(file + Partial, file);
        return result;
    }
}
