using Vigie.Desk.Wording;
using Vigie.Events;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>What the articles of an incident say, field by field, side by side.</summary>
/// <param name="Columns">One for each event; copies of an article stand behind the one they are copies of.</param>
/// <param name="Rows">One for each field of which some article speaks.</param>
public sealed record ClaimGrid(IReadOnlyList<ClaimColumn> Columns, IReadOnlyList<ClaimRow> Rows)
{
    public static ClaimGrid Of(StoredIncident incident, Words words)
    {
        ClaimColumn[] columns =
        [
            .. incident.Events.GroupBy(e => incident.Articles[e.ArticleId].CopyOf, StringComparer.Ordinal)
                .Select(copies => copies.OrderByDescending(e => e.ArticleId == copies.Key).ToArray())
                .Select(copies => new ClaimColumn(copies[0], incident.Articles[copies[0].ArticleId], copies.Length - 1)),
        ];
        string[] fields = [ClaimFields.Event, "status", ClaimFields.Date, ClaimFields.Place, .. FieldView.Counts, ClaimFields.Weapon, "source"];
        Dictionary<string, FieldView>[] views = [.. columns.Select(column => FieldView.Of(column.Event.Event, words).ToDictionary(field => field.Field, StringComparer.Ordinal))];
        var rows = new List<ClaimRow>();
        foreach (string field in fields)
        {
            ClaimCell[] cells = [.. views.Select(view => new ClaimCell(view[field].Value, view[field].Note, view[field].Evidence))];
            if (cells.Any(cell => cell.Value is not null)) rows.Add(new ClaimRow(field, words["field." + field], cells, Differ(field, columns, cells)));
        }
        foreach (string role in ActorRoles.All)
        {
            ClaimCell[] cells = [.. columns.Select(column => Parties(column.Event.Event, role, words))];
            if (cells.Any(cell => cell.Value is not null)) rows.Add(new ClaimRow("actor", words["role." + role], cells, Differs: false));
        }
        return new ClaimGrid(columns, rows);
    }

    /// <summary>Silence contradicts nothing, nor does what an article tells as context.</summary>
    private static bool Differ(string field, ClaimColumn[] columns, ClaimCell[] cells) =>
        field is not ("status" or "source")
        && cells.Where((cell, i) => cell.Value is not null && columns[i].Event.Tie == Tie.Tells).Select(cell => cell.Value).Distinct(StringComparer.Ordinal).Count() > 1;

    private static ClaimCell Parties(Event e, string role, Words words)
    {
        string[] fields = [.. e.Actors.Index().Where(actor => actor.Item.Role == role).Select(actor => FormattableString.Invariant($"actor:{actor.Index}"))];
        string[] named = [.. e.Actors.Where(actor => actor.Role == role).Select(actor => Texts.SafeText.Line(actor.Name ?? actor.Text, 120))];
        return new ClaimCell(named.Length == 0 ? null : words.Join(named), null, [.. e.Evidence.Where(proof => fields.Contains(proof.Field))]);
    }
}

/// <summary>An article's telling of the incident.</summary>
/// <param name="Copies">Articles that are copies of it, folded into it.</param>
public sealed record ClaimColumn(StoredEvent Event, ArticleHead Head, int Copies);

/// <param name="Differs">Whether the articles that are not silent contradict one another.</param>
public sealed record ClaimRow(string Field, string Label, IReadOnlyList<ClaimCell> Cells, bool Differs);

/// <param name="Value">Null where the article is silent.</param>
public sealed record ClaimCell(string? Value, string? Note, IReadOnlyList<Evidence> Evidence);
