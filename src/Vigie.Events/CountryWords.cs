using Vigie.Text;

namespace Vigie.Events;

/// <summary>What one language calls a country, as <c>data/languages/xx/demonyms.yaml</c> has it. Lists are parted by commas.</summary>
internal sealed class CountryWords
{
    public required string Names { get; set; }

    /// <summary>Words for its people and things, every form of them.</summary>
    public string Demonyms { get; set; } = "";

    /// <summary>Towns and seats that stand for its government.</summary>
    public string Capitals { get; set; } = "";

    /// <summary>Regions and towns that tell of it.</summary>
    public string Places { get; set; } = "";

    /// <summary>The countries of a language, by ISO 3166-1 alpha-2.</summary>
    /// <exception cref="KnowledgeException">The file is missing or malformed.</exception>
    public static IReadOnlyDictionary<string, CountryWords> Read(DataFolder data, string language) =>
        KnowledgeFile.Read<CountryWordsFile>(data.Data("languages", language, "demonyms.yaml")).Countries;

    /// <summary>The entries of a list.</summary>
    public static string[] Listed(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class CountryWordsFile
{
    public required Dictionary<string, CountryWords> Countries { get; set; }
}
