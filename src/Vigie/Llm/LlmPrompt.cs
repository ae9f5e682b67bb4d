using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;

namespace Vigie.Llm;

/// <summary>What a model is told and asked: <c>data/packs/conflict/llm.yaml</c> with the pack's lists filled in, and the article as data.</summary>
internal sealed class LlmPrompt
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private LlmPrompt(string instructions) => Instructions = instructions;

    /// <summary>The same for every article.</summary>
    public string Instructions { get; }

    /// <exception cref="KnowledgeException">The file is missing or broken.</exception>
    public static LlmPrompt Load(DataFolder data, ConflictPack pack)
    {
        string text = KnowledgeFile.Read<LlmFile>(data.Data("packs", "conflict", "llm.yaml")).Instructions;
        var types = new StringBuilder();
        foreach (SubEventType type in pack.Types) types.Append("- ").Append(type.Name).Append(" (").Append(type.Type).Append("): ").Append(type.Means).Append('\n');
        return new LlmPrompt(text
            .Replace("{types}", types.ToString().TrimEnd('\n'), StringComparison.Ordinal)
            .Replace("{roles}", string.Join(", ", ActorRoles.All), StringComparison.Ordinal)
            .Replace("{kinds}", string.Join(", ", ActorKinds.All), StringComparison.Ordinal)
            .Replace("{weapons}", string.Join(", ", pack.Weapons), StringComparison.Ordinal));
    }

    /// <summary>The article as a JSON object: no word of it can end the object and stand outside it.</summary>
    public static string Data(Document document) => JsonSerializer.Serialize(
        new
        {
            title = document.Article.Title,
            text = document.Article.Text,
            language = document.Language,
            published = document.Published is { } day ? ValueText.Of(day) : null,
        },
        Readable);
}

/// <summary><c>data/packs/conflict/llm.yaml</c>.</summary>
internal sealed class LlmFile
{
    public required string Instructions { get; init; }
}
