using Dapper;

namespace Vigie.Store.Sql;

/// <summary>Reads the log of decisions.</summary>
internal static class DecisionLog
{
    private const string Select =
        "SELECT d.number, d.at, d.who, d.kind, d.reason, d.undoes, u.number AS undone FROM decisions d LEFT JOIN decisions u ON u.undoes = d.number";

    public static Decision? Find(Session session, long number) => Read(session, session.Query<Row>(Select + " WHERE d.number = @number", new { number })).FirstOrDefault();

    public static IReadOnlyList<Decision> List(Session session, string? subject, int limit, long? before)
    {
        string about = subject is null ? "" : " AND d.number IN (SELECT c.decision FROM changes c WHERE c.id = @subject)";
        return [.. Read(session, session.Query<Row>($"{Select} WHERE d.number < @before{about} ORDER BY d.number DESC LIMIT @limit", new { subject, before = before ?? long.MaxValue, limit }))];
    }

    private static IEnumerable<Decision> Read(Session session, IEnumerable<Row> rows)
    {
        List<Row> list = rows.AsList();
        ILookup<long, ChangeRow> changes = session.QueryEach<ChangeRow, long>(
            "SELECT decision, subject, id, version, before, after FROM changes WHERE decision IN @values ORDER BY decision, subject, id", list.Select(row => row.Number)).ToLookup(change => change.Decision);
        foreach (Row row in list)
            yield return new Decision(
                row.Number,
                Moments.Parse(row.At),
                row.Who,
                row.Kind,
                row.Reason,
                [.. changes[row.Number].Select(change => new Change(change.Subject, change.Id, change.Version, change.Before, change.After))],
                row.Undoes,
                row.Undone);
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string At { get; init; } = "";

        public string Who { get; init; } = "";

        public string Kind { get; init; } = "";

        public string? Reason { get; init; }

        public long? Undoes { get; init; }

        public long? Undone { get; init; }
    }

    private sealed class ChangeRow
    {
        public long Decision { get; init; }

        public string Subject { get; init; } = "";

        public string Id { get; init; } = "";

        public long Version { get; init; }

        public string? Before { get; init; }

        public string? After { get; init; }
    }
}
