namespace Vigie.Text.Languages;

/// <summary>Function words by language: <c>data/languages/function-words.yaml</c>.</summary>
public sealed class LanguageRules
{
    /// <summary>ISO 639-1 code to its most frequent function words, lower case. Languages that Vigie does not code are there to be told apart.</summary>
    public required Dictionary<string, string> FunctionWords { get; init; }

    /// <summary>Letters that Arabic does not have, by language that writes them; a language that shares the letters of another stands after it.</summary>
    public required Dictionary<string, string> Letters { get; init; }
}
