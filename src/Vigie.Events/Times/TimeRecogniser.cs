using Vigie.Text;

namespace Vigie.Events.Times;

/// <summary>
/// Finds the times of a document and the days that they mean. The rules are data: <c>data/languages/*/times.yaml</c>.
/// Immutable once loaded; safe to share among threads.
/// </summary>
public sealed class TimeRecogniser
{
    private static readonly string[] Languages = ["fr", "en", "ar"];

    private readonly Dictionary<string, TimeGrammar> grammars;

    private TimeRecogniser(Dictionary<string, TimeGrammar> grammars) => this.grammars = grammars;

    /// <exception cref="KnowledgeException">A language's rules cannot be read.</exception>
    public static TimeRecogniser Load(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var loaded = new TimeGrammar[Languages.Length];
        for (int i = 0; i < loaded.Length; i++) loaded[i] = TimeGrammar.Load(data.Data("languages", Languages[i], "times.yaml"));
        return new TimeRecogniser(Languages.Zip(loaded).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }

    /// <summary>
    /// The document's times in text order, without overlap; the longest reading wins. Linear in the length of the text.
    /// Where the document has no publication day, only full dates name days. A language without rules has no times.
    /// </summary>
    public IReadOnlyList<TimeCandidate> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!grammars.TryGetValue(document.Language, out var grammar)) return [];
        var tokens = TimeTokeniser.Tokenise(document.Text, grammar.Vocabulary);
        var matcher = new PatternMatcher(grammar.Graph, grammar.Lexicon, grammar.Vocabulary, tokens);
        var interpreter = new TimeInterpreter(grammar, document, tokens);
        var times = new List<TimeCandidate>();
        int at = 0;
        while (at < tokens.Count)
        {
            int next = at + 1;
            foreach (var match in matcher.MatchesAt(at))
            {
                var read = interpreter.Read(match);
                if (read.Count == 0) continue;
                times.AddRange(read);
                next = match.End;
                break;
            }
            at = next;
        }
        return times;
    }
}
