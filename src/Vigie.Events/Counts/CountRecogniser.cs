using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Events.Counts;

/// <summary>
/// Finds the numbers of people in a document and what befell them. A part of a total ("dont trois enfants") carries its
/// introducing word in its passage; the parts of a sum are given beside the sum, whose passage covers them, over two sentences at most.
/// </summary>
public sealed class CountRecogniser
{
    private readonly Dictionary<string, Lazy<CountLexicon>> lexicons;

    private CountRecogniser(Dictionary<string, Lazy<CountLexicon>> lexicons) => this.lexicons = lexicons;

    /// <summary>Reads nothing yet: a language's <c>counts.yaml</c> is read with its first document, for most runs need one.</summary>
    public static CountRecogniser Load(DataFolder data) => new(LanguageGuesser.Coded.ToDictionary(
        language => language, language => new Lazy<CountLexicon>(() => CountLexicon.Read(data.Data("languages", language, "counts.yaml"))), StringComparer.Ordinal));

    /// <summary>The numbers of people in text order, the longer passage first where two begin together; none in a language without a lexicon.</summary>
    /// <exception cref="KnowledgeException">The language's <c>counts.yaml</c> is missing or malformed.</exception>
    public IReadOnlyList<CountCandidate> Find(Document document)
    {
        if (!lexicons.TryGetValue(document.Language, out var lazy)) return [];
        var lexicon = lazy.Value;
        var text = document.Text;
        var found = new List<CountCandidate>();
        var tokens = new CountTokens(text, lexicon);
        var zeros = new ZeroReader(tokens);
        var quantityReader = new QuantityReader(tokens, lexicon);
        var cueReader = new CueReader(tokens);
        var linker = new BefallingLinker(tokens, lexicon);
        var quantities = new List<Quantity>();
        var cues = new List<CountCue>();
        var linked = new List<Befalling>();
        var totals = new TotalComposer();
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Kind == SentenceKind.Furniture) continue;
            tokens.Read(sentence.Span);
            if (tokens.Count == 0) continue;
            quantities.Clear();
            cues.Clear();
            linked.Clear();
            quantityReader.Read(quantities);
            cueReader.Read(cues);
            var harmless = zeros.Read();
            if (harmless.Count > 0)
            {
                var ruledOut = zeros.Words;
                quantities.RemoveAll(q => AnyOf(ruledOut, q.First, q.End));
                cues.RemoveAll(c => AnyOf(ruledOut, c.First, c.End));
            }
            linker.Link(quantities, cues, linked);
            SumComposer.Compose(linked);
            foreach (var befalling in linked) found.Add(Candidate(text, tokens, befalling));
            totals.Add(sentence, linked, befalling => Candidate(text, tokens, befalling), IsAttackers);
            foreach (var zero in harmless) found.Add(Candidate(text, tokens, zero));
        }
        found.AddRange(totals.Sums(text));
        found.Sort(Order);
        return [.. found.DistinctBy(one => (one.Span, one.Of, one.Count))];

        bool IsAttackers(Befalling befalling)
        {
            for (var i = befalling.Who.Start; i < befalling.Who.End; i++)
                if (tokens.Match(i, CountWord.Attacker) > 0) return true;
            return false;
        }
    }

    private static bool AnyOf(HashSet<int> words, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (words.Contains(i)) return true;
        return false;
    }

    private static CountCandidate Candidate(string text, CountTokens tokens, Befalling befalling)
    {
        var span = new Span(tokens[befalling.First].Start, tokens[befalling.End - 1].End);
        var (whoStart, whoEnd) = befalling.Who;
        var who = whoEnd > whoStart ? text[tokens[whoStart].Start..tokens[whoEnd - 1].End] : null;
        return new CountCandidate(span, span.Of(text), befalling.Of, who, befalling.Count);
    }

    private static int Order(CountCandidate a, CountCandidate b)
    {
        var order = a.Span.Start.CompareTo(b.Span.Start);
        if (order == 0) order = b.Span.End.CompareTo(a.Span.End);
        if (order == 0) order = a.Of.CompareTo(b.Of);
        return order != 0 ? order : Nullable.Compare(a.Count.Low, b.Count.Low);
    }
}
