using Vigie.Text;

namespace Vigie.Events.Times;

/// <summary>A rule ready to read matches.</summary>
internal sealed record TimeRule(string Name, TimeReadingKind Read, IReadOnlyList<(int Slot, int Value)> Set, string? Value);

/// <summary>The compiled rules of one language.</summary>
internal sealed record TimeGrammar(TimeVocabulary Vocabulary, TimeLexicon Lexicon, PatternGraph Graph, IReadOnlyList<TimeRule> Rules)
{
    /// <exception cref="KnowledgeException">The file, a rule or a pattern cannot be used.</exception>
    public static TimeGrammar Load(string path)
    {
        var file = KnowledgeFile.Read<TimeGrammarFile>(path);
        var vocabulary = new TimeVocabulary([.. file.Prefixes.Select(Fold)], file.Capitalised.Select(Fold).ToHashSet(StringComparer.Ordinal));
        var lexicon = new TimeLexicon();
        foreach (var (name, phrasesByValue) in file.Classes)
        {
            lexicon.AddClass(name);
            foreach (var (value, phrases) in phrasesByValue)
                foreach (string phrase in phrases) lexicon.Add(name, value, TimeTokeniser.Learn(phrase, vocabulary));
        }
        var graph = new PatternGraph();
        var compiler = new PatternCompiler(lexicon, vocabulary, graph, file.Fragments);
        var rules = new List<TimeRule>();
        foreach (var line in file.Rules)
        {
            rules.Add(ReadRule(line, path));
            foreach (string pattern in line.Patterns)
            {
                try
                {
                    compiler.Compile(pattern, rules.Count - 1);
                }
                catch (FormatException e)
                {
                    throw new KnowledgeException(path, LineOf(path, pattern), $"rule {line.Name}, pattern \"{pattern}\": {e.Message}", e);
                }
            }
        }
        graph.Seal();
        return new TimeGrammar(vocabulary, lexicon, graph, rules);
    }

    private static TimeRule ReadRule(TimeRuleLine line, string path)
    {
        try
        {
            string kind = line.Read.Replace("_", "", StringComparison.Ordinal);
            if (!Enum.TryParse<TimeReadingKind>(kind, ignoreCase: true, out var read))
                throw new FormatException($"no way of reading is named '{line.Read}'");
            return new TimeRule(line.Name, read, [.. line.Set.Select(s => (SlotNames.Require(s.Key), s.Value))], line.Value);
        }
        catch (FormatException e)
        {
            throw new KnowledgeException(path, LineOf(path, line.Name), $"rule {line.Name}: {e.Message}", e);
        }
    }

    private static int? LineOf(string path, string words)
    {
        int index = Array.FindIndex(File.ReadAllLines(path), l => l.Contains(words, StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }

    private static string Fold(string word) => string.Concat(word.Select(WordFolding.Fold).Where(c => c != LetterFolding.Nothing));
}
