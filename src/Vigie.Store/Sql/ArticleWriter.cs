using System.Globalization;
using NodaTime;
using Vigie.Events;
using Vigie.Store.Records;
using Vigie.Store.Search;
using Vigie.Text;

namespace Vigie.Store.Sql;

/// <summary>Takes coded articles in: new ones as they are, known ones by what the coding says otherwise.</summary>
internal sealed class ArticleWriter(Session session, Provenance coding, Instant now)
{
    private static readonly string[] Columns =
        ["key", "id", "sha256", "title", "text", "language", "published", "source", "url", "page", "previous", "copy_of", "added", "origin", "row", "coding", "coded"];

    private readonly List<NewEvent> newEvents = [];
    private readonly List<(long, IncidentOutline)> newIncidents = [];
    private readonly Dictionary<string, long> givenIncidents = new(StringComparer.Ordinal);

    private long codingKey;
    private long articleKey;
    private long eventKey;
    private long incidentKey;
    private HashSet<string> takenEvents = [];
    private HashSet<string> takenIncidents = [];

    public Added Add(IReadOnlyList<ArticleRecord> batch)
    {
        codingKey = KeyOfCoding(session, coding);
        Incoming[] incoming = [.. batch.Select(Prepare)];
        Dictionary<string, Known> known = session.QueryEach<Known, string>(
                "SELECT key, id, sha256, url, coded, coding FROM articles WHERE id IN @values",
                incoming.SelectMany(one => new[] { one.Record.Article.Id, one.OtherId }).Distinct(StringComparer.Ordinal))
            .ToDictionary(article => article.Id, StringComparer.Ordinal);
        takenEvents = [.. session.QueryEach<string, string>("SELECT id FROM events WHERE id IN @values", incoming.SelectMany(one => one.Record.Events).Select(e => e.Id).Distinct(StringComparer.Ordinal))];
        articleKey = session.NextKey("articles");
        eventKey = session.NextKey("events");

        var fresh = new List<(Incoming Article, long Key, string? Previous)>();
        var recoded = new List<(Incoming Article, long Key)>();
        var renamed = new List<string>();
        int unchanged = 0;
        foreach (Incoming one in incoming)
        {
            (string id, string? previous) = Identify(one, known);
            Incoming named = one with { Record = one.Record with { Article = one.Record.Article with { Id = id } } };
            if (known.TryGetValue(id, out Known? there))
            {
                // Of one that is twice in a batch, the first stands.
                if (there.Coded == one.Coded || there.Coding < 0) unchanged++;
                else recoded.Add((named, there.Key));
                continue;
            }
            if (id != one.Record.Article.Id) renamed.Add(id);
            fresh.Add((named, articleKey, previous));
            known[id] = new Known { Key = articleKey, Id = id, Sha256 = one.Sha256, Url = one.Record.Article.Url, Coded = one.Coded, Coding = -1 };
            articleKey++;
        }

        WriteArticles(fresh);
        FindIncidents([.. fresh.Select(one => one.Article.Record)]);
        foreach ((Incoming article, long key, _) in fresh)
            foreach (Event e in article.Record.Events) AddEvent(article.Record, e, key);
        IncidentWriter.Insert(session, newIncidents);
        EventWriter.Insert(session, newEvents);
        IncidentWriter.Redraw(session, givenIncidents.Values);
        int events = newEvents.Count;
        foreach ((Incoming article, long key) in recoded) events += new Recoding(session, coding, codingKey, now).Apply(article.Record, article.Coded, key);
        return new Added(fresh.Count, unchanged, recoded.Count, events, renamed);
    }

    public static long KeyOfCoding(Session session, Provenance coding)
    {
        if (session.First<long?>("SELECT key FROM codings WHERE coder = @Coder AND version = @Version", coding) is { } key) return key;
        key = session.NextKey("codings");
        session.Execute("INSERT INTO codings (key, coder, version) VALUES (@key, @Coder, @Version)", new { key, coding.Coder, coding.Version });
        return key;
    }

    private static Incoming Prepare(ArticleRecord record)
    {
        Article article = CleanText.Of(record.Article);
        Event[] events = [.. record.Events.Select(CleanText.Of)];
        string coded = CleanText.Sha256(string.Join('\n', events.Select(EventWriter.Record)));
        string sha256 = CleanText.Sha256(article.FullText);
        return new Incoming(record with { Article = article, Events = events }, sha256, article.Id + "~" + sha256[..8], coded);
    }

    /// <summary>
    /// The id under which an article is kept: its own, unless another text has it. Then it is another article of that name, or, where both
    /// have one address, a newer version of it; both stay.
    /// </summary>
    private static (string Id, string? Previous) Identify(Incoming one, Dictionary<string, Known> known)
    {
        Article article = one.Record.Article;
        if (!known.TryGetValue(article.Id, out Known? there) || there.Sha256 == one.Sha256) return (article.Id, null);
        return (one.OtherId, there.Url is not null && there.Url == article.Url ? article.Id : null);
    }

    private void WriteArticles(List<(Incoming Article, long Key, string? Previous)> fresh)
    {
        using (RowWriter rows = session.Dialect.Rows(session, "articles", Columns))
            foreach ((Incoming one, long key, string? previous) in fresh)
            {
                Article article = one.Record.Article;
                rows.Write(
                    key, article.Id, one.Sha256, article.Title, article.Text, article.Language, article.Published is { } day ? ValueText.Of(day) : null, article.Source, article.Url,
                    one.Record.PageSha256, previous, null, Moments.Text(now), one.Record.Row?.Table, one.Record.Row is { } row ? RowJson.Text(row) : null, codingKey, one.Coded);
            }
        session.Dialect.WriteWords(session, [.. fresh.Select(one =>
        {
            (string words, string names) = SearchFolding.Index(one.Article.Record.Article.Title, one.Article.Record.Article.Text);
            return (one.Key, words, names);
        })]);
    }

    /// <summary>Finds the incidents that records name, and which ids others have already.</summary>
    private void FindIncidents(IReadOnlyList<ArticleRecord> records)
    {
        foreach (Standing standing in records.SelectMany(record => record.Standings?.Values ?? []))
            if (standing.IncidentId is { } id && !givenIncidents.ContainsKey(id)) givenIncidents.Add(id, IncidentWriter.KeyOf(session, id));
        takenIncidents = [.. session.QueryEach<string, string>(
            "SELECT id FROM incidents WHERE id IN @values", records.SelectMany(record => record.Events).Select(e => IncidentWriter.IdOf(e.Id)).Distinct(StringComparer.Ordinal))];
        incidentKey = session.NextKey("incidents");
    }

    private void AddEvent(ArticleRecord article, Event e, long key)
    {
        Standing standing = article.Standings?.GetValueOrDefault(e.Id) ?? new Standing(ReviewState.Draft);
        // Copies of one text give events of one id: the later ones are told apart by their article.
        string id = Free(e.Id, article.Article.Id, takenEvents, "events");
        if (id != e.Id) e = e with { Id = id };
        string incidentId;
        long incident;
        if (standing.IncidentId is { } given)
        {
            incidentId = given;
            incident = givenIncidents[given];
        }
        else
        {
            incidentId = Free(IncidentWriter.IdOf(e.Id), article.Article.Id, takenIncidents, "incidents");
            incident = incidentKey++;
            newIncidents.Add((incident, Outlines.Draw(incidentId, [new Teller(e, standing.State, standing.Tie, article.Article.Id, article.Article.Id, article.Article.Source)])));
        }
        var state = new EventState(article.Article.Id, coding, standing.State, incidentId, standing.Tie, standing.TieScore, Ties.Coding, EventWriter.Record(e), null, null);
        newEvents.Add(new NewEvent(eventKey++, e, key, incident, codingKey, 1, state));
    }

    /// <summary>The id, or where it is taken, one made of it and of the article's.</summary>
    private string Free(string id, string articleId, HashSet<string> taken, string table)
    {
        if (taken.Add(id)) return id;
        string stem = id + "~" + CleanText.Sha256(articleId)[..8];
        string free = stem;
        for (int n = 2; !taken.Add(free) || session.First<long>($"SELECT COUNT(*) FROM {table} WHERE id = @free", new { free }) > 0; n++)
            free = string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");
        return free;
    }

    /// <param name="OtherId">Its id where another text has its own.</param>
    /// <param name="Coded">SHA-256 of its events.</param>
    private sealed record Incoming(ArticleRecord Record, string Sha256, string OtherId, string Coded);

    private sealed class Known
    {
        public long Key { get; init; }

        public string Id { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public string? Url { get; init; }

        public string Coded { get; init; } = "";

        public long Coding { get; init; }
    }
}
