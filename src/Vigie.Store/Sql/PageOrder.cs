using System.Globalization;
using Dapper;

namespace Vigie.Store.Sql;

/// <summary>In what order the rows of a table are paged, and how a page goes on where the last one ended.</summary>
/// <param name="Alias">Of the table.</param>
/// <param name="Column">Sorted by first; the key then.</param>
/// <param name="Index">Holds both.</param>
internal sealed record PageOrder(string Alias, string Column, string Index, bool Descending, bool IsNumber)
{
    public static PageOrder OfEvents(Order order) => order switch
    {
        Order.Worth => new PageOrder("e", "worth", "drafts_by_worth", Descending: true, IsNumber: true),
        Order.Added => new PageOrder("e", "key", "", Descending: true, IsNumber: true),
        _ => new PageOrder("e", "date_start", "events_by_day", order == Order.Newest, IsNumber: false),
    };

    public static PageOrder OfIncidents(Order order) => order switch
    {
        Order.Worth => new PageOrder("i", "worth", "incidents_by_worth", Descending: true, IsNumber: true),
        Order.Added => new PageOrder("i", "key", "", Descending: true, IsNumber: true),
        _ => new PageOrder("i", "date_start", "incidents_by_day", order == Order.Newest, IsNumber: false),
    };

    /// <summary>The keys of one page, with the values that they are sorted by.</summary>
    /// <param name="inOrder">Whether the table is read in this order; otherwise what fits is found first.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no key of a page of this order.</exception>
    public List<(string Value, long Key)> Keys(Session session, string table, string where, DynamicParameters parameters, int limit, string? after, bool inOrder)
    {
        string column = $"{Alias}.{Column}", key = $"{Alias}.key", from = "";
        if (after is not null)
        {
            (string value, long last) = FilterSql.ReadCursor(after);
            if (!IsNumber) parameters.Add("value", value);
            else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) parameters.Add("value", number);
            else throw new ArgumentException("it is no key of a page in this order; take it from the page before", nameof(after));
            parameters.Add("last", last);
            from = $" AND ({column}, {key}) {(Descending ? "<" : ">")} (@value, @last)";
        }
        parameters.Add("limit", limit);
        string direction = Descending ? "DESC" : "ASC";
        string first = inOrder ? column : session.Dialect.Unindexed(column);
        string order = Column == "key" ? $"{(inOrder ? key : session.Dialect.Unindexed(key))} {direction}" : $"{first} {direction}, {key} {direction}";
        string sql = $"SELECT {column}, {key} FROM {table} WHERE {where}{from} ORDER BY {order} LIMIT @limit";
        return IsNumber
            ? [.. session.Query<(double Value, long Key)>(sql, parameters).Select(row => (row.Value.ToString("R", CultureInfo.InvariantCulture), row.Key))]
            : [.. session.Query<(string Value, long Key)>(sql, parameters)];
    }
}
