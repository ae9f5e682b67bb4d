using Vigie.Text;

namespace Vigie.Tests.Counts;

/// <summary>Documents of one body sentence a line, and where the corpus lies.</summary>
internal static class CountDocuments
{
    public static Document Of(string text, string language)
    {
        var article = new Article("case", "", text, language);
        var full = article.FullText;
        var sentences = new List<Sentence>();
        var start = 0;
        for (var i = 0; i <= full.Length; i++)
        {
            if (i < full.Length && full[i] != '\n') continue;
            if (i > start || sentences.Count == 0) sentences.Add(new Sentence(sentences.Count, new Span(start, i), sentences.Count, SentenceKind.Body));
            start = i + 1;
        }
        return new Document(article, full, language, null, sentences, []);
    }

    public static string Corpus(string language)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "corpora", "counts", language + ".tsv");
            if (File.Exists(path)) return path;
        }
        throw new FileNotFoundException($"corpora/counts/{language}.tsv stands in no folder above {AppContext.BaseDirectory}");
    }
}
