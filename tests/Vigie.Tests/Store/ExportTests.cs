using System.Text;
using System.Text.Json;
using CsCheck;
using Parquet;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Codebook;
using Vigie.Store.Export;
using Vigie.Store.Import;
using Vigie.Store.Records;
using Vigie.Tests.Cli;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Store;

public sealed class ExportTests : IDisposable
{
    private static readonly Exporter Exporter = Exporter.Load(DataFolder.BesideProgram);
    private static readonly PrivateNames Names = PrivateNames.Load(DataFolder.BesideProgram);
    private static readonly TableReader Tables = new(TypeNames.Load(DataFolder.BesideProgram), Countries.Load(DataFolder.BesideProgram));

    private readonly TemporaryFolder folder = new();
    private int stores;

    [Fact]
    public void The_whole_record_read_back_gives_the_same_bytes() => Generated.Records.Sample(records =>
    {
        using IStore store = NewStore();
        store.Add(records, Samples.Coder);
        if (store.Events(Filter.All, Order.Added, 1).Items is [var first]) store.Decide(new AcceptEvent(first.Ref), "anna");
        byte[] exported = Export(store, "jsonl", keepNames: true);

        using IStore other = NewStore();
        ReadBack(other, exported);
        Assert.Equal(Encoding.UTF8.GetString(exported), Encoding.UTF8.GetString(Export(other, "jsonl", keepNames: true)));
        // Read back once more, it changes nothing.
        long events = other.CountEvents(Filter.All);
        ReadBack(other, exported);
        Assert.Equal(events, other.CountEvents(Filter.All));
    }, iter: 40, threads: 1);

    [Theory]
    [InlineData("acled")]
    [InlineData("ucdp-ged")]
    public void A_table_read_back_gives_the_same_bytes(string format) => Generated.Records.Sample(records =>
    {
        using IStore store = NewStore();
        store.Add(records, Samples.Coder);
        byte[] exported = Export(store, format, keepNames: true);

        using IStore other = NewStore();
        TableLine[] lines = [.. Tables.Read(() => new MemoryStream(exported), format)];
        Assert.All(lines, line => Assert.Null(line.Problem));
        other.Add([.. lines.Select(line => line.Record!)], new Provenance(format, ""));
        byte[] again = Export(other, format, keepNames: true);

        using IStore third = NewStore();
        third.Add([.. Tables.Read(() => new MemoryStream(again), format).Select(line => line.Record!)], new Provenance(format, ""));
        Assert.Equal(Comparable(again), Comparable(Export(third, format, keepNames: true)));
        Assert.Equal(Rows(exported), Rows(again));
    }, iter: 40, threads: 1);

    [Fact]
    public void No_cell_of_a_table_can_be_run_as_a_formula() => Generated.Records.Sample(records =>
    {
        using IStore store = NewStore();
        store.Add(records, Samples.Coder);
        foreach (string format in new[] { "csv", "acled", "ucdp-ged", "hxl" })
            foreach (string cell in Cells(Export(store, format, keepNames: true)))
                Assert.True(cell.Length == 0 || !"=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) || double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _), $"{format}: {cell}");
    }, iter: 20, threads: 1);

    [Fact]
    public void Names_of_private_persons_are_left_out_unless_asked_for()
    {
        using IStore store = NewStore();
        ArticleRecord record = Samples.Ambush("a", 2);
        Event e = record.Events[0] with
        {
            Actors =
            [
                new Actor("Ahmed ag Made-Up", null, null, "victim", "civilians"),
                new Actor("des villageois", null, null, "victim", "civilians"),
                new Actor("أحمد المختلق", null, null, "victim", "civilians"),
                new Actor("l'armée", "Malian Armed Forces", "mali-armed-forces", "initiator", "state"),
            ],
            Sources = ["Fatou Inventée", "un élu", "Malian Armed Forces"],
        };
        store.Add([record with { Events = [e] }], Samples.Coder);
        foreach (string format in Exporter.Formats.Where(format => format != "parquet"))
        {
            string exported = Encoding.UTF8.GetString(Export(store, format, rule: format == "ucdp-ged" ? ResolutionRule.Conservative : null));
            Assert.DoesNotContain("Made-Up", exported, StringComparison.Ordinal);
            Assert.DoesNotContain("المختلق", exported, StringComparison.Ordinal);
            Assert.DoesNotContain("Inventée", exported, StringComparison.Ordinal);
            if (format is not ("ucdp-ged" or "hxl")) Assert.Contains("Malian Armed Forces", exported, StringComparison.Ordinal);
        }
        Assert.Contains("Ahmed ag Made-Up", Encoding.UTF8.GetString(Export(store, "csv", keepNames: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_and_days_are_made_coarse_on_request()
    {
        using IStore store = NewStore();
        store.Add([Samples.Ambush("a", 2)], Samples.Coder);
        foreach (string format in Exporter.Formats.Where(format => format != "parquet"))
        {
            var options = new ExportOptions(Filter.All, ResolutionRule.Conservative, new Redaction(false, PlaceGrain.Admin1, TimeGrain.Month, Names), null);
            using var output = new MemoryStream();
            Exporter.Write(store, format, options, output);
            string exported = Encoding.UTF8.GetString(output.ToArray());
            Assert.DoesNotContain("16.27", exported, StringComparison.Ordinal);
            Assert.DoesNotContain("2025-08-20", exported, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Silence_is_not_zero_in_any_form()
    {
        using IStore store = NewStore();
        ArticleRecord silent = Samples.Ambush("silent", 1), zero = Samples.Ambush("zero", 0);
        store.Add([silent with { Events = [silent.Events[0] with { Killed = null }] }, zero], Samples.Coder);
        string[][] acled = Table(Export(store, "acled"));
        int column = Array.IndexOf(acled[0], "fatalities");
        Assert.Equal(["", "0"], acled[1..].Select(row => row[column]));
        foreach (JsonElement feature in JsonDocument.Parse(Export(store, "geojson")).RootElement.GetProperty("features").EnumerateArray())
            Assert.Equal(feature.GetProperty("id").GetString() == "zero-1", feature.GetProperty("properties").GetProperty("killed_best").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Every_form_is_well_formed_and_its_hash_is_right()
    {
        using IStore store = NewStore();
        store.Add([.. Enumerable.Range(0, 30).Select(i => Samples.Ambush("a" + i, i))], Samples.Coder);
        foreach (string format in Exporter.Formats)
        {
            using var output = new MemoryStream();
            ExportResult result = Exporter.Write(store, format, Options(), output);
            Assert.Equal((30, true), (result.Rows + result.LeftOut, result.Complete));
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(output.ToArray())), result.Sha256);
            Assert.Equal(output.Length, result.Bytes);
        }
        using var parquet = new MemoryStream(Export(store, "parquet"));
        await using ParquetReader reader = await ParquetReader.CreateAsync(parquet, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(30, reader.RowGroups.Sum(group => group.RowCount));
        var killed = new int?[30];
        await reader.OpenRowGroupReader(0).ReadAsync<int>(reader.Schema.DataFields.Single(field => field.Name == "killed_best"), killed.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => (int?)i), killed);
        string[][] hxl = Table(Export(store, "hxl"));
        Assert.All(hxl[1], tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
        string[] lines = Encoding.UTF8.GetString(Export(store, "plover")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Equal("ASSAULT", JsonDocument.Parse(line).RootElement.GetProperty("event")[0].GetString()));
    }

    [Fact]
    public void An_export_cut_short_says_so()
    {
        using IStore store = NewStore();
        store.Add([.. Enumerable.Range(0, 5).Select(i => Samples.Ambush("a" + i, 3))], Samples.Coder);
        foreach (string format in Exporter.Formats)
        {
            using var output = new MemoryStream();
            ExportResult cut = Exporter.Write(store, format, Options() with { Limit = 2 }, output);
            Assert.Equal((2, false), (cut.Rows, cut.Complete));
            using var manifest = new MemoryStream();
            Manifest.Write(manifest, "x", cut, Options() with { Limit = 2 }, NodaTime.Instant.FromUnixTimeSeconds(0), "vigie", store.Tombstones());
            Assert.False(JsonDocument.Parse(manifest.ToArray()).RootElement.GetProperty("complete").GetBoolean());
        }
        Assert.True(Exporter.Write(store, "csv", Options() with { Limit = 5 }, Stream.Null).Complete);
    }

    [Fact]
    public void A_resolution_chooses_the_figure_of_an_incident()
    {
        using IStore store = NewStore();
        store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 15, "Le Courrier")], Samples.Coder);
        store.Decide(new MergeIncidents([IncidentOf(store, "a-1"), IncidentOf(store, "b-1")]), "anna");
        Assert.Equal("12", Killed(ResolutionRule.Conservative));
        Assert.Equal("15", Killed(ResolutionRule.Maximal));
        store.Decide(new ChooseClaims(IncidentOf(store, "a-1"), "killed", ["b-1/killed"]), "anna");
        Assert.Equal("15", Killed(ResolutionRule.Reviewer));
        Assert.Equal("12", Killed(ResolutionRule.Conservative));
        Assert.Equal(3, Table(Export(store, "csv", rule: null)).Length);

        string Killed(ResolutionRule rule)
        {
            string[][] table = Table(Export(store, "csv", rule: rule));
            Assert.Equal(2, table.Length);
            return table[1][Array.IndexOf(table[0], "killed_best")];
        }
    }

    public void Dispose() => folder.Dispose();

    private static VersionedId IncidentOf(IStore store, string id) => store.FindIncident(store.FindEvent(id)!.IncidentId)!.Ref;

    private static ExportOptions Options(bool keepNames = false, ResolutionRule? rule = ResolutionRule.Conservative) =>
        new(Filter.All, rule, new Redaction(keepNames, PlaceGrain.Exact, TimeGrain.Exact, Names), null);

    private static byte[] Export(IStore store, string format, bool keepNames = false, ResolutionRule? rule = ResolutionRule.Conservative)
    {
        using var output = new MemoryStream();
        Exporter.Write(store, format, Options(keepNames, rule), output);
        return output.ToArray();
    }

    private static void ReadBack(IStore store, byte[] exported)
    {
        var importer = new Importer(store);
        foreach (string line in Encoding.UTF8.GetString(exported).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            (ArticleRecord record, Provenance? coding) = ArticleJson.Read(document.RootElement);
            importer.Add(record, coding ?? Samples.Coder);
        }
        importer.Flush();
    }

    private static string Rows(byte[] table) => Table(table).Length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Comparable(byte[] table) => Encoding.UTF8.GetString(table);

    private static IEnumerable<string> Cells(byte[] table) => Table(table).SelectMany(row => row);

    private static string[][] Table(byte[] csv)
    {
        using var reader = nietras.SeparatedValues.SepReaderExtensions.From(nietras.SeparatedValues.Sep.Reader(options => options with { Sep = new nietras.SeparatedValues.Sep(','), HasHeader = false, Unescape = true }), csv);
        var rows = new List<string[]>();
        foreach (var row in reader)
        {
            var cells = new string[row.ColCount];
            for (int i = 0; i < cells.Length; i++) cells[i] = row[i].ToString();
            rows.Add(cells);
        }
        return [.. rows];
    }

    private IStore NewStore() => Stores.Open(Path.Combine(folder.Path, ++stores + ".vigie"), new SteppingClock());
}
