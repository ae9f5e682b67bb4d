using System.Globalization;
using Dapper;
using Vigie.Events;
using Vigie.Store.Search;

namespace Vigie.Store.Sql;

/// <summary>A filter as a condition on the table of events, of alias <c>e</c>. All values are parameters.</summary>
internal sealed class FilterSql
{
    /// <summary>Up to so many events are found by what they are asked for and then sorted; beyond, they are read in order until a page is full.</summary>
    private const int Few = 20_000;

    private readonly Dialect dialect;
    private readonly Filter filter;
    private readonly WordQuery? words;

    public FilterSql(Dialect dialect, Filter filter)
    {
        this.dialect = dialect;
        this.filter = filter;
        words = WordQuery.Parse(filter.Text);
        if (words is not null) Parameters.Add("words", dialect.WordQuery(words));
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>Whether the filter asks for anything at all.</summary>
    public bool Selects => filter != Filter.All;

    /// <summary>Whether it asks for more than states, of which most events have the usual one.</summary>
    private bool Narrows => filter with { States = [], AddedAfter = 0 } != Filter.All;

    /// <param name="many">Whether most events are expected to fit.</param>
    public string Where(bool many = false)
    {
        var conditions = new List<string> { States() };
        if (filter.From is { } from) Add("e.date_end >= @from", "from", ValueText.Of(from));
        if (filter.To is { } to) Add("e.date_start BETWEEN '0' AND @to", "to", ValueText.Of(to));
        if (filter.Box is { } box) conditions.Add(Inside(box));
        In("e.country", "countries", filter.Countries);
        In("e.event_type", "types", filter.EventTypes);
        In("e.sub_event_type", "subTypes", filter.SubEventTypes);
        In("e.status", "statuses", [.. filter.Statuses.Select(ValueText.Name)]);
        if (filter.Focus is { } focus) Add("e.focus = @focus", "focus", ValueText.Name(focus));
        if (filter.MinimumKilled > 0) Add("e.killed_low >= @killed", "killed", filter.MinimumKilled);
        if (filter.MinimumConfidence > 0) Add("e.confidence >= @confidence", "confidence", filter.MinimumConfidence);
        if (filter.Actors.Count > 0)
        {
            string[] keys = [.. filter.Actors.Concat(filter.Actors.Select(SearchFolding.Name)).Distinct(StringComparer.Ordinal)];
            conditions.Add(Exists(many, "event_actors", "event", "e.key", "actor", "actors", keys));
        }
        if (filter.ActorKinds.Count > 0) conditions.Add(Exists(true, "event_actors", "event", "e.key", "kind", "kinds", filter.ActorKinds));
        if (filter.Languages.Count > 0) conditions.Add(Exists(true, "articles", "key", "e.article", "language", "languages", filter.Languages));
        if (filter.Outlets.Count > 0) conditions.Add(Exists(true, "articles", "key", "e.article", "source", "outlets", filter.Outlets));
        if (filter.MinimumSources > 1) Add("EXISTS (SELECT 1 FROM incidents s WHERE s.key = e.incident AND s.sources >= @sources)", "sources", filter.MinimumSources);
        if (filter.DisagreeingOnly) conditions.Add("EXISTS (SELECT 1 FROM incidents d WHERE d.key = e.incident AND d.disagrees = 1)");
        if (filter.AddedAfter > 0) Add("e.key > @addedAfter", "addedAfter", filter.AddedAfter);
        if (words is not null) conditions.Add(dialect.HasWords("@words", many));
        return string.Join(" AND ", conditions);

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            Parameters.Add(name, value);
        }

        void In(string column, string name, IReadOnlyList<string> values)
        {
            if (values.Count > 0) conditions.Add($"{(many ? dialect.Unindexed(column) : column)} IN {Parameters.AddList(name, values)}");
        }
    }

    /// <summary>Whether so many events fit that reading them in order is the faster way to a first page.</summary>
    public bool FitsMany(Session session)
    {
        if (!Narrows) return true;
        Parameters.Add("few", Few);
        return session.First<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM events e WHERE {Where()} LIMIT @few) found", Parameters) == Few;
    }

    private string States()
    {
        if (filter.States.Count == 0) return "e.state IN ('draft', 'accepted')";
        // One alone is said with "=", as the index over drafts is.
        if (filter.States is [var only]) return $"e.state = '{ValueText.Name(only)}'";
        return $"e.state IN ({string.Join(", ", filter.States.Distinct().Select(state => $"'{ValueText.Name(state)}'"))})";
    }

    private string Exists(bool each, string table, string key, string outer, string column, string name, IReadOnlyList<string> values)
    {
        string list = Parameters.AddList(name, values);
        return each
            ? $"EXISTS (SELECT 1 FROM {table} x WHERE x.{key} = {outer} AND x.{column} IN {list})"
            : $"{outer} IN (SELECT x.{key} FROM {table} x WHERE x.{column} IN {list})";
    }

    private string Inside(Box box)
    {
        Parameters.Add("south", box.South);
        Parameters.Add("north", box.North);
        if (box.West <= box.East)
        {
            Parameters.Add("west", box.West);
            Parameters.Add("east", box.East);
            return dialect.InBox;
        }
        // Over the 180th meridian: two boxes.
        Parameters.Add("west", box.West);
        Parameters.Add("east", 180.0);
        Parameters.Add("west2", -180.0);
        Parameters.Add("east2", box.East);
        string second = dialect.InBox.Replace("@west", "@west2", StringComparison.Ordinal).Replace("@east", "@east2", StringComparison.Ordinal);
        return $"(({dialect.InBox}) OR ({second}))";
    }

    /// <summary>A key of a page: the value that it ended with, and the row's key.</summary>
    public static string Cursor(string value, long key) => value + "|" + key.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="ArgumentException">It is no key of a page.</exception>
    public static (string Value, long Key) ReadCursor(string after)
    {
        int bar = after.LastIndexOf('|');
        return bar >= 0 && long.TryParse(after.AsSpan(bar + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long key)
            ? (after[..bar], key)
            : throw new ArgumentException("it is no key of a page; take it from the page before", nameof(after));
    }
}
