using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>What readers keep for themselves: filters under a name, and feeds.</summary>
internal static class ReaderTables
{
    public static IReadOnlyList<SavedFilter> Filters(Session session) =>
        [.. session.Query<(string Name, string Filter, long Seen, string? Hook)>("SELECT name, filter, seen, hook FROM saved_filters ORDER BY name")
            .Select(row => new SavedFilter(row.Name, FilterJson.Parse(row.Filter), row.Seen, row.Hook))];

    public static void Save(Session session, SavedFilter filter) =>
        session.Execute(
            """
            INSERT INTO saved_filters (name, filter, seen, hook) VALUES (@Name, @text, @Seen, @Hook)
            ON CONFLICT (name) DO UPDATE SET filter = excluded.filter, seen = excluded.seen, hook = excluded.hook
            """, new { filter.Name, text = FilterJson.Text(filter.Filter), filter.Seen, filter.Hook });

    public static bool RemoveFilter(Session session, string name) => session.Execute("DELETE FROM saved_filters WHERE name = @name", new { name }) > 0;

    public static IReadOnlyList<Feed> Feeds(Session session) =>
        [.. session.Query<FeedRow>("SELECT address, title, checked, due, etag, last_modified AS lastmodified, failure, failures FROM feeds ORDER BY address")
            .Select(row => new Feed(
                row.Address,
                row.Title,
                row.Checked is null ? null : Moments.Parse(row.Checked),
                Moments.Parse(row.Due),
                row.ETag,
                row.LastModified,
                row.Failure,
                (int)row.Failures))];

    public static void Save(Session session, Feed feed) =>
        session.Execute(
            """
            INSERT INTO feeds (address, title, checked, due, etag, last_modified, failure, failures) VALUES (@Address, @Title, @checkedAt, @due, @ETag, @LastModified, @Failure, @failures)
            ON CONFLICT (address) DO UPDATE SET title = excluded.title, checked = excluded.checked, due = excluded.due, etag = excluded.etag, last_modified = excluded.last_modified,
              failure = excluded.failure, failures = excluded.failures
            """,
            new
            {
                feed.Address,
                feed.Title,
                checkedAt = feed.Checked is { } at ? Moments.Text(at) : null,
                due = Moments.Text(feed.Due),
                feed.ETag,
                feed.LastModified,
                feed.Failure,
                failures = (long)feed.Failures,
            });

    public static bool RemoveFeed(Session session, string address) => session.Execute("DELETE FROM feeds WHERE address = @address", new { address }) > 0;

    private sealed class FeedRow
    {
        public string Address { get; init; } = "";

        public string Title { get; init; } = "";

        public string? Checked { get; init; }

        public string Due { get; init; } = "";

        public string? ETag { get; init; }

        public string? LastModified { get; init; }

        public string? Failure { get; init; }

        public long Failures { get; init; }
    }
}
