using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Codebook;
using Vigie.Store.Import;
using Vigie.Store.Records;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Puts files into a store: tables row by row, records line by line, and reports once they are coded. What cannot be read is told; the rest is kept.</summary>
internal sealed class ImportRun(IStore store, Messages messages, RejectFile? rejects) : IDisposable
{
    private const int BadLinesNamed = 10;

    /// <summary>Largest file that is kept within the store, in bytes.</summary>
    private const int LargestPage = 20_000_000;

    private readonly Importer importer = new(store);
    private readonly CodingRun coding = new(messages, CodingPlan.Plain);
    private readonly Progress progress = new(Console.Error, "read");
    private readonly Dictionary<Article, string> pages = new(ReferenceEqualityComparer.Instance);
    private int bad;

    // The days of which reports told: incidents are looked for around them.
    private LocalDate? first;
    private LocalDate? last;

    private static Provenance ThisProgram { get; } = new("vigie", typeof(ImportRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");

    /// <returns>The exit code.</returns>
    public int Over(IEnumerable<string> arguments, InputDefaults defaults, string? table, DataFolder data)
    {
        messages.BeforeLine += progress.Clear;
        var reports = new List<string>();
        foreach (string argument in arguments)
        {
            foreach (string file in Files(argument))
            {
                if (table is not null || InputFiles.IsTable(file)) ReadTable(file, table, data);
                else if (IsRecords(file)) ReadRecords(file);
                else reports.Add(file);
                importer.Flush();
            }
        }
        if (reports.Count > 0) Code(reports, defaults);
        importer.Flush();
        int grouped = first is { } from && last is { } to ? IncidentGrouper.Load(data).Group(store, from, to) : 0;
        progress.Clear();
        if (bad > BadLinesNamed) messages.Unreadable("import", $"{Number(bad - BadLinesNamed)} more lines could not be read" + (rejects is null ? "; name a file for them with --rejects" : ""));
        foreach (string id in importer.Added.Renamed.Take(BadLinesNamed)) messages.Note(id, "kept under this id, because another text has its own");
        Added added = importer.Added;
        Console.Out.WriteLine($"{Number(added.New)} new articles with {Number(added.Events)} events, {Number(added.Recoded)} coded otherwise, {Number(added.Unchanged)} known already; {Number(grouped)} incidents brought together");
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }

    public void Dispose() => coding.Dispose();

    private IEnumerable<string> Files(string argument)
    {
        try
        {
            return InputFiles.WithTables(argument);
        }
        catch (InputException e)
        {
            messages.Unreadable(argument, e.Message);
            return [];
        }
    }

    /// <summary>Whether the first line of a file of JSON lines is a record with events already.</summary>
    private static bool IsRecords(string file)
    {
        if (Path.GetExtension(file).ToUpperInvariant() is not (".JSONL" or ".NDJSON")) return false;
        try
        {
            using Stream stream = InputFiles.Open(file);
            var lines = new ByteLines(stream, Inputs.LongestLine);
            while (lines.Next(out ReadOnlyMemory<byte> line))
            {
                if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
                using JsonDocument document = JsonDocument.Parse(line);
                return ArticleJson.HasEvents(document.RootElement);
            }
        }
        catch (Exception e) when (e is InputException or JsonException or IOException)
        {
            // Read as articles, it is told what is wrong.
        }
        return false;
    }

    private void ReadTable(string file, string? table, DataFolder data)
    {
        var reader = new TableReader(TypeNames.Load(data), Countries.Load(data));
        try
        {
            foreach (TableLine line in reader.Read(() => InputFiles.Open(file), table))
            {
                if (line.Record is { } record) Put(record, new Provenance(record.Row!.Table, ""));
                else if (line.Problem is { } problem) Reject(file, line.Line, problem, line.Raw);
            }
        }
        catch (Exception e) when (e is TableException or InputException)
        {
            messages.Unreadable(file, e.Message);
        }
    }

    private void ReadRecords(string file)
    {
        // It was opened before, to see what it is.
        using Stream stream = InputFiles.Open(file);
        var lines = new ByteLines(stream, Inputs.LongestRecord);
        while (lines.Next(out ReadOnlyMemory<byte> line))
        {
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
            try
            {
                if (lines.TooLong) throw new RecordException($"longer than {Number(Inputs.LongestRecord)} bytes");
                using JsonDocument document = JsonDocument.Parse(line);
                (ArticleRecord record, Provenance? by) = ArticleJson.Read(document.RootElement);
                Put(record, by ?? ThisProgram);
            }
            catch (Exception e) when (e is JsonException or RecordException or InvalidOperationException)
            {
                Reject(file, lines.Number, e is RecordException ? e.Message : "not valid JSON", Encoding.UTF8.GetString(line.Span[..Math.Min(line.Length, 20_000)]));
            }
        }
    }

    private void Code(List<string> files, InputDefaults defaults) =>
        coding.Over(WithPages(files, defaults), threads: Math.Min(Environment.ProcessorCount, 2), coded =>
        {
            Document document = coded.Document;
            pages.Remove(document.Article, out string? page);
            Put(new ArticleRecord(document.Article with { Language = document.Language, Published = document.Published }, coded.Events, page), ThisProgram);
            foreach (Event e in coded.Events)
            {
                if (e.Date.Start is not { } start || e.Date.End is not { } end) continue;
                first = first is { } earliest ? LocalDate.Min(earliest, start) : start;
                last = last is { } latest ? LocalDate.Max(latest, end) : end;
            }
        });

    /// <summary>The articles of files, each file kept as it came before an article of it goes on.</summary>
    private IEnumerable<Input> WithPages(List<string> files, InputDefaults defaults)
    {
        foreach (string file in files)
        {
            string? page = null;
            foreach (Input input in Inputs.Read([file], defaults))
            {
                if (input.Article is { } article && file != InputFiles.Standard) pages[article] = page ??= Keep(file);
                yield return input;
            }
        }
    }

    /// <returns>The hash of the file's page.</returns>
    private string Keep(string file)
    {
        using FileStream stream = File.OpenRead(file);
        // A large file of many articles lies elsewhere: its hash proves it.
        if (stream.Length > LargestPage) return Convert.ToHexStringLower(SHA256.HashData(stream));
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var page = new Page(Path.GetFileName(file), bytes, Collected: Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
        store.AddPage(page, $"{ThisProgram.Coder} {ThisProgram.Version}".TrimEnd());
        return page.Sha256();
    }

    private void Put(ArticleRecord record, Provenance by)
    {
        importer.Add(record, by);
        progress.Advance();
    }

    private void Reject(string file, long line, string problem, string raw)
    {
        rejects?.Write(file, line, problem, raw);
        if (++bad <= BadLinesNamed) messages.Unreadable($"{file}, line {Number(line)}", problem);
        else messages.UnreadableUnnamed();
    }

    private static string Number(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
