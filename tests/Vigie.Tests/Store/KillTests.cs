using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Vigie.Store;
using Vigie.Store.Export;
using Vigie.Store.Sql;
using Vigie.Store.Sqlite;
using Vigie.Tests.Cli;
using Xunit;

namespace Vigie.Tests.Store;

/// <summary>
/// A process is killed at random moments (kill -9): what it said to be kept is kept, nothing is there twice, and the file opens.
/// VIGIE_KILLS says how many moments of each kind; a run without it takes a few.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int FewMoments = 6;

    private readonly TemporaryFolder folder = new();
    private readonly Random chance = new(20250820);

    private static int Moments => int.TryParse(Environment.GetEnvironmentVariable("VIGIE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int moments) ? moments : FewMoments;

    [Fact]
    public void An_import_killed_anywhere_goes_on_where_it_was()
    {
        string file = Path.Combine(folder.Path, "import.vigie");
        int acknowledged = -1;
        for (int moment = 0; moment < Moments; moment++)
        {
            using StoreWorker worker = StoreWorker.Start("import", file);
            // The first batches are known already and go by quickly: some of the kills fall on new ones.
            int lines = chance.Next(StoreWorker.Batches + 2);
            string? last = null;
            while (lines-- > 0 && worker.Line() is { } line) last = line;
            Thread.Sleep(chance.Next(8));
            last = worker.Kill().LastOrDefault() ?? last;
            if (int.TryParse(last, CultureInfo.InvariantCulture, out int said)) acknowledged = Math.Max(acknowledged, said);
            else if (last == "done") acknowledged = StoreWorker.Batches - 1;
            if (!File.Exists(file)) continue;

            using IStore store = Stores.Open(file, new SteppingClock());
            Assert.Empty(store.Check());
            long articles = store.ReadArticles(Filter.All).Select(article => article.Article.Id).Distinct().LongCount();
            Assert.Equal(articles, store.CountEvents(Filter.All));
            Assert.Equal(articles, store.CountIncidents(Filter.All));
            Assert.Equal(0, articles % StoreWorker.ArticlesInBatch);
            Assert.InRange(articles, (acknowledged + 1L) * StoreWorker.ArticlesInBatch, (long)StoreWorker.Batches * StoreWorker.ArticlesInBatch);
            if (articles == StoreWorker.Batches * StoreWorker.ArticlesInBatch)
            {
                store.Dispose();
                foreach (string part in Directory.GetFiles(folder.Path, "import.vigie*")) File.Delete(part);
                acknowledged = -1;
            }
        }
    }

    [Fact]
    public void A_review_killed_anywhere_loses_no_decision()
    {
        string file = Path.Combine(folder.Path, "review.vigie");
        using (IStore store = Stores.Open(file, new SteppingClock()))
            for (int batch = 0; batch < StoreWorker.Batches; batch++) store.Add(StoreWorker.Batch(batch), Samples.Coder);
        long acknowledged = 0;
        for (int moment = 0; moment < Moments; moment++)
        {
            using StoreWorker worker = StoreWorker.Start("review", file);
            int lines = chance.Next(25);
            string? last = null;
            while (lines-- > 0 && worker.Line() is { } line) last = line;
            Thread.Sleep(chance.Next(8));
            last = worker.Kill().LastOrDefault() ?? last;
            if (long.TryParse(last, CultureInfo.InvariantCulture, out long said)) acknowledged = said;

            using IStore store = Stores.Open(file, new SteppingClock());
            Assert.Empty(store.Check());
            long accepted = store.CountEvents(new Filter { States = [ReviewState.Accepted] });
            Assert.Equal(accepted, store.Decisions(null, 10_000).Count);
            Assert.InRange(accepted, acknowledged, acknowledged + 1);
            Assert.Equal(StoreWorker.Batches * StoreWorker.ArticlesInBatch, store.CountEvents(Filter.All));
        }
    }

    [Fact]
    public void A_migration_killed_anywhere_is_whole_or_not_there()
    {
        for (int moment = 0; moment < Moments; moment++)
        {
            string file = Path.Combine(folder.Path, $"migration{moment}.vigie");
            using (IStore store = Stores.Open(file, new SteppingClock())) store.Add(StoreWorker.Batch(0), Samples.Coder);
            using StoreWorker worker = StoreWorker.Start("migrate", file);
            Assert.Equal("begin", worker.Line());
            Thread.Sleep(chance.Next(400));
            worker.Kill();

            using var dialect = new SqliteDialect(file, readOnly: false);
            Migration.Run(dialect, StoreWorker.StepsWithHeavy(), NodaTime.Instant.FromUnixTimeSeconds(0));
            using Session session = Session.Reading(dialect);
            Assert.Equal(StoreWorker.HeavyRows, session.First<long>("SELECT COUNT(*) FROM heavy"));
            Assert.Equal(StoreWorker.StepsWithHeavy().Count, session.First<long>("SELECT COUNT(*) FROM schema_steps"));
            Assert.Empty(dialect.Check(session));
        }
    }

    [Fact]
    public void An_export_killed_anywhere_leaves_no_half_file_under_its_name()
    {
        string file = Path.Combine(folder.Path, "export.vigie"), exported = file + ".csv";
        using (IStore store = Stores.Open(file, new SteppingClock())) store.Add(StoreWorker.Batch(0), Samples.Coder);
        for (int moment = 0; moment < Moments; moment++)
        {
            using StoreWorker worker = StoreWorker.Start("export", file);
            Assert.Equal("begin", worker.Line());
            int lines = chance.Next(3);
            while (lines-- > 0) worker.Line();
            Thread.Sleep(chance.Next(20));
            worker.Kill();
            if (!File.Exists(exported)) continue;
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(ExportFile.ManifestOf(exported)));
            Assert.Equal(manifest.RootElement.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(exported))));
            Assert.True(manifest.RootElement.GetProperty("complete").GetBoolean());
        }
    }

    public void Dispose() => folder.Dispose();
}
