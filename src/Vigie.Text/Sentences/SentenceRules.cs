namespace Vigie.Text.Sentences;

/// <summary>What ends no sentence, by language: <c>data/languages/xx/sentences.yaml</c>.</summary>
public sealed class SentenceRules
{
    /// <summary>Words after which a full stop does not end a sentence, without the stop, any case.</summary>
    public required List<string> Abbreviations { get; init; }

    public static SentenceRules Load(DataFolder data, string language) =>
        KnowledgeFile.Read<SentenceRules>(data.Data("languages", language, "sentences.yaml"));
}
