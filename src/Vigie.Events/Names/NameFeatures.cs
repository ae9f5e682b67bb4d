using Vigie.Text;
using Vigie.Text.Languages;
using Vigie.Text.Pieces;

namespace Vigie.Events.Names;

/// <summary>What is known of a token beside its vectors: how it is written, where else in the report it stands, and what the gazetteer and the register know.</summary>
public sealed class NameFeatures
{
    /// <summary>Numbers a token.</summary>
    public const int Width = 36;

    private const int Capital = 0, AllCapitals = 1, InnerCapital = 2, Digits = 3, Sign = 4, OneLetter = 5, First = 6, Language = 7, PlaceBegin = 10, PlaceInside = 11,
        Country = 12, OtherUse = 13, Settlement = 14, ActorBegin = 15, ActorInside = 16, Described = 17, Around = 18, Within = 19, JoinedBefore = 20, JoinedAfter = 21,
        Pieces = 22, LowerPieces = 23, LowerIsPiece = 24, LowerElsewhere = 25, CapitalElsewhere = 26, AmongCapitals = 27, Article = 28, Prefix = 29, Heading = 30,
        Length = 31, Dot = 32, Hyphen = 33, Apostrophe = 34, Quote = 35;

    private const string ArabicPrefixes = "وبلفك";

    private readonly Segmenter segmenter;
    private readonly IReadOnlyDictionary<string, NameWords> words;

    private NameFeatures(Segmenter segmenter, IReadOnlyDictionary<string, NameWords> words) => (this.segmenter, this.words) = (segmenter, words);

    /// <exception cref="KnowledgeException">A data file is missing or broken.</exception>
    public static NameFeatures Load(DataFolder data)
    {
        LanguageRules rules = LanguageRules.Load(data);
        return new NameFeatures(Segmenter.Load(data.Model("base")), LanguageGuesser.Coded.ToDictionary(language => language, rules.NamesIn));
    }

    /// <summary>The features [tokens, Width], row by row.</summary>
    /// <param name="places">What the gazetteer offers for the document, in text order.</param>
    /// <param name="actors">What the register and the word lists offer, in text order.</param>
    public float[] Of(Document document, IReadOnlyList<NameToken> tokens, IReadOnlyList<PlaceCandidate> places, IReadOnlyList<ActorCandidate> actors)
    {
        var features = new float[tokens.Count * Width];
        var elsewhere = new Spellings(document.Text, tokens);
        var pieceCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        NameWords names = words[document.Language];
        int language = Language + LanguageGuesser.Coded.ToList().IndexOf(document.Language);
        for (int i = 0; i < tokens.Count; i++)
        {
            Span<float> of = features.AsSpan(i * Width, Width);
            of[language] = 1;
            Write(document, tokens, i, of);
            string word = tokens[i].Span.Of(document.Text);
            if (char.IsLetter(word[0])) OfWord(word, elsewhere, pieceCounts, names, of);
            if (elsewhere.IsFirst(i)) of[First] = 1;
            if (elsewhere.IsAmongCapitals(tokens[i].Sentence)) of[AmongCapitals] = 1;
        }
        Mark(tokens, places, features, (place, of, begins) =>
        {
            of[begins ? PlaceBegin : PlaceInside] = 1;
            if (place.Place.Precision == PlacePrecision.Country) of[Country] = 1;
            if (place.Place.Precision >= PlacePrecision.Settlement) of[Settlement] = 1;
            if (place.Use != ToponymUse.Place) of[OtherUse] = 1;
        });
        Mark(tokens, actors, features, (actor, of, begins) =>
        {
            if (actor.Id is null) of[Described] = 1;
            else of[begins ? ActorBegin : ActorInside] = 1;
        });
        return features;
    }

    private static void Write(Document document, IReadOnlyList<NameToken> tokens, int i, Span<float> of)
    {
        Vigie.Text.Span span = tokens[i].Span;
        ReadOnlySpan<char> word = document.Text.AsSpan(span.Start, span.Length);
        if (document.Sentences[tokens[i].Sentence].Kind == SentenceKind.Heading) of[Heading] = 1;
        if (i > 0 && tokens[i - 1].Span.End == span.Start) of[JoinedBefore] = 1;
        if (i + 1 < tokens.Count && tokens[i + 1].Span.Start == span.End) of[JoinedAfter] = 1;
        of[Length] = Math.Min(word.Length, 12) / 12f;
        if (char.IsDigit(word[0])) of[Digits] = 1;
        if (char.IsLetterOrDigit(word[0])) return;
        of[Sign] = 1;
        int kind = word[0] switch { '.' => Dot, '-' or '–' or '‑' => Hyphen, '\'' or '’' => Apostrophe, '"' or '«' or '»' or '“' or '”' => Quote, _ => -1 };
        if (kind >= 0) of[kind] = 1;
    }

    private void OfWord(string word, Spellings elsewhere, Dictionary<string, int> pieceCounts, NameWords names, Span<float> of)
    {
        string lower = word.ToLowerInvariant();
        if (char.IsUpper(word[0])) of[Capital] = 1;
        if (word.Length > 1 && word.All(char.IsUpper)) of[AllCapitals] = 1;
        else if (word.Skip(1).Any(char.IsUpper)) of[InnerCapital] = 1;
        if (word.Length == 1) of[OneLetter] = 1;
        if (names.Around.Contains(word)) of[Around] = 1;
        if (names.Within.Contains(word)) of[Within] = 1;
        int Count(string form)
        {
            if (!pieceCounts.TryGetValue(form, out int count)) pieceCounts[form] = count = segmenter.Segment(form).Count;
            return count;
        }
        of[Pieces] = Math.Min(Count(word), 5) / 5f;
        of[LowerPieces] = Math.Min(Count(lower), 5) / 5f;
        if (lower != word && Count(lower) == 1) of[LowerIsPiece] = 1;
        if (elsewhere.StandsLower(lower)) of[LowerElsewhere] = 1;
        if (elsewhere.StandsCapital(lower)) of[CapitalElsewhere] = 1;
        if (word.StartsWith("ال", StringComparison.Ordinal)) of[Article] = 1;
        else if (ArabicPrefixes.Contains(word[0], StringComparison.Ordinal)) of[Prefix] = 1;
    }

    private delegate void Marking<T>(T candidate, Span<float> of, bool begins);

    private static void Mark<T>(IReadOnlyList<NameToken> tokens, IReadOnlyList<T> candidates, float[] features, Marking<T> mark)
        where T : Candidate
    {
        int from = 0;
        foreach (T candidate in candidates)
        {
            while (from < tokens.Count && tokens[from].Span.End <= candidate.Span.Start) from++;
            for (int i = from; i < tokens.Count && tokens[i].Span.Start < candidate.Span.End; i++) mark(candidate, features.AsSpan(i * Width, Width), i == from);
        }
    }

    /// <summary>How the words of a report are spelt where a capital means something.</summary>
    private sealed class Spellings
    {
        private readonly HashSet<string> lower = new(StringComparer.Ordinal);
        private readonly HashSet<string> capital = new(StringComparer.Ordinal);
        private readonly HashSet<int> firsts = [];
        private readonly HashSet<int> amongCapitals;

        public Spellings(string text, IReadOnlyList<NameToken> tokens)
        {
            var letters = new Dictionary<int, (int Capitals, int Words)>();
            int last = -1;
            for (int i = 0; i < tokens.Count; i++)
            {
                string word = tokens[i].Span.Of(text);
                if (!char.IsLetter(word[0])) continue;
                if (tokens[i].Sentence != last) firsts.Add(i);
                else if (char.IsUpper(word[0])) capital.Add(word.ToLowerInvariant());
                if (char.IsLower(word[0])) lower.Add(word.ToLowerInvariant());
                last = tokens[i].Sentence;
                (int capitals, int words) = letters.GetValueOrDefault(last);
                letters[last] = (capitals + (char.IsUpper(word[0]) ? 1 : 0), words + 1);
            }
            amongCapitals = [.. letters.Where(pair => pair.Value.Words >= 3 && pair.Value.Capitals * 3 >= pair.Value.Words * 2).Select(pair => pair.Key)];
        }

        public bool IsFirst(int token) => firsts.Contains(token);

        public bool IsAmongCapitals(int sentence) => amongCapitals.Contains(sentence);

        public bool StandsLower(string word) => lower.Contains(word);

        public bool StandsCapital(string word) => capital.Contains(word);
    }
}
