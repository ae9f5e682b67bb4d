namespace Vigie.Events.Incidents;

/// <summary>An event whose incident changed.</summary>
/// <param name="From">Null for an event that is new.</param>
public sealed record Move(string EventId, string? From, string To);

/// <summary>An incident that an event may be of.</summary>
/// <param name="Score">0 to 1: the likelihood of its likeliest account.</param>
public sealed record Suggestion(string IncidentId, double Score);

/// <summary>
/// Keeps the accounts seen so far and what incidents they are of. An account that arrives is compared with those near it in place and
/// time only, and only the incidents that it touches are grouped anew: which accounts are together does not depend on the order in which
/// they arrived, and an incident keeps its id while most of it stays together. Not safe for use from several threads at once.
/// </summary>
/// <param name="join">Mean likelihood from which on accounts are put together: <see cref="IncidentModel.Join"/> or <see cref="IncidentModel.Automatic"/>.</param>
public sealed class IncidentIndex(IncidentModel model, double join)
{
    /// <summary>Likelihoods below this are taken for 0.</summary>
    private const double Least = 0.02;

    /// <summary>Accounts that hang together by likely pairs are grouped anew as a whole up to this many; beyond it a new one only joins.</summary>
    private const int MostGroupedAnew = 600;

    private readonly List<Member> members = [];
    private readonly Dictionary<string, int> byEvent = new(StringComparer.Ordinal);
    private readonly Cells cells = new();
    private readonly IncidentNames names = new();

    /// <summary>Number of accounts.</summary>
    public int Count => byEvent.Count;

    /// <summary>Adds accounts and groups anew what they touch. An account of an event that is known already takes its place.</summary>
    /// <returns>The events whose incident changed, new ones among them, in ordinal order.</returns>
    public IReadOnlyList<Move> Add(IEnumerable<Account> accounts)
    {
        var touched = new List<int>();
        foreach (Account account in accounts)
        {
            if (byEvent.ContainsKey(account.EventId)) touched.AddRange(Forget(account.EventId));
            touched.Add(Place(new Traits(account)));
        }
        return GroupAnew(touched);
    }

    public IReadOnlyList<Move> Add(Account account) => Add([account]);

    /// <summary>Removes an event; the incidents that it held together are grouped anew.</summary>
    public IReadOnlyList<Move> Remove(string eventId) => byEvent.ContainsKey(eventId) ? GroupAnew(Forget(eventId)) : [];

    /// <summary>A person says that two events are of one incident: this outweighs every likelihood.</summary>
    /// <exception cref="KeyNotFoundException">One of them is not here.</exception>
    public IReadOnlyList<Move> Together(string eventId, string otherId) => Decide(eventId, otherId, together: true);

    /// <summary>A person says that two events are of different incidents.</summary>
    /// <exception cref="KeyNotFoundException">One of them is not here.</exception>
    public IReadOnlyList<Move> Apart(string eventId, string otherId) => Decide(eventId, otherId, together: false);

    /// <summary>Takes back what a person said of two events.</summary>
    /// <exception cref="KeyNotFoundException">One of them is not here.</exception>
    public IReadOnlyList<Move> Undecide(string eventId, string otherId) => Decide(eventId, otherId, together: null);

    /// <summary>Id of an event's incident.</summary>
    /// <exception cref="KeyNotFoundException">The event is not here.</exception>
    public string IncidentOf(string eventId) => members[byEvent[eventId]].Incident!.Id;

    /// <summary>Event ids of an incident, in ordinal order; none where there is no such incident.</summary>
    public IReadOnlyList<string> EventsOf(string incidentId) =>
        names.Find(incidentId) is { } incident ? [.. incident.Members.Select(i => members[i].Traits.EventId).Order(StringComparer.Ordinal)] : [];

    /// <summary>Other incidents that an event may be of, likeliest first; none that its article tells of already.</summary>
    /// <exception cref="KeyNotFoundException">The event is not here.</exception>
    public IReadOnlyList<Suggestion> Suggest(string eventId, int most = 5)
    {
        Member member = members[byEvent[eventId]];
        return
        [
            .. member.Pairs.Where(pair => members[pair.Key].Incident != member.Incident && !member.Apart.Contains(pair.Key))
                .GroupBy(pair => members[pair.Key].Incident!)
                .Where(incident => !incident.Key.Members.Any(i => members[i].Traits.ArticleId == member.Traits.ArticleId))
                .Select(incident => new Suggestion(incident.Key.Id, incident.Max(pair => pair.Value)))
                .OrderByDescending(suggestion => suggestion.Score).ThenBy(suggestion => suggestion.IncidentId, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    private int Place(Traits traits)
    {
        int at = members.Count;
        var member = new Member(traits);
        var near = new HashSet<int>();
        cells.Near(traits, near);
        foreach (int other in near)
        {
            double likelihood = model.Likelihood(traits, members[other].Traits);
            if (likelihood < Least) continue;
            member.Pair(other, likelihood);
            members[other].Pair(at, likelihood);
        }
        members.Add(member);
        byEvent[traits.EventId] = at;
        cells.Add(at, traits);
        return at;
    }

    /// <summary>Takes an account out; gives the accounts that it was likely to be together with.</summary>
    private List<int> Forget(string eventId)
    {
        int at = byEvent[eventId];
        Member member = members[at];
        List<int> left = [.. member.Pairs.Keys.Concat(member.Together).Concat(member.Incident!.Members).Where(other => other != at).Distinct()];
        foreach (int other in left.Concat(member.Apart)) members[other].Forget(at);
        names.Leave(member, at);
        cells.Remove(at, member.Traits);
        byEvent.Remove(eventId);
        return left;
    }

    private IReadOnlyList<Move> Decide(string eventId, string otherId, bool? together)
    {
        int a = byEvent[eventId], b = byEvent[otherId];
        members[a].Decide(b, together);
        members[b].Decide(a, together);
        return GroupAnew([a, b]);
    }

    private IReadOnlyList<Move> GroupAnew(IEnumerable<int> touched)
    {
        var before = new Dictionary<int, string?>();
        var done = new HashSet<int>();
        foreach (int start in touched.Distinct())
        {
            if (done.Contains(start) || !byEvent.TryGetValue(members[start].Traits.EventId, out int current) || current != start) continue;
            List<int> component = Component(start);
            done.UnionWith(component);
            int[][] groups = component.Count <= MostGroupedAnew ? Grouped(component) : Joined(start, component);
            foreach (int member in groups.SelectMany(group => group)) before.TryAdd(member, members[member].Incident?.Id);
            names.Assign(members, groups);
        }
        return
        [
            .. before.Select(entry => new Move(members[entry.Key].Traits.EventId, entry.Value, members[entry.Key].Incident!.Id))
                .Where(move => move.From != move.To).OrderBy(move => move.EventId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Accounts that hang together by pairs likely enough to join, or did so far: no grouping by average linkage reaches across.</summary>
    private List<int> Component(int start)
    {
        var seen = new HashSet<int> { start };
        var component = new List<int> { start };
        for (int i = 0; i < component.Count && component.Count <= MostGroupedAnew; i++)
        {
            Member member = members[component[i]];
            foreach (int other in member.Pairs.Where(pair => pair.Value >= join).Select(pair => pair.Key).Concat(member.Together).Concat(member.Incident?.Members ?? []))
                if (seen.Add(other)) component.Add(other);
        }
        return component;
    }

    private int[][] Grouped(List<int> component)
    {
        // In an order of their own, so that the order of arrival does not matter.
        int[] ordered = [.. component.OrderBy(i => members[i].Traits.EventId, StringComparer.Ordinal)];
        var local = new Dictionary<int, int>();
        var articleNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var articleOf = new int[ordered.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            local[ordered[i]] = i;
            string article = members[ordered[i]].Traits.ArticleId;
            if (!articleNumbers.TryGetValue(article, out int number)) articleNumbers[article] = number = articleNumbers.Count;
            articleOf[i] = number;
        }
        IEnumerable<(int A, int B)> Among(Func<Member, IEnumerable<int>> others) =>
            ordered.SelectMany((at, i) => others(members[at]).Where(local.ContainsKey).Select(other => (A: i, B: local[other])).Where(pair => pair.A < pair.B).Order());
        IEnumerable<PairScore> pairs = Among(member => member.Pairs.Keys).Select(pair => new PairScore(pair.A, pair.B, members[ordered[pair.A]].Pairs[ordered[pair.B]]));
        int[] clusters = AverageLinkage.Cluster(articleOf, pairs, join, Among(member => member.Together), Among(member => member.Apart));
        return [.. clusters.Select((cluster, i) => (cluster, i)).GroupBy(item => item.cluster, item => ordered[item.i]).Select(group => group.ToArray())];
    }

    /// <summary>Where too much hangs together to be grouped anew: one account joins the incident with the highest mean likelihood, or begins one.</summary>
    private int[][] Joined(int start, List<int> component)
    {
        Member member = members[start];
        if (member.Incident is not null) return [];
        NamedIncident? best = null;
        double bestMean = join;
        foreach (NamedIncident incident in member.Pairs.Keys.Select(other => members[other].Incident).OfType<NamedIncident>().Distinct().OrderBy(incident => incident.Id, StringComparer.Ordinal))
        {
            double mean = incident.Members.Sum(other => member.Pairs.GetValueOrDefault(other)) / incident.Members.Count;
            if (mean >= bestMean && !incident.Members.Any(other => members[other].Traits.ArticleId == member.Traits.ArticleId || member.Apart.Contains(other))) (best, bestMean) = (incident, mean);
        }
        int[][] rest = [.. component.Where(other => other != start && members[other].Incident is null).Select(other => new[] { other })];
        return [best is null ? [start] : [.. best.Members, start], .. rest];
    }
}
