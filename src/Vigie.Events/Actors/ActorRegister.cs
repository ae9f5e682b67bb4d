using Vigie.Text;

namespace Vigie.Events.Actors;

/// <summary>The register of armed groups, forces, institutions, missions and monitors. Immutable and safe to share.</summary>
public sealed class ActorRegister
{
    private readonly Dictionary<(string Institution, string Country), ActorEntry> institutions = [];

    private ActorRegister(IReadOnlyList<ActorEntry> entries)
    {
        Entries = entries;
        foreach (ActorEntry entry in entries)
            if (entry is { Institution: not null, Country: not null }) institutions.TryAdd((entry.Institution, entry.Country), entry);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ActorEntry> Entries { get; }

    /// <exception cref="KnowledgeException">The register is missing or has a bad line.</exception>
    public static ActorRegister Load(DataFolder data) => new(RegisterFile.Read(data.Data("packs", "conflict", "actors.tsv")));

    /// <summary>What a kind of institution is called in a country: the entry of <c>army</c> in <c>ML</c>, or null.</summary>
    public ActorEntry? InstitutionOf(string institution, string country) => institutions.GetValueOrDefault((institution, country));
}
