using NodaTime;

namespace Vigie.Events.Incidents;

/// <summary>
/// Chooses among an incident's claims by rule. Every choice is a claim as it was stated: nothing is averaged, silence is never taken for
/// zero, and what a source denies is chosen only where all that speak deny it. What is asserted goes before what is alleged.
/// <list type="table">
/// <item><term>figures</term><description>conservative: the lowest low end; modal: the figure of most sources, of equals the one published last; latest: the one published last; maximal: the highest high end.</description></item>
/// <item><term>type</term><description>latest: the one published last; else that of most sources.</description></item>
/// <item><term>days, place</term><description>conservative: the least exact; maximal: the most exact; modal and latest as for figures.</description></item>
/// <item><term>actors, weapons</term><description>conservative: those that every source names that names any; modal: those that half of these name; latest: those of the article published last; maximal: all.</description></item>
/// </list>
/// </summary>
public sealed class Resolver
{
    private readonly string incidentId;
    private readonly Status status;
    private readonly Statements?[] statements = new Statements?[ClaimFields.All.Count];
    private readonly bool[] disagreements = new bool[ClaimFields.All.Count];

    /// <param name="claims">The claims of the incident's events.</param>
    public Resolver(Incident incident, IReadOnlyList<Claim> claims)
    {
        incidentId = incident.Id;
        var origins = new Dictionary<string, string>(incident.Links.Count, StringComparer.Ordinal);
        foreach (IncidentLink link in incident.Links) origins[link.ArticleId] = link.Origin;
        var byField = new List<Claim>?[statements.Length];
        status = claims.Count == 0 ? Status.Asserted : Status.Denied;
        foreach (Claim claim in claims)
        {
            if (claim.Status < status) status = claim.Status;
            if (claim.Telling != Telling.Silent && claim.Value is not null) (byField[FieldNumber(claim.Field)] ??= []).Add(claim);
        }
        for (int i = 0; i < byField.Length; i++)
        {
            if (byField[i] is not { } said) continue;
            var all = new Statements(said, origins);
            disagreements[i] = Disagreements.Exist(ClaimFields.All[i], all);
            List<Claim> undenied = Undenied(said);
            statements[i] = undenied.Count == said.Count ? all : new Statements(undenied, origins);
        }
    }

    /// <param name="rule">Any but <see cref="ResolutionRule.Reviewer"/>, which is a person's.</param>
    public Resolution By(ResolutionRule rule)
    {
        if (rule == ResolutionRule.Reviewer) throw new ArgumentOutOfRangeException(nameof(rule), "a reviewer's choice is made by a person");
        var fields = new ResolvedField[statements.Length];
        for (int i = 0; i < fields.Length; i++) fields[i] = Choose(i, rule);
        return new Resolution(incidentId, rule, status, fields);
    }

    private ResolvedField Choose(int number, ResolutionRule rule)
    {
        string field = ClaimFields.All[number];
        if (statements[number] is not { } said) return new ResolvedField(field, [], [], 0, Disagreement: false);
        if (field is ClaimFields.Actor or ClaimFields.Weapon) return Several(field, said, rule, disagreements[number]);
        int chosen = (rule, field) switch
        {
            (ResolutionRule.Latest, _) => said.Latest(),
            (ResolutionRule.Modal, _) or (_, ClaimFields.Event) => said.Modal(),
            (ResolutionRule.Conservative, ClaimFields.Date or ClaimFields.Place) => said.Best(value => -Exactness(value)),
            (ResolutionRule.Conservative, _) => said.Best(value => -Low(value)),
            (_, ClaimFields.Date or ClaimFields.Place) => said.Best(Exactness),
            _ => said.Best(High),
        };
        int stated = said.ValueOf(chosen);
        return new ResolvedField(field, [said[chosen].Value!], [.. said.Stating(stated)], said.SourcesOf(stated), disagreements[number]);
    }

    private static ResolvedField Several(string field, Statements said, ResolutionRule rule, bool disagreement)
    {
        string last = rule == ResolutionRule.Latest ? said[said.Latest()].ArticleId : "";
        var first = new int[said.Values];
        var ofLast = new bool[said.Values];
        for (int i = said.Count - 1; i >= 0; i--)
        {
            first[said.ValueOf(i)] = i;
            ofLast[said.ValueOf(i)] |= said[i].ArticleId == last;
        }
        var values = new List<ClaimValue>();
        var ids = new List<string>();
        int sources = 0;
        for (int value = 0; value < first.Length; value++)
        {
            int naming = said.SourcesOf(value);
            bool isChosen = rule switch
            {
                ResolutionRule.Conservative => naming == said.Sources,
                ResolutionRule.Modal => 2 * naming >= said.Sources,
                ResolutionRule.Latest => ofLast[value],
                _ => true,
            };
            if (!isChosen) continue;
            values.Add(said[first[value]].Value!);
            ids.AddRange(said.Stating(value));
            sources = Math.Max(sources, naming);
        }
        return new ResolvedField(field, values, ids, sources, disagreement);
    }

    private static List<Claim> Undenied(List<Claim> said)
    {
        if (!said.Exists(claim => claim.Status == Status.Denied)) return said;
        List<Claim> undenied = said.FindAll(claim => claim.Status != Status.Denied);
        return undenied.Count > 0 ? undenied : said;
    }

    private static int FieldNumber(string field)
    {
        string named = ClaimFields.Named(field);
        for (int i = 0; i < ClaimFields.All.Count; i++)
            if (ClaimFields.All[i] == named) return i;
        throw new ArgumentException($"no claim has a field \"{field}\"");
    }

    private static double Low(ClaimValue value) => value is NumberValue { Number: var number } ? number.Low ?? number.Best ?? 0 : 0;

    private static double High(ClaimValue value) => value is NumberValue { Number: var number } ? number.High ?? number.Best ?? number.Low ?? 0 : 0;

    /// <summary>Rises with the precision, and falls with the days or kilometres that a value of that precision spans.</summary>
    private static double Exactness(ClaimValue value) => value switch
    {
        DaysValue { Days: { Start: { } start, End: { } end } days } => ((int)days.Precision * 1e6) - Period.DaysBetween(start, end),
        PlaceValue { Place: var place } => ((int)place.Precision * 1e6) - (place.RadiusKm ?? 0),
        _ => 0,
    };
}
