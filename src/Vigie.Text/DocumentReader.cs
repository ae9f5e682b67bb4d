using NodaTime;
using Vigie.Text.Languages;
using Vigie.Text.Pages;
using Vigie.Text.Pieces;
using Vigie.Text.Sentences;

namespace Vigie.Text;

/// <summary>Article to document: language, furniture, date, sentences, pieces.</summary>
public sealed class DocumentReader
{
    /// <summary>Line of the text, from 1, down to which a dateline may stand.</summary>
    private const int LastDateline = 3;

    private readonly LanguageGuesser guesser;
    private readonly Furniture furniture;
    private readonly Segmenter segmenter;
    private readonly Dictionary<string, SentenceSplitter> splitters;

    private DocumentReader(LanguageGuesser guesser, Furniture furniture, Segmenter segmenter, Dictionary<string, SentenceSplitter> splitters)
    {
        this.guesser = guesser;
        this.furniture = furniture;
        this.segmenter = segmenter;
        this.splitters = splitters;
    }

    /// <exception cref="KnowledgeException">A data file is missing or broken.</exception>
    public static DocumentReader Load(DataFolder data) => new(
        LanguageGuesser.Load(data),
        Furniture.Load(data, LanguageGuesser.Coded),
        Segmenter.Load(data.Model("base")),
        LanguageGuesser.Coded.ToDictionary(language => language, language => new SentenceSplitter(SentenceRules.Load(data, language))));

    /// <exception cref="UnsupportedLanguageException">The article is in no language that Vigie codes.</exception>
    public Document Read(Article article)
    {
        string text = article.FullText;
        string language = article.Language ?? guesser.Guess(text);
        if (!splitters.TryGetValue(language, out SentenceSplitter? splitter)) throw new UnsupportedLanguageException(language);

        var sentences = new List<Sentence>();
        LocalDate? published = article.Published;
        int paragraph = 0;
        for (int start = 0; start <= text.Length; paragraph++)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            SentenceKind kind = KindOf(text[start..end], paragraph, ref published);
            if (kind == SentenceKind.Body && IsSubheading(text.AsSpan(start, end - start), isLast: end == text.Length)) kind = SentenceKind.Subheading;
            foreach (Span span in splitter.Split(text, new Span(start, end))) sentences.Add(new Sentence(sentences.Count, span, paragraph, kind));
            start = end + 1;
        }
        return new Document(article, text, language, published, sentences, segmenter.Segment(text));
    }

    private SentenceKind KindOf(string line, int paragraph, ref LocalDate? published)
    {
        if (!furniture.Recognise(line, out LocalDate? date))
        {
            // A dateline stands at the head of the text and stays part of it.
            if (paragraph is > 0 and <= LastDateline) published ??= furniture.Dateline(line);
            return paragraph == 0 ? SentenceKind.Heading : SentenceKind.Body;
        }
        published ??= date;
        return SentenceKind.Furniture;
    }

    // A short line that ends without a mark, with text below it: papers set such lines between their paragraphs.
    private static bool IsSubheading(ReadOnlySpan<char> line, bool isLast)
    {
        const int longest = 90;
        line = line.Trim();
        return !isLast && line.Length is > 0 and <= longest && (char.IsLetterOrDigit(line[^1]) || line[0] is '*' or '•' or '#');
    }
}
