using Vigie.Events;
using Vigie.Text;

namespace Vigie.Store;

/// <summary>An article with the events that one coding found in it: what is put in, and what comes out again.</summary>
/// <param name="Article">Language and day of publication as they were found out, not as they were given.</param>
/// <param name="PageSha256">The page that it was read from, or null.</param>
/// <param name="Row">The columns of the coded table that it was read from, or null.</param>
/// <param name="Standings">How events stand already, by their ids: of those that another store or a coded table gives. All others are drafts of their own.</param>
public sealed record ArticleRecord(
    Article Article,
    IReadOnlyList<Event> Events,
    string? PageSha256 = null,
    TableRow? Row = null,
    IReadOnlyDictionary<string, Standing>? Standings = null);

/// <summary>How an event stands before it comes in.</summary>
/// <param name="IncidentId">The incident that it belongs to, or null for one of its own.</param>
public sealed record Standing(ReviewState State, string? IncidentId = null, Tie Tie = Tie.Tells, double TieScore = 1);

/// <summary>A row of a coded table, as it stood.</summary>
/// <param name="Table">Which table: <c>acled</c>, <c>ucdp-ged</c>, <c>gdelt</c>, <c>maverick</c>.</param>
/// <param name="Cells">By column name, empty cells left out.</param>
public sealed record TableRow(string Table, IReadOnlyDictionary<string, string> Cells);

/// <summary>What became of a batch.</summary>
/// <param name="New">Articles that were not there.</param>
/// <param name="Unchanged">Articles that were there, coded just so.</param>
/// <param name="Recoded">Articles that were there and are coded otherwise now.</param>
/// <param name="Events">Events that were not there.</param>
/// <param name="Renamed">New ids of articles whose id another text has already.</param>
public sealed record Added(int New, int Unchanged, int Recoded, int Events, IReadOnlyList<string> Renamed)
{
    public static Added Nothing { get; } = new(0, 0, 0, 0, []);

    public static Added operator +(Added a, Added b) =>
        new(a.New + b.New, a.Unchanged + b.Unchanged, a.Recoded + b.Recoded, a.Events + b.Events, [.. a.Renamed, .. b.Renamed]);
}
