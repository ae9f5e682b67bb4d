using System.Collections.Frozen;
using Vigie.Events.Actors;
using Vigie.Store.Search;
using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Store.Export;

/// <summary>
/// Tells which words may be the name of a private person. It errs towards yes: what the register of groups, forces and institutions does not
/// know and what is no plain description may be one.
/// </summary>
public sealed class PrivateNames
{
    /// <summary>The languages that Vigie codes and that have capitals.</summary>
    private static readonly string[] Latin = ["fr", "en"];

    private readonly FrozenSet<string> known;
    private readonly FrozenSet<string> functionWords;

    private PrivateNames(IEnumerable<string> known, IEnumerable<string> functionWords)
    {
        this.known = known.ToFrozenSet(StringComparer.Ordinal);
        this.functionWords = functionWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="KnowledgeException">The register or the list of function words is missing or malformed.</exception>
    public static PrivateNames Load(DataFolder data)
    {
        IEnumerable<string> names = ActorRegister.Load(data).Entries.SelectMany(entry => entry.Aliases.Select(alias => alias.Text).Append(entry.Name));
        LanguageRules rules = LanguageRules.Load(data);
        return new PrivateNames(names.Select(SearchFolding.Name), Latin.SelectMany(language => rules.FunctionWords[language].Split(' ')));
    }

    public bool MayBePrivate(string words) => !known.Contains(SearchFolding.Name(words)) && !IsDescription(words);

    /// <summary>"des villageois", "Two of the farmers": Latin words of which none has a capital, save a function word that comes first. Other scripts do not show names.</summary>
    private bool IsDescription(string words)
    {
        bool first = true;
        foreach (string word in words.Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Any(c => char.IsLetter(c) && c > '\u024f')) return false;
            if (word.Any(char.IsUpper) && !(first && functionWords.Contains(word))) return false;
            first = false;
        }
        return true;
    }
}
