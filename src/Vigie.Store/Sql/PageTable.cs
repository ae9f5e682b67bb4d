using NodaTime;
using Vigie.Text;

namespace Vigie.Store.Sql;

/// <summary>Pages and their custody log.</summary>
internal static class PageTable
{
    public static bool Add(Session session, Page page, string who, Instant now)
    {
        string sha256 = page.Sha256();
        int added = session.Execute(
            "INSERT INTO pages (sha256, id, url, content_type, collected, bytes) VALUES (@sha256, @Id, @Url, @ContentType, @collected, @bytes) ON CONFLICT (sha256) DO NOTHING",
            new { sha256, page.Id, page.Url, page.ContentType, collected = page.Collected is { } at ? Moments.Text(at) : null, bytes = page.Bytes.ToArray() });
        Note(session, sha256, CustodyAction.Collected, who, page.Url ?? page.Id, now);
        return added > 0;
    }

    public static void Note(Session session, string sha256, CustodyAction action, string who, string? detail, Instant now) =>
        session.Execute(
            "INSERT INTO custody (sha256, at, action, who, detail) VALUES (@sha256, @at, @action, @who, @detail)",
            new { sha256, at = Moments.Text(now), action = Events.ValueText.Name(action), who, detail });

    public static Page? Find(Session session, string sha256) =>
        session.First<PageRow>("SELECT id, url, content_type AS contenttype, collected, bytes FROM pages WHERE sha256 = @sha256", new { sha256 }) is { } row
            ? new Page(row.Id, row.Bytes, row.Url, row.ContentType, row.Collected is null ? null : Moments.Parse(row.Collected))
            : null;

    public static IReadOnlyList<CustodyEntry> Custody(Session session, string sha256) =>
        [.. session.Query<(string At, string Action, string Who, string? Detail)>("SELECT at, action, who, detail FROM custody WHERE sha256 = @sha256 ORDER BY number", new { sha256 })
            .Select(entry => new CustodyEntry(Moments.Parse(entry.At), Enum.Parse<CustodyAction>(entry.Action, ignoreCase: true), entry.Who, entry.Detail))];

    private sealed class PageRow
    {
        public string Id { get; init; } = "";

        public string? Url { get; init; }

        public string? ContentType { get; init; }

        public string? Collected { get; init; }

        public byte[] Bytes { get; init; } = [];
    }
}
