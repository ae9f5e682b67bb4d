using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Vigie.Store;
using Vigie.Store.Sql;
using Vigie.Store.Sqlite;
using Vigie.Tests.Cli;
using Xunit;

namespace Vigie.Tests.Store;

/// <summary>What goes wrong below a store is told in words that help, and leaves no half record.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_file_that_is_no_store_is_refused()
    {
        Refused(folder.File("text.db", "This is a text file and no database at all, whatever it is called. It goes on for a while. " + new string('x', 2000)), "no store");
        string other = Path.Combine(folder.Path, "other.db");
        Run(other, "CREATE TABLE theirs (x)");
        Refused(other, "another program");
        Refused(folder.Path, "folder");
        Refused(Path.Combine(folder.Path, "missing", "x.db"), "cannot be opened");
        Assert.Contains("no such store", Assert.Throws<StoreException>(() => Stores.Open(Path.Combine(folder.Path, "none.db"), new SteppingClock(), StoreMode.Open)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<StoreException>(() => Stores.Open("postgresql://", new SteppingClock())).Message, StringComparison.Ordinal);

        static void Refused(string file, string words) =>
            Assert.Contains(words, Assert.Throws<StoreException>(() => Stores.Open(file, new SteppingClock())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_a_newer_program_or_another_schema_is_refused()
    {
        string newer = NewStore("newer"), other = NewStore("other");
        Run(newer, "INSERT INTO schema_steps (number, name, sha256, at) VALUES (900, 'later', 'x', '')");
        Run(other, "UPDATE schema_steps SET sha256 = 'x' WHERE number = 2");
        Assert.Contains("newer", Assert.Throws<StoreException>(() => Open(newer)).Message, StringComparison.Ordinal);
        Assert.Contains("another than", Assert.Throws<StoreException>(() => Open(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_store_as_it_was()
    {
        string file = NewStore("migration");
        using var dialect = new SqliteDialect(file, readOnly: false);
        int last = Migration.Steps("sqlite").Max(step => step.Number);
        SchemaStep[] steps = [.. Migration.Steps("sqlite"), new SchemaStep(last + 1, "half", "CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);", "x")];
        Assert.Throws<SqliteException>(() => Migration.Run(dialect, steps, NodaTime.Instant.FromUnixTimeSeconds(0)));
        using Session session = Session.Reading(dialect);
        Assert.Equal(0, session.First<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'half'"));
        Assert.Equal(last, session.First<long>("SELECT MAX(number) FROM schema_steps"));
    }

    [Fact]
    public void A_locked_file_is_waited_for_and_then_told()
    {
        string file = NewStore("locked");
        using IStore store = Open(file);
        using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        other.Open();
        using (SqliteTransaction held = other.BeginTransaction(deferred: false))
        {
            StoreException e = Assert.Throws<StoreException>(() => store.Add([Samples.Ambush("b", 1)], Samples.Coder));
            Assert.True(e.Passing);
            Assert.Contains("another program", e.Message, StringComparison.Ordinal);
            // Reading goes on meanwhile.
            Assert.Equal(1, store.CountEvents(Filter.All));
        }
        store.Add([Samples.Ambush("b", 1)], Samples.Coder);
        Assert.Equal(2, store.CountEvents(Filter.All));
    }

    [Fact]
    public void A_store_opened_for_reading_takes_no_writing()
    {
        string file = NewStore("readonly");
        using IStore store = Stores.Open(file, new SteppingClock(), StoreMode.ReadOnly);
        Assert.Equal(1, store.CountEvents(Filter.All));
        Assert.Contains("may not be written", Assert.Throws<StoreException>(() => store.Add([Samples.Ambush("b", 1)], Samples.Coder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_page_is_told()
    {
        string file = Path.Combine(folder.Path, "damaged.db");
        using (IStore store = Open(file)) store.Add([.. Enumerable.Range(0, 2000).Select(i => Samples.Ambush("a" + i, i))], Samples.Coder);
        Run(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        using (FileStream stream = File.Open(file, FileMode.Open))
        {
            byte[] rubbish = new byte[4096];
            Array.Fill(rubbish, (byte)0xA5);
            for (long at = 64 * 4096; at + 4096 < stream.Length; at += 16 * 4096)
            {
                stream.Position = at;
                stream.Write(rubbish);
            }
        }
        using IStore damaged = Open(file);
        bool told = false;
        try
        {
            told = damaged.Check().Count > 0;
        }
        catch (StoreException e)
        {
            Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
            told = true;
        }
        Assert.True(told);
        Assert.Contains("damaged", Assert.Throws<StoreException>(() => damaged.ReadArticles(Filter.All).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_keeps_what_was_kept_and_nothing_half()
    {
        string mount = Path.Combine(folder.Path, "small");
        Directory.CreateDirectory(mount);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root" && Shell("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount) == 0, "a small disk can only be made by root");
        try
        {
            using IStore store = Open(Path.Combine(mount, "full.db"));
            int batches = 0;
            StoreException e = Assert.Throws<StoreException>(() =>
            {
                for (; batches < 10_000; batches++) store.Add(StoreWorker.Batch(batches), Samples.Coder);
            });
            Assert.Contains("disk", e.Message, StringComparison.Ordinal);
            Assert.Equal(batches * StoreWorker.ArticlesInBatch, store.CountEvents(Filter.All));
            Assert.Empty(store.Check());
        }
        finally
        {
            Shell("umount", mount);
        }
    }

    [Fact]
    public void The_logs_are_only_ever_added_to()
    {
        string file = NewStore("logs");
        using (IStore store = Open(file)) store.Decide(new AcceptEvent(store.Events(Filter.All, Order.Added, 1).Items[0].Ref), "anna");
        foreach (string sql in new[] { "DELETE FROM decisions", "UPDATE decisions SET who = 'bela'", "DELETE FROM changes", "UPDATE changes SET after = 'x'" })
            Assert.Contains("only ever added to", Assert.Throws<SqliteException>(() => Run(file, sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_write_and_read_side_by_side()
    {
        using IStore store = Open(NewStore("threads"));
        Parallel.For(0, 8, thread =>
        {
            for (int i = 0; i < 10; i++)
            {
                store.Add([Samples.Ambush($"t{thread}-{i}", i)], Samples.Coder);
                store.Events(Filter.All, Order.Newest, 5);
            }
        });
        Assert.Equal(81, store.CountEvents(Filter.All));
        Assert.Empty(store.Check());
    }

    public void Dispose() => folder.Dispose();

    private static IStore Open(string file) => Stores.Open(file, new SteppingClock());

    private string NewStore(string name)
    {
        string file = Path.Combine(folder.Path, name + ".db");
        using IStore store = Open(file);
        store.Add([Samples.Ambush("a", 1)], Samples.Coder);
        return file;
    }

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static int Shell(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
