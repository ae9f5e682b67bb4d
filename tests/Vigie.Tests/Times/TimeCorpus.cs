using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Times;
using Vigie.Text;

namespace Vigie.Tests.Times;

/// <summary>The cases of <c>corpora/times</c>, and documents to try the recogniser on.</summary>
internal static class TimeCorpus
{
    public static TimeRecogniser Recogniser { get; } = TimeRecogniser.Load(DataFolder.BesideProgram);

    public static string PathOf(string language, [System.Runtime.CompilerServices.CallerFilePath] string source = "")
    {
        foreach (string start in (string[])[AppContext.BaseDirectory, Path.GetDirectoryName(source)!])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                string path = Path.Combine(folder.FullName, "corpora", "times", language + ".tsv");
                if (File.Exists(path)) return path;
            }
        throw new FileNotFoundException($"corpora/times/{language}.tsv is not above the tests");
    }

    public static Document Document(string text, string language, string? published, string title = "")
    {
        LocalDate? day = published is null ? null : LocalDatePattern.Iso.Parse(published).Value;
        var article = new Article("case", title, text, language, day);
        string full = article.FullText;
        return new Document(article, full, language, day, [new Sentence(0, new Span(0, full.Length), 0, SentenceKind.Body)], []);
    }

    public static IReadOnlyList<TimeCandidate> Find(string text, string language, string? published) =>
        Recogniser.Find(Document(text, language, published));
}
