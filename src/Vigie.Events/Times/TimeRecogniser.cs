using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Events.Times;

/// <summary>
/// Finds the times of a document and the days that they mean. The rules are data: <c>data/languages/*/times.yaml</c>.
/// Safe to share among threads.
/// </summary>
public sealed class TimeRecogniser
{
    private readonly Dictionary<string, Lazy<TimeGrammar>> grammars;

    private TimeRecogniser(Dictionary<string, Lazy<TimeGrammar>> grammars) => this.grammars = grammars;

    /// <summary>Reads nothing yet: a language's rules are read with its first document, for most runs need one.</summary>
    public static TimeRecogniser Load(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new(LanguageGuesser.Coded.ToDictionary(
            language => language, language => new Lazy<TimeGrammar>(() => TimeGrammar.Load(data.Data("languages", language, "times.yaml"))), StringComparer.Ordinal));
    }

    /// <summary>
    /// The document's times in text order, without overlap; the longest reading wins. Linear in the length of the text.
    /// Where the document has no publication day, only full dates name days. A language without rules has no times;
    /// page furniture is not read.
    /// </summary>
    /// <exception cref="KnowledgeException">The language's rules cannot be read.</exception>
    public IReadOnlyList<TimeCandidate> Find(Document document) => [.. Read(document).Select(read => read.Time)];

    /// <summary>
    /// The times of <see cref="Find"/>, each followed by what else its words may mean (a night of one day or of two, "the day before"
    /// counted from another day), and runs from one day of a sentence to the next; in text order.
    /// </summary>
    /// <exception cref="KnowledgeException">The language's rules cannot be read.</exception>
    public IReadOnlyList<TimeCandidate> Offer(Document document)
    {
        var read = Read(document);
        var offered = new List<TimeCandidate>();
        foreach (var (time, others) in read)
        {
            offered.Add(time);
            offered.AddRange(others);
        }
        offered.AddRange(RunComposer.Between(read.Select(r => r.Time), document));
        return [.. offered.OrderBy(time => time.Span.Start)];
    }

    private List<(TimeCandidate Time, IReadOnlyList<TimeCandidate> Others)> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!grammars.TryGetValue(document.Language, out var lazy)) return [];
        var grammar = lazy.Value;
        var tokens = TimeTokeniser.Tokenise(document, grammar.Vocabulary);
        var matcher = new PatternMatcher(grammar.Graph, grammar.Lexicon, grammar.Vocabulary, tokens);
        var interpreter = new TimeInterpreter(grammar, document, tokens);
        var times = new List<(TimeCandidate, IReadOnlyList<TimeCandidate>)>();
        int at = 0;
        while (at < tokens.Count)
        {
            if (tokens[at].Has(TokenMarks.AfterBreak)) interpreter.StartLine();
            if (BestAt(at, matcher, interpreter) is not { } best)
            {
                at++;
                continue;
            }
            if (LongerWithin(best, at, matcher, interpreter) is { } later)
            {
                at = later;
                continue;
            }
            times.AddRange(interpreter.Accept(best.Match, best.Times));
            at = best.Match.End;
        }
        return times;
    }

    private static (TimeMatch Match, IReadOnlyList<TimeReading> Times)? BestAt(int at, PatternMatcher matcher, TimeInterpreter interpreter)
    {
        foreach (var match in matcher.MatchesAt(at))
        {
            var times = interpreter.Read(match);
            if (times.Count > 0 || interpreter.IsNoTime(match)) return (match, times);
        }
        return null;
    }

    /// <summary>
    /// Where another passage begins inside this one, ends beyond it and is no shorter: "on Sunday" gives way to "Sunday 13 April".
    /// </summary>
    private static int? LongerWithin(
        (TimeMatch Match, IReadOnlyList<TimeReading> Times) best, int at, PatternMatcher matcher, TimeInterpreter interpreter)
    {
        int length = best.Match.End - best.Match.First;
        for (int inner = at + 1; inner < best.Match.End; inner++)
            if (BestAt(inner, matcher, interpreter) is { Match: var other } && other.End > best.Match.End && other.End - other.First >= length)
                return inner;
        return null;
    }
}
