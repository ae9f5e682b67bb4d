using Vigie.Events.Actors;
using Vigie.Text;

namespace Vigie.Tests.Actors;

/// <summary>A line of <c>corpora/actors</c>: a text, a passage of it, and what the recogniser should make of the passage.</summary>
public sealed record ActorCase(string Language, string Text, string Passage, string Id, string Kind)
{
    public static readonly ActorRecogniser Recogniser = ActorRecogniser.Load(DataFolder.BesideProgram);

    public static IEnumerable<ActorCase> Read(string language)
    {
        foreach (string line in File.ReadLines(Path.Combine(RepositoryRoot(), "corpora", "actors", language + ".tsv")))
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            string[] cells = line.Split('\t');
            yield return new ActorCase(language, cells[0], cells[1], cells[2], cells[3]);
        }
    }

    public static Document DocumentOf(string text, string language)
    {
        var article = new Article("case", "", text, language);
        string full = article.FullText;
        return new Document(article, full, language, null, [new Sentence(0, new Span(0, full.Length), 0, SentenceKind.Body)], []);
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "corpora", "actors"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("corpora/actors is in no folder above the tests");
    }
}
