using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using NodaTime;
using Vigie.Desk;
using Vigie.Events;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Bench;

/// <summary>
/// Fifty readers and five reviewers at the desk at once: <c>dotnet run -c Release --project bench/Vigie.Bench -- desk [DRAFTS] [SECONDS]</c>. Prints how long
/// answers took, what failed, and the memory before and after. The desk and those who use it share the machine: on a busy one the figures tell little.
/// </summary>
internal static class DeskLoad
{
    private const int Readers = 50, Reviewers = 5, Batch = 500;

    private static readonly (string Name, string Country, double Latitude, double Longitude)[] Towns =
        [("Gao", "ML", 16.27, -0.04), ("Djibo", "BF", 14.1, -1.63), ("Kidal", "ML", 18.44, 1.41), ("Al-Hasakah", "SY", 36.5, 40.75), ("Goma", "CD", -1.68, 29.22), ("Nikopol", "UA", 47.57, 34.4)];

    private static readonly string[] Types = ["Armed clash", "Attack", "Air/drone strike", "Peaceful protest", "Arrests"];

    public static async Task<int> Run(string[] args)
    {
        int drafts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000, seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 60;
        string folder = Directory.CreateTempSubdirectory("vigie-load-").FullName;
        try
        {
            using IStore store = Stores.Open(Path.Combine(folder, "desk.db"), TimeProvider.System);
            Fill(store, drafts);
            await using DeskServer desk = await DeskServer.Start(DeskOptions.Local, store, DataFolder.BesideProgram);
            await Once(desk.Address);
            long before = Environment.WorkingSet;
            var taken = new ConcurrentBag<double>();
            var failures = new ConcurrentBag<string>();
            using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
            await Task.WhenAll(
                Enumerable.Range(0, Readers).Select(i => Task.Run(() => Read(desk.Address, i, taken, failures, end.Token)))
                    .Concat(Enumerable.Range(0, Reviewers).Select(_ => Task.Run(() => Review(desk.Address, taken, failures, end.Token)))));
            double[] sorted = [.. taken.Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sorted.Length} answers in {seconds} s over {drafts} drafts: median {At(sorted, 0.5):0} ms, p95 {At(sorted, 0.95):0} ms, slowest {At(sorted, 1):0} ms; {failures.Count} failed"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory {before >> 20} MiB before, {Environment.WorkingSet >> 20} MiB after; decisions kept: {store.CountEvents(new Filter { States = [ReviewState.Accepted] })}"));
            foreach (string failure in failures.Distinct().Take(5)) Console.WriteLine(failure);
            return failures.IsEmpty ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Pages as a person opens them, the first draws of each apart, with a moment to read between.</summary>
    private static async Task Read(Uri address, int reader, ConcurrentBag<double> taken, ConcurrentBag<string> failures, CancellationToken end)
    {
        string[] pages = ["/events", "/incidents?country=ML", "/incidents?q=embuscade", "/map?country=BF", "/articles", "/events?subtype=Attack", "/decisions"];
        using var client = new HttpClient { BaseAddress = address };
        for (int i = reader; !end.IsCancellationRequested; i++)
        {
            await Timed(() => client.GetAsync(new Uri(pages[i % pages.Length], UriKind.Relative), CancellationToken.None), taken, failures);
            await Task.Delay(500, CancellationToken.None);
        }
    }

    /// <summary>The head of the queue, accepted, again and again; that another reviewer was quicker is an answer and no failure.</summary>
    private static async Task Review(Uri address, ConcurrentBag<double> taken, ConcurrentBag<string> failures, CancellationToken end)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!end.IsCancellationRequested)
        {
            using JsonDocument page = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/events?state=draft&limit=1", UriKind.Relative), CancellationToken.None));
            JsonElement first = page.RootElement.GetProperty("items")[0];
            string id = first.GetProperty("event").GetProperty("id").GetString()!;
            await Timed(() => client.GetAsync(new Uri("/events/" + id, UriKind.Relative), CancellationToken.None), taken, failures);
            using var body = new StringContent($"{{\"decision\":\"accept\",\"version\":{first.GetProperty("version").GetInt64()}}}", Encoding.UTF8, "application/json");
            await Timed(() => client.PostAsync(new Uri($"/api/v1/events/{id}/decisions", UriKind.Relative), body, CancellationToken.None), taken, failures);
            await Task.Delay(200, CancellationToken.None);
        }
    }

    private static async Task Timed(Func<Task<HttpResponseMessage>> ask, ConcurrentBag<double> taken, ConcurrentBag<string> failures)
    {
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await ask();
        await answer.Content.CopyToAsync(Stream.Null);
        taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.Conflict) failures.Add($"{(int)answer.StatusCode} {answer.RequestMessage!.RequestUri}");
    }

    private static async Task Once(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        foreach (string page in new[] { "/events", "/map" }) await client.GetStringAsync(new Uri(page, UriKind.Relative));
    }

    private static void Fill(IStore store, int drafts)
    {
        var chance = new Random(20250820);
        for (int from = 0; from < drafts; from += Batch)
            store.Add([.. Enumerable.Range(from, Math.Min(Batch, drafts - from)).Select(i => Report(i, chance))], new Provenance("load", "1"));
    }

    private static ArticleRecord Report(int i, Random chance)
    {
        var town = Towns[chance.Next(Towns.Length)];
        LocalDate day = new LocalDate(2024, 1, 1).PlusDays(chance.Next(700));
        string id = "report-" + i.ToString(CultureInfo.InvariantCulture);
        int killed = chance.Next(40);
        var article = new Article(id, $"Embuscade près de {town.Name}", $"Des hommes armés ont attaqué un convoi près de {town.Name}. {killed} soldats ont été tués, selon un élu.", "fr", day.PlusDays(1), $"Journal {i % 40}");
        int start = article.FullText.IndexOf("ont attaqué", StringComparison.Ordinal);
        var place = new Place(town.Name, null, town.Country, town.Latitude + (chance.NextDouble() / 5), town.Longitude + (chance.NextDouble() / 5), PlacePrecision.Settlement, 5, null, null);
        var e = new Event(
            id, Focus.Main, "Battles", Types[chance.Next(Types.Length)], Status.Asserted, TimeRange.OfDay(day), place, [new Actor("Des hommes armés", null, null, "initiator", "unidentified")],
            Count.Exactly(killed), null, null, null, [], [], chance.NextDouble(), [new Evidence("event", new Span(start, start + 11), "ont attaqué")]);
        return new ArticleRecord(article, [e]);
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}
