namespace Vigie.Text.Sentences;

/// <summary>What ends no sentence, by language: <c>data/languages/xx/sentences.yaml</c>. Words stand without their stop and match as written.</summary>
public sealed class SentenceRules
{
    /// <summary>Words after whose full stop the sentence goes on, whatever follows: titles before a name.</summary>
    public required List<string> Abbreviations { get; init; }

    /// <summary>Words after whose full stop the sentence goes on where a digit follows: "Nov. 12", "vol. 3".</summary>
    public List<string> BeforeNumbers { get; init; } = [];

    /// <summary>Words after whose full stop the sentence goes on, unless one of <see cref="Openers"/> follows: "le col. Diallo", "le col. Les soldats".</summary>
    public List<string> BeforeNames { get; init; } = [];

    /// <summary>Capitalised words that open a sentence and no name.</summary>
    public List<string> Openers { get; init; } = [];

    public static SentenceRules Load(DataFolder data, string language) =>
        KnowledgeFile.Read<SentenceRules>(data.Data("languages", language, "sentences.yaml"));
}
