using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Vigie.Store;
using Vigie.Store.Export;
using Vigie.Store.Sql;
using Vigie.Store.Sqlite;
using Vigie.Text;

namespace Vigie.Tests.Store;

/// <summary>
/// A second process that works on a store until it is killed: this very test program, started with a variable that says what to do.
/// It writes a line for all that is kept, once the store has said so.
/// </summary>
internal sealed class StoreWorker : IDisposable
{
    public const int ArticlesInBatch = 20, Batches = 40, HeavyRows = 200_000;

    private const string Variable = "VIGIE_TEST_STORE_WORKER";

    private readonly Process process;

    private StoreWorker(Process process) => this.process = process;

    public static StoreWorker Start(string task, string store)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        start.Environment[Variable] = task + "|" + store;
        return new StoreWorker(Process.Start(start)!);
    }

    /// <summary>The next line that it says, or null where it has ended.</summary>
    public string? Line() => process.StandardOutput.ReadLine();

    /// <summary>Ends it at once, as a power cut would.</summary>
    /// <returns>What it had said by then and was not read yet.</returns>
    public string[] Kill()
    {
        process.Kill();
        string[] rest = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return rest;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    /// <summary>The records of one batch; the same at every call.</summary>
    public static ArticleRecord[] Batch(int number) =>
        [.. Enumerable.Range(0, ArticlesInBatch).Select(i => Samples.Ambush(string.Create(CultureInfo.InvariantCulture, $"b{number}-{i}"), i))];

    /// <summary>The program's own steps, and one that takes a while.</summary>
    public static IReadOnlyList<SchemaStep> StepsWithHeavy()
    {
        const string Sql = """
            CREATE TABLE heavy (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
            INSERT INTO heavy (number, text) WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 200000) SELECT n, 'row ' || n FROM counted;
            CREATE INDEX heavy_by_text ON heavy (text);
            """;
        IReadOnlyList<SchemaStep> own = Migration.Steps("sqlite");
        return [.. own, new SchemaStep(own.Max(step => step.Number) + 1, "heavy", Sql, "test")];
    }

    [ModuleInitializer]
    internal static void RunWhereAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } asked) return;
        string[] parts = asked.Split('|', 2);
        try
        {
            Work(parts[0], parts[1]);
            Environment.Exit(0);
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            Environment.Exit(1);
        }
    }

    private static void Work(string task, string file)
    {
        if (task == "migrate")
        {
            using var dialect = new SqliteDialect(file, readOnly: false);
            Say("begin");
            Migration.Run(dialect, StepsWithHeavy(), NodaTime.Instant.FromUnixTimeSeconds(0));
            Say("done");
            return;
        }
        using IStore store = Stores.Open(file, new SteppingClock());
        Say("begin");
        switch (task)
        {
            case "import":
                for (int i = 0; i < Batches; i++)
                {
                    store.Add(Batch(i), Samples.Coder);
                    Say(i);
                }
                break;
            case "review":
                while (store.Events(new Filter { States = [ReviewState.Draft] }, Order.Worth, 1).Items is [var draft])
                    Say(store.Decide(new AcceptEvent(draft.Ref), "anna").Number);
                break;
            case "export":
                var exporter = Exporter.Load(DataFolder.BesideProgram);
                var options = new ExportOptions(Filter.All, null, new Redaction(true, PlaceGrain.Exact, TimeGrain.Exact, PrivateNames.Load(DataFolder.BesideProgram)), null);
                for (int i = 0; ; i++)
                {
                    ExportFile.Write(exporter, store, "csv", options, file + ".csv", NodaTime.Instant.FromUnixTimeSeconds(i), "test");
                    Say(i);
                }
        }
        Say("done");
    }

    private static void Say(object what)
    {
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}"));
        Console.Out.Flush();
    }
}
