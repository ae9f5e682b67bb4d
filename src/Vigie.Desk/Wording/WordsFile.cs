using Vigie.Text;

namespace Vigie.Desk.Wording;

/// <summary>What the desk says in one language: <c>data/languages/xx/desk.yaml</c>.</summary>
internal sealed class WordsFile
{
    /// <summary>Sentences and labels by key; <c>{0}</c>, <c>{1}</c> stand for what is put in.</summary>
    public required Dictionary<string, string> Words { get; set; }

    /// <summary>Numbers of things by key: a form for each plural category that the language has, <c>{0}</c> for the number.</summary>
    public required Dictionary<string, Dictionary<string, string>> Counted { get; set; }

    /// <summary>Event and sub-event types, by their names in the pack.</summary>
    public required Dictionary<string, string> Types { get; set; }

    /// <exception cref="KnowledgeException">The file is missing or malformed.</exception>
    public static WordsFile Load(DataFolder data, string language) => KnowledgeFile.Read<WordsFile>(data.Data("languages", language, "desk.yaml"));
}
