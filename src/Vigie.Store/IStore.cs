using Vigie.Events;
using Vigie.Text;

namespace Vigie.Store;

/// <summary>
/// Keeps pages, articles, events, incidents and what reviewers decided. Two stores do the same: a file (SQLite), and a server (PostgreSQL).
/// Safe for use from many threads. Every writing call is one transaction: when it returns, it is kept; when it throws, nothing of it is.
/// Calls are synchronous, because an embedded store answers in microseconds and has nothing to wait for.
/// </summary>
/// <remarks>Every call may throw <see cref="StoreException"/>: what is wrong with the store, and what to do.</remarks>
public interface IStore : IDisposable
{
    /// <summary>Keeps a page, once for the same bytes, and writes who brought it into its custody log.</summary>
    /// <returns>Whether its bytes are new.</returns>
    bool AddPage(Page page, string who);

    /// <returns>Null where no page has this hash.</returns>
    Page? FindPage(string sha256);

    /// <summary>Writes a line of the custody log: a page was verified, exported, or found damaged.</summary>
    void NoteCustody(string sha256, CustodyAction action, string who, string? detail = null);

    /// <summary>What was done to a page, oldest first.</summary>
    IReadOnlyList<CustodyEntry> Custody(string sha256);

    /// <summary>
    /// Keeps coded articles. The same article with the same events changes nothing. An article coded anew keeps what reviewers decided:
    /// drafts are replaced, decided events stay, and what the newer coding says otherwise is in <see cref="StoredEvent.Proposed"/> and in the log.
    /// </summary>
    /// <param name="batch">Some hundreds at a time write fastest.</param>
    Added Add(IReadOnlyList<ArticleRecord> batch, Provenance coding);

    /// <returns>Null where there is none, or it was deleted.</returns>
    StoredArticle? FindArticle(string id);

    /// <returns>Null where there is none, or it was deleted.</returns>
    StoredEvent? FindEvent(string id);

    /// <returns>Null where there is none: it was merged into another, or its events were deleted.</returns>
    StoredIncident? FindIncident(string id);

    /// <summary>One page of articles, the newest publication first; of <see cref="Filter"/> all that holds for some event of theirs.</summary>
    /// <param name="after">The <see cref="Batch{T}.Next"/> of the page before, or null for the first.</param>
    Batch<StoredArticle> Articles(Filter filter, int limit, string? after = null);

    /// <summary>One page of events.</summary>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no key of this order.</exception>
    Batch<StoredEvent> Events(Filter filter, Order order, int limit, string? after = null);

    /// <summary>One page of incidents with their events. An incident is chosen where one of its events is.</summary>
    Batch<StoredIncident> Incidents(Filter filter, Order order, int limit, string? after = null);

    /// <summary>Every article that the filter selects, with the events that it selects, in the order of coming in, read as it is asked for: memory does not grow with it.</summary>
    IEnumerable<StoredArticle> ReadArticles(Filter filter);

    /// <summary>Every incident that the filter selects, with its events, read as it is asked for.</summary>
    IEnumerable<StoredIncident> ReadIncidents(Filter filter);

    /// <summary>Every incident that the filter selects, as a dot on the map and the timeline: no events, no texts.</summary>
    IEnumerable<IncidentOutline> ReadOutlines(Filter filter);

    /// <summary>How many incidents the filter selects.</summary>
    long CountIncidents(Filter filter);

    /// <summary>How many events the filter selects.</summary>
    long CountEvents(Filter filter);

    /// <summary>Incidents by the values of a facet: the most frequent first, weeks and months in their order.</summary>
    /// <param name="limit">Most values given.</param>
    IReadOnlyList<FacetCount> Count(Filter filter, Facet facet, int limit = 50);

    /// <summary>Ties events to incidents as the grouping found them. What a reviewer tied or parted stays as it is.</summary>
    /// <returns>How many incidents changed.</returns>
    int Group(IReadOnlyList<Incident> incidents);

    /// <summary>Keeps ranked suggestions of events that may belong to an incident; one that a reviewer turned down is not made again.</summary>
    void Suggest(IReadOnlyList<Suggestion> suggestions);

    /// <summary>Open suggestions for an incident's events, the likeliest first.</summary>
    IReadOnlyList<Suggestion> Suggestions(string incidentId);

    /// <summary>Makes a reviewer's proposal hold and writes it into the log, both or neither.</summary>
    /// <exception cref="StaleException">Something of it was changed since the reviewer saw it: nothing is written.</exception>
    /// <exception cref="ProposalException">It makes no sense: an unknown id, an empty merge.</exception>
    Decision Decide(Proposal proposal, string who, string? reason = null);

    /// <returns>Null where there is none of that number.</returns>
    Decision? FindDecision(long number);

    /// <summary>The log of decisions, the newest first.</summary>
    /// <param name="subject">Id of an event or incident, or null for all.</param>
    /// <param name="before">Decisions with a smaller number only, or null.</param>
    IReadOnlyList<Decision> Decisions(string? subject, int limit, long? before = null);

    /// <summary>Deletes an article with its events and evidence, and leaves tombstones. The log keeps that it was, not what it said.</summary>
    /// <returns>Whether there was such an article.</returns>
    bool DeleteArticle(string id, string who, string reason);

    /// <summary>What was deleted, oldest first.</summary>
    IReadOnlyList<Tombstone> Tombstones();

    IReadOnlyList<SavedFilter> SavedFilters();

    /// <summary>Keeps a filter under its name, in place of one of that name.</summary>
    void SaveFilter(SavedFilter filter);

    /// <returns>Whether there was one.</returns>
    bool RemoveFilter(string name);

    IReadOnlyList<Feed> Feeds();

    /// <summary>Keeps a feed under its address, in place of what was known of it.</summary>
    void SaveFeed(Feed feed);

    /// <returns>Whether there was one.</returns>
    bool RemoveFeed(string address);

    /// <summary>Looks the whole store over.</summary>
    /// <returns>What is damaged, in words; empty where all is well.</returns>
    IReadOnlyList<string> Check();
}
