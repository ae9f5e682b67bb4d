using NodaTime;

namespace Vigie.Store.Sql;

/// <summary>Pages and their custody log.</summary>
internal static class PageTable
{
    public static bool Add(Session session, Page page, string who, Instant now)
    {
        int added = session.Execute(
            "INSERT INTO pages (sha256, address, fetched, media_type, headers, bytes) VALUES (@Sha256, @Address, @fetched, @MediaType, @Headers, @Bytes) ON CONFLICT (sha256) DO NOTHING",
            new { page.Sha256, page.Address, fetched = Moments.Text(page.Fetched), page.MediaType, page.Headers, page.Bytes });
        Note(session, page.Sha256, CustodyAction.Collected, who, page.Address, now);
        return added > 0;
    }

    public static void Note(Session session, string sha256, CustodyAction action, string who, string? detail, Instant now) =>
        session.Execute(
            "INSERT INTO custody (sha256, at, action, who, detail) VALUES (@sha256, @at, @action, @who, @detail)",
            new { sha256, at = Moments.Text(now), action = Events.ValueText.Name(action), who, detail });

    public static Page? Find(Session session, string sha256) =>
        session.First<PageRow>("SELECT sha256, address, fetched, media_type AS MediaType, headers, bytes FROM pages WHERE sha256 = @sha256", new { sha256 }) is { } row
            ? new Page(row.Sha256, row.Address, Moments.Parse(row.Fetched), row.MediaType, row.Headers, row.Bytes)
            : null;

    public static IReadOnlyList<CustodyEntry> Custody(Session session, string sha256) =>
        [.. session.Query<(string At, string Action, string Who, string? Detail)>("SELECT at, action, who, detail FROM custody WHERE sha256 = @sha256 ORDER BY number", new { sha256 })
            .Select(entry => new CustodyEntry(Moments.Parse(entry.At), Enum.Parse<CustodyAction>(entry.Action, ignoreCase: true), entry.Who, entry.Detail))];

    private sealed class PageRow
    {
        public required string Sha256 { get; init; }

        public required string Address { get; init; }

        public required string Fetched { get; init; }

        public string? MediaType { get; init; }

        public string? Headers { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
