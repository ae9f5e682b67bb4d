using Vigie.Text;

namespace Vigie.Events.Actors;

/// <summary>All phrases of one language, ready to match: the register's names, the nouns of actors, the countries.</summary>
internal sealed class ActorLanguage
{
    private readonly Dictionary<string, int> aliasIndex = new(StringComparer.Ordinal);

    private ActorLanguage(string code, bool headFinal)
    {
        Code = code;
        HeadFinal = headFinal;
    }

    public string Code { get; }

    /// <summary>Whether the noun closes its phrase ("Malian soldiers").</summary>
    public bool HeadFinal { get; }

    public PhraseTable Phrases { get; } = new();

    public List<HeadWords> Heads { get; } = [];

    public List<HeadWords> Modifiers { get; } = [];

    /// <summary>ISO codes, in the order that countries are numbered.</summary>
    public List<string> Countries { get; } = [];

    /// <summary>Who bears each alias; own language first.</summary>
    public List<List<AliasBearer>> Aliases { get; } = [];

    /// <summary>Words that stand before a noun and are taken into a name that has no other word of its own.</summary>
    public HashSet<string> Articles { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static ActorLanguage Load(string code, DataFolder data, ActorRegister register)
    {
        var words = KnowledgeFile.Read<ActorWords>(data.Data("languages", code, "actors.yaml"));
        var language = new ActorLanguage(code, words.HeadPosition == "final");
        language.AddWords(words, data.Data("languages", code, "actors.yaml"));
        foreach ((string country, CountryWords names) in CountryWords.Read(data, code)) language.AddCountry(country, names);
        language.AddRegister(register);
        return language;
    }

    private void AddWords(ActorWords words, string path)
    {
        foreach (HeadWords head in words.Heads.Concat(words.Modifiers))
            if (head.Kind is not null && !ActorKinds.All.Contains(head.Kind)) throw new KnowledgeException(path, null, $"'{head.Kind}' is no kind of actor");
        foreach (string word in CountryWords.Listed(words.Doubled)) Phrases.Vocabulary.AddDoubled(word);
        foreach (HeadWords head in words.Heads)
        {
            foreach (string word in CountryWords.Listed(head.Words)) Phrases.Add(word, Sense.Head, Heads.Count, CaseRule.Free);
            Heads.Add(head);
        }
        foreach (HeadWords modifier in words.Modifiers)
        {
            foreach (string word in CountryWords.Listed(modifier.Words)) Phrases.Add(word, Sense.Modifier, Modifiers.Count, CaseRule.Free);
            Modifiers.Add(modifier);
        }
        AddAll(words.Openers, Sense.Opener);
        AddAll(words.Links, Sense.Link);
        AddAll(words.Prepositions, Sense.Preposition);
        AddAll(words.Deeds, Sense.Deed);
        AddAll(words.NotActors, Sense.Other);
        Articles.UnionWith(CountryWords.Listed(words.Articles));
    }

    private void AddAll(string phrases, Sense sense)
    {
        foreach (string phrase in CountryWords.Listed(phrases)) Phrases.Add(phrase, sense, 0, CaseRule.Free);
    }

    private void AddCountry(string country, CountryWords words)
    {
        int number = Countries.Count;
        Countries.Add(country);
        foreach (string name in CountryWords.Listed(words.Names)) Phrases.Add(name, Sense.Country, number);
        foreach (string capital in CountryWords.Listed(words.Capitals)) Phrases.Add(capital, Sense.Capital, number);
        foreach (string place in CountryWords.Listed(words.Places)) Phrases.Add(place, Sense.Place, number);
        foreach (string demonym in CountryWords.Listed(words.Demonyms)) Phrases.Add(demonym, Sense.Demonym, number);
    }

    // A report may use another language's name of a group ("Ansar Dine", "ISWAP"); short acronyms are too often something else there.
    private void AddRegister(ActorRegister register)
    {
        foreach (ActorEntry entry in register.Entries)
        {
            if (entry.Institution == "state") continue;
            if (Code != "ar") AddAlias(entry.Name, new AliasBearer(entry, [], Own: Code == "en"));
            foreach (ActorAlias alias in entry.Aliases)
            {
                bool own = alias.Language == Code;
                if (!own && (Code == "ar" || alias.Language == "ar" || alias.Text.Length < 4)) continue;
                AddAlias(alias.Text, new AliasBearer(entry, Numbers(alias.Needs), own));
            }
        }
    }

    private void AddAlias(string text, AliasBearer bearer)
    {
        if (!aliasIndex.TryGetValue(text, out int index))
        {
            index = Aliases.Count;
            aliasIndex.Add(text, index);
            Aliases.Add([]);
            Phrases.Add(text, Sense.Name, index);
        }
        if (!Aliases[index].Exists(b => b.Entry == bearer.Entry && b.Own)) Aliases[index].Add(bearer);
    }

    private int[] Numbers(IReadOnlyList<string> words)
    {
        var numbers = new int[words.Count];
        for (int at = 0; at < numbers.Length; at++) numbers[at] = Phrases.Vocabulary.Add(words[at]);
        return numbers;
    }
}

/// <summary>An entry that bears an alias, under a condition.</summary>
/// <param name="Needs">Word numbers of which the report must hold one; empty for none.</param>
/// <param name="Own">Whether the alias is of the report's language.</param>
internal sealed record AliasBearer(ActorEntry Entry, int[] Needs, bool Own)
{
    /// <summary>Whether a report that holds these words (by number) meets the condition.</summary>
    public bool Holds(bool[] seen) => Needs.Length == 0 || Array.Exists(Needs, word => seen[word]);
}
