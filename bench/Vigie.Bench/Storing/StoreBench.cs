using System.Diagnostics;
using System.Globalization;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Export;
using Vigie.Store.Import;
using Vigie.Text;

namespace Vigie.Bench.Storing;

/// <summary>
/// Times of a store on synthetic reports: <c>dotnet run -c Release --project bench/Vigie.Bench -- store EVENTS [STORE]</c>. Import of all, export of all in
/// three forms with the most memory used so far, and the first page of several filters (the median of nine, after one that warms).
/// </summary>
internal static class StoreBench
{
    private const int Seed = 20250820, Repeats = 9, PageSize = 50;

    public static int Run(string[] arguments)
    {
        int events = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        string folder = Directory.CreateTempSubdirectory("vigie-bench-").FullName;
        try
        {
            using IStore store = Stores.Open(arguments.Length > 1 ? arguments[1] : Path.Combine(folder, "bench.vigie"), TimeProvider.System);
            Import(store, events);
            Export(store, events, folder);
            Pages(store);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Import(IStore store, int events)
    {
        long start = Stopwatch.GetTimestamp();
        var importer = new Importer(store);
        var coding = new Provenance("bench", "1");
        foreach (ArticleRecord record in new SyntheticReports(Seed).Articles(events)) importer.Add(record, coding);
        importer.Flush();
        Say("import", Stopwatch.GetElapsedTime(start), events);
    }

    private static void Export(IStore store, int events, string folder)
    {
        Exporter exporter = Exporter.Load(DataFolder.BesideProgram);
        var options = new ExportOptions(Filter.All, ResolutionRule.Conservative, new Redaction(false, PlaceGrain.Exact, TimeGrain.Exact, PrivateNames.Load(DataFolder.BesideProgram)), null);
        foreach (string format in new[] { "csv", "geojson", "parquet" })
        {
            long start = Stopwatch.GetTimestamp();
            ExportFile.Write(exporter, store, format, options, Path.Combine(folder, "all." + format), NodaTime.Instant.FromUnixTimeSeconds(0), "bench");
            Say("export " + format, Stopwatch.GetElapsedTime(start), events);
        }
    }

    private static void Pages(IStore store)
    {
        foreach ((string name, Filter filter) in new (string, Filter)[]
        {
            ("all", Filter.All),
            ("country", new Filter { Countries = ["SO"] }),
            ("box", new Filter { Box = new Box(0, -20, 2, -18) }),
            ("actor", new Filter { Actors = ["group-12"] }),
            ("type and days", new Filter { SubEventTypes = ["Mob violence"], From = new NodaTime.LocalDate(2020, 1, 1), To = new NodaTime.LocalDate(2020, 2, 1) }),
            ("words", new Filter { Text = "hospital \"town 333\"" }),
            ("common words", new Filter { Text = "armed" }),
            ("country and words", new Filter { Countries = ["ML"], Text = "market bridge", MinimumKilled = 20 }),
        })
        {
            Page("events by " + name, () => store.Events(filter, Order.Newest, PageSize).Items.Count);
            Page("incidents by " + name, () => store.Incidents(filter, Order.Newest, PageSize).Items.Count);
        }
        Page("drafts by worth", () => store.Events(new Filter { States = [ReviewState.Draft] }, Order.Worth, PageSize).Items.Count);
        Page("countries counted", () => store.Count(Filter.All, Facet.Country).Count);
    }

    private static void Page(string name, Func<int> read)
    {
        int rows = read();
        var times = new double[Repeats];
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            read();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {times[Repeats / 2]:0.0} ms ({rows} rows)"));
    }

    private static void Say(string what, TimeSpan time, int events)
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {time.TotalSeconds:0.0} s, {events / time.TotalSeconds:0} a second, processor {self.TotalProcessorTime.TotalSeconds:0} s so far, most memory {self.PeakWorkingSet64 / 1_000_000} MB"));
    }
}
