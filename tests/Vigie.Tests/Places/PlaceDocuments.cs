using Vigie.Events.Places;
using Vigie.Text;

namespace Vigie.Tests.Places;

/// <summary>Documents for place tests: a sentence a line, no pieces; a line that begins with "Lire aussi" is furniture.</summary>
internal static class PlaceDocuments
{
    public static PlaceRecogniser Recogniser { get; } = PlaceRecogniser.Load(DataFolder.BesideProgram);

    public static Document Of(string text, string language)
    {
        var article = new Article("case", "", text, language);
        string full = article.FullText;
        var sentences = new List<Sentence>();
        int start = 0;
        for (int i = 0, line = 0; i <= full.Length; i++)
        {
            if (i < full.Length && full[i] != '\n') continue;
            if (i > start || sentences.Count == 0) sentences.Add(new Sentence(sentences.Count, new Span(start, i), line, Kind(full[start..i])));
            start = i + 1;
            line++;
        }
        return new Document(article, full, language, null, sentences, []);
    }

    private static SentenceKind Kind(string line) => line.StartsWith("Lire aussi", StringComparison.Ordinal) ? SentenceKind.Furniture : SentenceKind.Body;
}
