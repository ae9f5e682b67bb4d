using System.Security.Cryptography;

namespace Vigie.Events.Incidents;

/// <summary>An account with the pairs that it makes; numbers are those of accounts. Most make none, and then hold nothing.</summary>
internal sealed class Member(Traits traits)
{
    private Dictionary<int, double>? pairs;
    private SortedSet<int>? together;
    private SortedSet<int>? apart;

    public Traits Traits => traits;

    /// <summary>Likelihood by the other account.</summary>
    public IReadOnlyDictionary<int, double> Pairs => (IReadOnlyDictionary<int, double>?)pairs ?? System.Collections.ObjectModel.ReadOnlyDictionary<int, double>.Empty;

    public IReadOnlyCollection<int> Together => together ?? (IReadOnlyCollection<int>)[];

    public IReadOnlyCollection<int> Apart => apart ?? (IReadOnlyCollection<int>)[];

    public NamedIncident? Incident { get; set; }

    public void Pair(int other, double likelihood) => (pairs ??= [])[other] = likelihood;

    /// <summary>Keeps what a person said of this account and another; null takes it back.</summary>
    public void Decide(int other, bool? areTogether)
    {
        together?.Remove(other);
        apart?.Remove(other);
        if (areTogether == true) (together ??= []).Add(other);
        if (areTogether == false) (apart ??= []).Add(other);
    }

    public void Forget(int other)
    {
        pairs?.Remove(other);
        Decide(other, areTogether: null);
    }
}

/// <summary>An incident with its name.</summary>
/// <param name="Age">Incidents named earlier have a lesser age.</param>
internal sealed record NamedIncident(string Id, int Age)
{
    public SortedSet<int> Members { get; } = [];
}

/// <summary>Gives incidents their ids, and keeps them: a group takes the id that most of its accounts had.</summary>
internal sealed class IncidentNames
{
    private readonly Dictionary<string, NamedIncident> incidents = new(StringComparer.Ordinal);
    private int age;

    public NamedIncident? Find(string id) => incidents.GetValueOrDefault(id);

    public void Leave(Member member, int at)
    {
        if (member.Incident is not { } incident) return;
        incident.Members.Remove(at);
        if (incident.Members.Count == 0) incidents.Remove(incident.Id);
        member.Incident = null;
    }

    /// <param name="groups">Numbers of the accounts that are together now; the accounts of one group share an incident afterwards, and with nobody of another group.</param>
    public void Assign(IReadOnlyList<Member> members, int[][] groups)
    {
        // The largest part keeps the name; of equals, the part of the older incident, then of the group with the lesser event.
        IEnumerable<(int Group, NamedIncident Incident)> wishes = groups
            .SelectMany((group, number) => group.Select(i => members[i].Incident).OfType<NamedIncident>().GroupBy(incident => incident)
                .Select(part => (Group: number, Incident: part.Key, Size: part.Count())))
            .OrderByDescending(wish => wish.Size).ThenBy(wish => wish.Incident.Age).ThenBy(wish => Founder(members, groups[wish.Group]), StringComparer.Ordinal)
            .Select(wish => (wish.Group, wish.Incident)).ToArray();
        var named = new NamedIncident?[groups.Length];
        var taken = new HashSet<NamedIncident>();
        foreach ((int group, NamedIncident incident) in wishes)
            if (named[group] is null && taken.Add(incident)) named[group] = incident;

        foreach ((int[] group, NamedIncident? name) in groups.Zip(named))
            foreach (int i in group.Where(i => members[i].Incident != name)) Leave(members[i], i);
        foreach ((int[] group, NamedIncident? name) in groups.Zip(named))
        {
            NamedIncident incident = name ?? New(Founder(members, group));
            incidents[incident.Id] = incident;
            foreach (int i in group)
            {
                incident.Members.Add(i);
                members[i].Incident = incident;
            }
        }
    }

    private static string Founder(IReadOnlyList<Member> members, int[] group) => group.Select(i => members[i].Traits.EventId).Min(StringComparer.Ordinal)!;

    private NamedIncident New(string founder)
    {
        // A founder that moved on may have left its name behind.
        for (int attempt = 0; ; attempt++)
        {
            byte[] hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(attempt == 0 ? founder : $"{founder}\n{attempt}"));
            string id = "incident-" + Convert.ToHexStringLower(hash.AsSpan(0, 8));
            if (!incidents.ContainsKey(id)) return new NamedIncident(id, age++);
        }
    }
}
