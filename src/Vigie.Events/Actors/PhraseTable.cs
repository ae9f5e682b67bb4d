namespace Vigie.Events.Actors;

/// <summary>What a phrase is to the grammar of actors.</summary>
internal enum Sense
{
    /// <summary>An alias of the register.</summary>
    Name,

    /// <summary>A noun that is an actor by itself: "soldiers", "the army", "civils".</summary>
    Head,

    /// <summary>A noun that only counts people of a group: "members of X".</summary>
    Opener,

    /// <summary>An adjective that a coder keeps with the noun: "armed", "présumés".</summary>
    Modifier,

    /// <summary>Words that tie a noun to a group, a country or a body: "de la", "of the", "affiliés à".</summary>
    Link,

    /// <summary>A preposition of place: the country after it is where, not who.</summary>
    Preposition,

    /// <summary>A deed or a machine that a demonym beside it gives an author: "Israeli strike".</summary>
    Deed,

    Demonym,
    Country,
    Capital,
    Place,

    /// <summary>Words that look like an actor and are none: "police d'assurance".</summary>
    Other,
}

/// <summary>How the letters of the text must be written for a phrase to match.</summary>
internal enum CaseRule
{
    /// <summary>Any.</summary>
    Free,

    /// <summary>First word capitalised ("Hamas").</summary>
    Capitalised,

    /// <summary>All upper case ("EI", "RSF").</summary>
    Upper,
}

/// <param name="Value">Index into the table of its sense: aliases, heads, countries.</param>
internal readonly record struct Meaning(Sense Sense, int Value, CaseRule Case);

/// <summary>A phrase found in a text.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
internal readonly record struct Match(int First, int End, Sense Sense, int Value);

/// <summary>Phrases of one language as a trie over word numbers. Matching takes time linear in the text: no phrase is longer than a dozen words.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<Meaning>?> meanings = [null];

    public Vocabulary Vocabulary { get; } = new();

    public void Add(string phrase, Sense sense, int value, CaseRule? rule = null)
    {
        int node = 0;
        int at = 0;
        while (NextWord(phrase, ref at, out Range range))
        {
            int word = Vocabulary.Add(phrase.AsSpan(range));
            long edge = Edge(node, word);
            if (!edges.TryGetValue(edge, out int next))
            {
                next = meanings.Count;
                edges.Add(edge, next);
                meanings.Add(null);
            }
            node = next;
        }
        if (node == 0) return;
        var meaning = new Meaning(sense, value, rule ?? RuleOf(phrase));
        List<Meaning> here = meanings[node] ??= [];
        if (!here.Contains(meaning)) here.Add(meaning);
    }

    /// <summary>All phrases that begin at a word, shortest first.</summary>
    public void FindAt(string text, List<Word> words, int first, List<Match> into)
    {
        int node = 0;
        LetterCase lowest = LetterCase.Upper;
        for (int at = first; at < words.Count; at++)
        {
            Word word = words[at];
            if (word.Id < 0 || !edges.TryGetValue(Edge(node, word.Id), out node)) return;
            if (at > first && (word.Proclitic > 0 || !Joined(text, words[at - 1].End, word.Start))) return;
            if (word.Case < lowest) lowest = word.Case;
            if (meanings[node] is not { } here) continue;
            foreach (Meaning meaning in here)
                if (Fits(meaning.Case, words[first].Case, lowest)) into.Add(new Match(first, at + 1, meaning.Sense, meaning.Value));
        }
    }

    /// <summary>Whether two neighbouring words belong to one phrase: nothing but a space, apostrophe, hyphen, dot of an acronym or quotation mark between.</summary>
    public static bool Joined(string text, int end, int start)
    {
        if (start - end > 3) return false;
        for (int at = end; at < start; at++)
        {
            bool joins = text[at] switch
            {
                ' ' or '\u00a0' or '\u202f' or '\'' or '’' or 'ʼ' or '-' or '‑' or '"' or '«' or '»' or '“' or '”' => true,
                '.' => start - end == 1,
                _ => false,
            };
            if (!joins) return false;
        }
        return true;
    }

    private static bool Fits(CaseRule rule, LetterCase first, LetterCase lowest) => rule switch
    {
        CaseRule.Upper => lowest == LetterCase.Upper,
        CaseRule.Capitalised => first != LetterCase.Lower,
        _ => true,
    };

    // An acronym is matched to the letter; a single capitalised word needs its capital, so that "hamas" in a list of common words is none.
    private static CaseRule RuleOf(string phrase)
    {
        if (WordScanner.CaseOf(phrase) == LetterCase.Upper) return CaseRule.Upper;
        bool single = phrase.AsSpan().IndexOfAny(" -'’.") < 0;
        return single && char.IsUpper(phrase[0]) ? CaseRule.Capitalised : CaseRule.Free;
    }

    private static bool NextWord(string phrase, ref int at, out Range range)
    {
        while (at < phrase.Length && !WordFolding.IsWordCharacter(phrase[at])) at++;
        int start = at;
        while (at < phrase.Length && WordFolding.IsWordCharacter(phrase[at])) at++;
        range = start..at;
        return at > start;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
