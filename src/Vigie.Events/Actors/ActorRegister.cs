using Vigie.Text;

namespace Vigie.Events.Actors;

/// <summary>The register of armed groups, forces, institutions, missions and monitors. Immutable and safe to share.</summary>
public sealed class ActorRegister
{
    private readonly Dictionary<string, ActorEntry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Institution, string Country), ActorEntry> _institutions = [];
    private readonly Lazy<Dictionary<string, List<ActorEntry>>> _byAlias;

    private ActorRegister(IReadOnlyList<ActorEntry> entries)
    {
        Entries = entries;
        foreach (ActorEntry entry in entries)
        {
            _byId.Add(entry.Id, entry);
            if (entry is { Institution: not null, Country: not null }) _institutions.TryAdd((entry.Institution, entry.Country), entry);
        }
        _byAlias = new Lazy<Dictionary<string, List<ActorEntry>>>(ByAlias);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ActorEntry> Entries { get; }

    /// <exception cref="KnowledgeException">The register is missing or has a bad line.</exception>
    public static ActorRegister Load(DataFolder data) => new(RegisterFile.Read(data.Data("packs", "conflict", "actors.tsv")));

    /// <summary>The entry of that id, or null.</summary>
    public ActorEntry? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>What a kind of institution is called in a country: the entry of <c>army</c> in <c>ML</c>, or null.</summary>
    public ActorEntry? InstitutionOf(string institution, string country) => _institutions.GetValueOrDefault((institution, country));

    /// <summary>The entries that bear a name, whatever its case, accents, Arabic letter forms and article; none for an unknown name.</summary>
    public IReadOnlyList<ActorEntry> Named(string alias) => _byAlias.Value.TryGetValue(Key(alias), out List<ActorEntry>? entries) ? entries : [];

    private Dictionary<string, List<ActorEntry>> ByAlias()
    {
        var byAlias = new Dictionary<string, List<ActorEntry>>(StringComparer.Ordinal);
        foreach (ActorEntry entry in Entries)
            foreach (string alias in entry.Aliases.Select(a => a.Text).Prepend(entry.Name))
            {
                string key = Key(alias);
                if (!byAlias.TryGetValue(key, out List<ActorEntry>? entries)) byAlias.Add(key, entries = []);
                if (!entries.Contains(entry)) entries.Add(entry);
            }
        return byAlias;
    }

    private static string Key(string alias)
    {
        Span<char> folded = stackalloc char[2 * WordFolding.MaxLength];
        var key = new System.Text.StringBuilder(alias.Length);
        int at = 0;
        while (at < alias.Length)
        {
            int start = at;
            while (at < alias.Length && WordFolding.IsWordCharacter(alias[at])) at++;
            ReadOnlySpan<char> word = folded[..WordFolding.Fold(alias.AsSpan(start, at - start), folded)];
            if (word.Length >= 5 && word.StartsWith("ال", StringComparison.Ordinal)) word = word[2..];
            if (!word.IsEmpty && key.Length > 0) key.Append(' ');
            key.Append(word);
            at++;
        }
        return key.ToString();
    }
}
