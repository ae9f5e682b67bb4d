namespace Vigie.Text.Languages;

/// <summary>Function words by language: <c>data/languages/function-words.yaml</c>.</summary>
public sealed class LanguageRules
{
    /// <summary>ISO 639-1 code to its most frequent function words, lower case. Languages that Vigie does not code are there to be told apart.</summary>
    public required Dictionary<string, string> FunctionWords { get; init; }

    /// <summary>ISO 639-1 code to the words that may stand inside a name, for the languages that Vigie codes.</summary>
    public required Dictionary<string, string> WithinNames { get; init; }

    /// <summary>Letters that Arabic does not have, by language that writes them; a language that shares the letters of another stands after it.</summary>
    public required Dictionary<string, string> Letters { get; init; }

    /// <exception cref="KnowledgeException">The file is missing or broken.</exception>
    public static LanguageRules Load(DataFolder data) => KnowledgeFile.Read<LanguageRules>(data.Data("languages", "function-words.yaml"));

    /// <summary>The function words of every language, any case.</summary>
    public Dictionary<string, HashSet<string>> WordsByLanguage() => FunctionWords.ToDictionary(pair => pair.Key, pair => Set(pair.Value));

    /// <summary>What stands about names, for a language that Vigie codes.</summary>
    public NameWords NamesIn(string language) => new(Set(FunctionWords[language]), Set(WithinNames[language]));

    private static HashSet<string> Set(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
