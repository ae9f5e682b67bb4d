using System.Data.Common;
using NodaTime;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Store.Sql;

/// <summary>A store in a relational database: every call is one transaction, and a fault of the database a <see cref="StoreException"/>.</summary>
internal abstract class SqlStore : IStore
{
    /// <summary>How long a call waits before it is made again on a new connection.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    private readonly Dialect dialect;
    private readonly TimeProvider clock;

    /// <param name="clock">Gives the moments of the logs.</param>
    /// <param name="migrate">Whether the schema is brought up to date first.</param>
    protected SqlStore(Dialect dialect, TimeProvider clock, bool migrate)
    {
        this.dialect = dialect;
        this.clock = clock;
        Run(() =>
        {
            if (migrate) Migration.Run(dialect, Now);
            else Migration.Require(dialect);
            return true;
        });
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    public bool AddPage(Page page, string who) => Write(session => PageTable.Add(session, page, who, Now));

    public Page? FindPage(string sha256) => Read(session => PageTable.Find(session, sha256));

    public void NoteCustody(string sha256, CustodyAction action, string who, string? detail = null) => Write(session =>
    {
        PageTable.Note(session, sha256, action, who, detail, Now);
        return true;
    });

    public IReadOnlyList<CustodyEntry> Custody(string sha256) => Read(session => PageTable.Custody(session, sha256));

    public Added Add(IReadOnlyList<ArticleRecord> batch, Provenance coding) => batch.Count == 0 ? Added.Nothing : Write(session => new ArticleWriter(session, coding, Now).Add(batch));

    public StoredArticle? FindArticle(string id) => Read(session => EventReader.FindArticle(session, id));

    public StoredEvent? FindEvent(string id) => Read(session => EventReader.Find(session, id));

    public StoredIncident? FindIncident(string id) => Read(session => IncidentReader.Find(session, id));

    public Batch<StoredArticle> Articles(Filter filter, int limit, string? after = null) => Read(session => EventReader.Articles(session, filter, limit, after));

    public Batch<StoredEvent> Events(Filter filter, Order order, int limit, string? after = null) => Read(session => EventReader.Page(session, filter, order, limit, after));

    public Batch<StoredIncident> Incidents(Filter filter, Order order, int limit, string? after = null) => Read(session => IncidentReader.Page(session, filter, order, limit, after));

    public IEnumerable<StoredArticle> ReadArticles(Filter filter) => Stream(session => EventReader.Stream(session, filter));

    public IEnumerable<StoredIncident> ReadIncidents(Filter filter) => Stream(session => IncidentReader.Stream(session, filter));

    public IEnumerable<IncidentOutline> ReadOutlines(Filter filter) => Stream(session => IncidentReader.Outlines(session, filter));

    public long CountIncidents(Filter filter) => Read(session => IncidentReader.Count(session, filter));

    public long CountEvents(Filter filter) => Read(session => EventReader.Count(session, filter));

    public IReadOnlyList<FacetCount> Count(Filter filter, Facet facet, int limit = 50) => Read(session => FacetSql.Count(session, filter, facet, limit));

    public int Group(IReadOnlyList<Incident> incidents) => Write(session => Grouping.Apply(session, incidents));

    public void Suggest(IReadOnlyList<Suggestion> suggestions) => Write(session =>
    {
        Grouping.Suggest(session, suggestions);
        return true;
    });

    public IReadOnlyList<Suggestion> Suggestions(string incidentId) => Read(session => Grouping.Suggestions(session, incidentId));

    public Decision Decide(Proposal proposal, string who, string? reason = null) => Write(session =>
    {
        long number = new Review(session, who, Now).Decide(proposal, reason);
        return DecisionLog.Find(session, number)!;
    });

    public Decision? FindDecision(long number) => Read(session => DecisionLog.Find(session, number));

    public IReadOnlyList<Decision> Decisions(string? subject, int limit, long? before = null) => Read(session => DecisionLog.List(session, subject, limit, before));

    public bool DeleteArticle(string id, string who, string reason) => Write(session => Sql.Tombstones.DeleteArticle(session, id, who, reason, Now));

    public IReadOnlyList<Tombstone> Tombstones() => Read(Sql.Tombstones.All);

    public IReadOnlyList<SavedFilter> SavedFilters() => Read(ReaderTables.Filters);

    public void SaveFilter(SavedFilter filter) => Write(session =>
    {
        ReaderTables.Save(session, filter);
        return true;
    });

    public bool RemoveFilter(string name) => Write(session => ReaderTables.RemoveFilter(session, name));

    public IReadOnlyList<Feed> Feeds() => Read(ReaderTables.Feeds);

    public void SaveFeed(Feed feed) => Write(session =>
    {
        ReaderTables.Save(session, feed);
        return true;
    });

    public bool RemoveFeed(string address) => Write(session => ReaderTables.RemoveFeed(session, address));

    public IReadOnlyList<string> Check() => Read(dialect.Check);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    private T Read<T>(Func<Session, T> read) => Run(() =>
    {
        using Session session = Session.Reading(dialect);
        return read(session);
    });

    private T Write<T>(Func<Session, T> write)
    {
        (Session session, T result) = Run(() =>
        {
            Session begun = Session.Writing(dialect);
            try
            {
                return (begun, write(begun));
            }
            catch
            {
                begun.Dispose();
                throw;
            }
        });
        using (session)
        {
            try
            {
                session.Commit();
                return result;
            }
            catch (DbException e) when (dialect.IsLostConnection(e))
            {
                // Nobody can tell here whether the server kept it: making it again might make it twice.
                throw new StoreException(dialect.Name, "the connection was lost at the last moment; look whether the last step was kept before you do it again", passing: true, e);
            }
            catch (DbException e)
            {
                throw dialect.Explain(e);
            }
        }
    }

    /// <summary>Runs what has kept nothing yet; where its connection broke it is run again, a little later.</summary>
    private T Run<T>(Func<T> call)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return call();
            }
            catch (DbException e) when (attempt < Pauses.Length && dialect.IsLostConnection(e))
            {
                Thread.Sleep(Pauses[attempt]);
            }
            catch (DbException e)
            {
                throw dialect.Explain(e);
            }
        }
    }

    private IEnumerable<T> Stream<T>(Func<Session, IEnumerable<T>> read)
    {
        Session? session = null;
        IEnumerator<T>? rows = null;
        try
        {
            while (true)
            {
                T row;
                try
                {
                    session ??= Session.Reading(dialect);
                    rows ??= read(session).GetEnumerator();
                    if (!rows.MoveNext()) yield break;
                    row = rows.Current;
                }
                catch (DbException e)
                {
                    throw dialect.Explain(e);
                }
                yield return row;
            }
        }
        finally
        {
            rows?.Dispose();
            session?.Dispose();
        }
    }
}
