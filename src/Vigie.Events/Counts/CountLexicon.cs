using Vigie.Text;

namespace Vigie.Events.Counts;

/// <summary>The words of one language that <see cref="CountRecogniser"/> knows; immutable once loaded.</summary>
internal sealed class CountLexicon
{
    private const int LongestStem = 24;

    /// <summary>A thing may end as its plural does and no more: "train*" is no trainee.</summary>
    private const int LongestPlural = 2;

    private readonly Dictionary<string, List<CountPhrase>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CountPhrase>> byStem = new(StringComparer.Ordinal);
    private readonly string[] proclitics;
    private readonly string[] pluralEndings;
    private readonly string? and;

    private CountLexicon(CountFile file, string path)
    {
        Thousands = file.Thousands;
        BareNounIsOne = file.BareNounIsOne;
        proclitics = [.. file.Proclitics.Select(w => CountFold.Fold(w))];
        pluralEndings = [.. file.PluralEndings.Select(w => CountFold.Fold(w))];
        and = file.And is null ? null : CountFold.Fold(file.And);
        foreach (var (word, value) in file.Cardinals) Add(word, CountWord.Cardinal, CountOf.Other, value);
        foreach (var (word, value) in file.Scales) Add(word, CountWord.Scale, CountOf.Other, value);
        foreach (var (word, value) in file.Rounds) Add(word, CountWord.Round, CountOf.Other, value);
        foreach (var (word, value) in file.Open) Add(word, CountWord.Open, CountOf.Other, value);
        foreach (var word in file.DualOf)
            foreach (var ending in file.DualEndings) Add(CountFold.Dual(word, ending), CountWord.Pair, CountOf.Other, 2);
        foreach (var word in file.DualSubjectOf) Add(CountFold.Dual(word, file.DualEndings[0]), CountWord.Pair, CountOf.Other, 2);
        foreach (var (name, words) in file.Words)
        {
            var kind = Named<CountWord>(name, path);
            foreach (var word in words) Add(word, kind, CountOf.Other, 0);
        }
        foreach (var (ofName, kinds) in file.Befell)
        {
            var of = Named<CountOf>(ofName, path);
            foreach (var (name, words) in kinds)
            {
                var kind = Named<CountWord>(name, path);
                foreach (var word in words) Add(word, kind, of, 0);
            }
        }
    }

    public string Thousands { get; }

    public bool BareNounIsOne { get; }

    /// <exception cref="KnowledgeException">The file is missing, malformed, or names a class of words that is not known.</exception>
    public static CountLexicon Read(string path) => new(KnowledgeFile.Read<CountFile>(path), path);

    /// <summary>What the lexicon knows of a folded word: its forms without proclitics, and the phrases that may begin with it.</summary>
    public CountForm Form(string folded)
    {
        var forms = new List<string> { folded };
        var rest = folded;
        foreach (var clitic in proclitics)
        {
            if (rest.Length < clitic.Length + 2 || !rest.StartsWith(clitic, StringComparison.Ordinal)) continue;
            rest = rest[clitic.Length..];
            forms.Add(rest);
        }
        var starts = new List<CountPhrase>();
        foreach (var form in forms)
        {
            if (byWord.TryGetValue(form, out var exact)) starts.AddRange(exact);
            for (var length = Math.Min(form.Length, LongestStem); length >= 2; length--)
                if (byStem.TryGetValue(form[..length], out var stems))
                    starts.AddRange(form.Length - length <= LongestPlural ? stems : stems.Where(stem => stem.Kind != CountWord.Thing));
            // The word as written goes before what is left of it: "واحد" is one, not "and" and something.
            if (starts.Exists(p => p.Kind is CountWord.Cardinal or CountWord.Scale)) break;
        }
        var joined = and is not null && folded.StartsWith(and, StringComparison.Ordinal) && !byWord.ContainsKey(folded);
        var plural = Array.Exists(pluralEndings, e => folded.EndsWith(e, StringComparison.Ordinal));
        return new CountForm([.. forms], [.. starts], joined, plural);
    }

    private void Add(string phrase, CountWord kind, CountOf of, long value)
    {
        var words = CountFold.Words(phrase);
        if (words.Length == 0) return;
        var stem = Array.ConvertAll(words, w => w.EndsWith('*'));
        words = Array.ConvertAll(words, w => w.TrimEnd('*'));
        var table = stem[0] ? byStem : byWord;
        if (!table.TryGetValue(words[0], out var list)) table[words[0]] = list = [];
        list.Add(new CountPhrase(words, stem, kind, of, value));
    }

    private static T Named<T>(string name, string path) where T : struct, Enum =>
        Enum.TryParse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new KnowledgeException(path, LineOf(path, name), $"\"{name}\" is none of {string.Join(", ", Enum.GetNames<T>())}");

    private static int? LineOf(string path, string key)
    {
        int index = Array.FindIndex(File.ReadAllLines(path), line => line.TrimStart().StartsWith(key + ":", StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }
}

/// <summary>A distinct word of a document as the lexicon sees it.</summary>
/// <param name="Forms">The folded word, then without its proclitics.</param>
/// <param name="Starts">Phrases whose first word it may be.</param>
/// <param name="Joined">Whether it begins with the proclitic "and".</param>
/// <param name="LooksPlural">Whether it ends as a plural does.</param>
internal sealed record CountForm(string[] Forms, CountPhrase[] Starts, bool Joined, bool LooksPlural)
{
    public bool Is(string word, bool stem)
    {
        foreach (var form in Forms)
            if (stem ? form.StartsWith(word, StringComparison.Ordinal) : form.Equals(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
