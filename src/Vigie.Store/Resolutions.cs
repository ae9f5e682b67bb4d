using Vigie.Events;
using Vigie.Events.Incidents;
using Vigie.Text;

namespace Vigie.Store;

/// <summary>An incident's claims, and what is chosen among them: both are computed from its events whenever they are asked for.</summary>
public static class Resolutions
{
    /// <summary>Every claim of every source, in the order of its events.</summary>
    public static IReadOnlyList<Claim> Claims(StoredIncident incident) =>
        [.. incident.Events.SelectMany(e =>
        {
            ArticleHead head = incident.Articles[e.ArticleId];
            var article = new Article(head.Id, head.Title, "", head.Language, head.Published, head.Source, head.Url);
            return ClaimReader.Read(article, head.Published, e.Event, e.Coding);
        })];

    /// <param name="rule">For <see cref="ResolutionRule.Reviewer"/> what a person chose; where nobody chose, the conservative rule.</param>
    public static Resolution Resolve(StoredIncident incident, ResolutionRule rule)
    {
        IReadOnlyList<Claim> claims = Claims(incident);
        var resolver = new Resolver(incident.Links, claims);
        if (rule != ResolutionRule.Reviewer) return resolver.By(rule);
        Resolution ruled = resolver.By(ResolutionRule.Conservative);
        return ruled with { Rule = rule, Fields = [.. ruled.Fields.Select(field => Chosen(field, incident, claims))] };
    }

    private static ResolvedField Chosen(ResolvedField ruled, StoredIncident incident, IReadOnlyList<Claim> claims)
    {
        if (!incident.Choices.TryGetValue(ruled.Field, out IReadOnlyList<string>? ids)) return ruled;
        // A claim of an older coding may be gone: then nobody has chosen.
        Claim[] chosen = [.. claims.Where(claim => ids.Contains(claim.Id) && claim.Value is not null)];
        if (chosen.Length == 0) return ruled;
        bool several = ruled.Field is ClaimFields.Actor or ClaimFields.Weapon;
        ClaimValue[] values = several ? [.. chosen.Select(claim => claim.Value!).Distinct()] : [chosen[0].Value!];
        return ruled with { Values = values, ClaimIds = [.. chosen.Select(claim => claim.Id)], Sources = chosen.Select(claim => claim.ArticleId).Distinct(StringComparer.Ordinal).Count() };
    }
}
