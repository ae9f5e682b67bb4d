namespace Vigie.Text.Pages;

/// <summary>The furniture of news pages in one language: <c>data/languages/xx/furniture.yaml</c>.</summary>
public sealed class FurnitureRules
{
    /// <summary>Regular expressions of what counters, buttons and credits say; a line made of nothing else is furniture.</summary>
    public required List<string> Phrases { get; init; }

    /// <summary>Words that open a line which is furniture as a whole ("Lire aussi").</summary>
    public required List<string> Leads { get; init; }

    /// <summary>Name of a month, any case, to its number.</summary>
    public required Dictionary<string, int> Months { get; init; }

    public static FurnitureRules Load(DataFolder data, string language) =>
        KnowledgeFile.Read<FurnitureRules>(data.Data("languages", language, "furniture.yaml"));
}
