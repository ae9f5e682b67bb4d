using Vigie.Desk.Wording;
using Vigie.Events;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>What each rule would choose among the claims of an incident, and what a reviewer chose.</summary>
public sealed record ResolutionGrid(IReadOnlyList<ResolutionRule> Rules, IReadOnlyList<ResolutionRow> Rows)
{
    public static ResolutionGrid Of(StoredIncident incident, Words words)
    {
        ResolutionRule[] rules = [ResolutionRule.Conservative, ResolutionRule.Modal, ResolutionRule.Latest, ResolutionRule.Maximal, ResolutionRule.Reviewer];
        Resolution[] resolved = [.. rules.Select(rule => Resolutions.Resolve(incident, rule))];
        ILookup<string, Claim> claims = Resolutions.Claims(incident).Where(claim => claim.Value is not null).ToLookup(claim => ClaimFields.Named(claim.Field), StringComparer.Ordinal);
        var rows = new List<ResolutionRow>();
        foreach ((int i, string field) in ClaimFields.All.Index())
        {
            if (!claims[field].Any()) continue;
            string?[] values = [.. resolved.Select(resolution => Text(resolution.Fields[i], words))];
            rows.Add(new ResolutionRow(field, words["field." + field], values, [.. resolved.Select(resolution => resolution.Fields[i].Sources)], resolved[0].Fields[i].Disagreement, Choices(field, claims[field], incident, words)));
        }
        return new ResolutionGrid(rules, rows);
    }

    private static string? Text(ResolvedField field, Words words) => field.Values.Count == 0 ? null : words.Join(field.Values.Select(value => Text(field.Field, value, words)).Distinct());

    private static string Text(string field, ClaimValue value, Words words) => value switch
    {
        WordValue word => field == ClaimFields.Weapon ? words["weapon." + word.Word] : words.Type(word.Word),
        NumberValue number => words.Of(number.Number),
        DaysValue days => words.Date(days.Days),
        PlaceValue place => words.Place(place.Place),
        PartyValue party => Texts.SafeText.Line(party.Party.Name ?? party.Party.Text, 120),
        _ => "",
    };

    /// <summary>The values that sources state, each once, with the claims that state it.</summary>
    private static IReadOnlyList<ClaimChoice> Choices(string field, IEnumerable<Claim> claims, StoredIncident incident, Words words)
    {
        IReadOnlyList<string> chosen = incident.Choices.GetValueOrDefault(field, []);
        return
        [
            .. claims.GroupBy(claim => Text(field, claim.Value!, words), StringComparer.Ordinal)
                .Select(stating => new ClaimChoice(stating.Key, [.. stating.Select(claim => claim.Id)], stating.Select(claim => claim.ArticleId).Distinct(StringComparer.Ordinal).Count(), stating.Any(claim => chosen.Contains(claim.Id)))),
        ];
    }
}

/// <param name="Values">By rule; null where every source is silent.</param>
/// <param name="Sources">By rule: how many sources state what was chosen.</param>
/// <param name="Disagrees">Whether the sources that are not silent contradict one another.</param>
/// <param name="Choices">What a reviewer may choose among.</param>
public sealed record ResolutionRow(string Field, string Label, IReadOnlyList<string?> Values, IReadOnlyList<int> Sources, bool Disagrees, IReadOnlyList<ClaimChoice> Choices);

/// <param name="Articles">How many articles state it.</param>
public sealed record ClaimChoice(string Value, IReadOnlyList<string> ClaimIds, int Articles, bool IsChosen);
