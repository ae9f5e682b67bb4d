using NodaTime;
using Vigie.Events;
using Vigie.Store.Codebook;
using Vigie.Text;

namespace Vigie.Store.Import;

/// <summary>A kind of coded table: by which columns it is known, and what a row of it says.</summary>
internal abstract class TableForm(string name)
{
    /// <summary>As <c>--table</c> has it, and before the ids of its rows.</summary>
    public string Name => name;

    /// <summary>Columns that such a table has.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <exception cref="RowException">The row cannot be taken.</exception>
    public abstract ArticleRecord? Read(Cells cells);

    /// <summary>A row as an article that tells of one event.</summary>
    /// <param name="id">The row's own.</param>
    /// <param name="incident">The row's own id of the incident, or null.</param>
    protected ArticleRecord Record(Cells cells, string id, Article article, Event e, ReviewState state, string? incident = null) =>
        new(article, [e], Row: cells.Row(Name), Standings: new Dictionary<string, Standing>(StringComparer.Ordinal) { [e.Id] = new(state, incident is null ? null : Prefixed(incident)) });

    /// <summary>An id that no other table's row has.</summary>
    protected string Prefixed(string id) => Name + ":" + id;

    /// <summary>The days of a month, a week or a year around a day, as a table of a coarse precision means it.</summary>
    protected static TimeRange Around(LocalDate day, TimePrecision precision) => precision switch
    {
        TimePrecision.Week => new TimeRange(Monday(day), Monday(day).PlusDays(6), precision),
        TimePrecision.Month => new TimeRange(day.With(DateAdjusters.StartOfMonth), day.With(DateAdjusters.EndOfMonth), precision),
        TimePrecision.Year => new TimeRange(new LocalDate(day.Year, 1, 1), new LocalDate(day.Year, 12, 31), precision),
        _ => TimeRange.OfDay(day),
    };

    private static LocalDate Monday(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
}

/// <summary>The tables that can be read. A new one is a class and a line here.</summary>
internal static class TableForms
{
    public static IReadOnlyList<string> Names { get; } = ["acled", "ucdp-ged", "maverick", "gdelt"];

    public static IReadOnlyList<TableForm> All(TypeNames types, Countries countries) =>
        [new AcledTable(types, countries), new UcdpTable(types, countries), new MaverickTable(types, countries), new GdeltTable(types, countries)];
}
