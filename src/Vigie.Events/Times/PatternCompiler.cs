using System.Globalization;

namespace Vigie.Events.Times;

/// <summary>
/// Compiles a pattern line into the graph. A pattern is words, <c>{class}</c> (fills the slot of its name),
/// <c>{class:slot}</c> or <c>{class:_}</c> (fills none), <c>(this|that)</c>,
/// <c>?</c> after what may be missing, <c>&lt;fragment&gt;</c>, <c>[</c> and <c>]</c> around the passage where the rest is context,
/// and <c>$</c> for the end of the line. Parts written without a space between them must touch in the text too.
/// </summary>
internal sealed class PatternCompiler(
    TimeLexicon lexicon, TimeVocabulary vocabulary, PatternGraph graph, IReadOnlyDictionary<string, string> fragments)
{
    private const int DeepestFragment = 8;

    /// <exception cref="FormatException">The pattern is malformed; the message says how.</exception>
    public void Compile(string pattern, int rule)
    {
        int start = graph.NewState();
        graph.Add(PatternGraph.Root, new Step(StepKind.Skip, 0, -1, false, start));
        int at = 0;
        int end = Alternatives(pattern, ref at, start, glued: false, depth: 0);
        if (at < pattern.Length) throw new FormatException($"'{pattern[at]}' closes nothing");
        graph.Add(end, new Step(StepKind.Accept, rule, -1, false, end));
    }

    private int Alternatives(string pattern, ref int at, int from, bool glued, int depth)
    {
        int end = graph.NewState();
        while (true)
        {
            int reached = Sequence(pattern, ref at, from, glued, depth);
            graph.Add(reached, new Step(StepKind.Skip, 0, -1, false, end));
            if (at >= pattern.Length || pattern[at] != '|') return end;
            at++;
        }
    }

    private int Sequence(string pattern, ref int at, int from, bool glued, int depth)
    {
        int state = from;
        bool first = true;
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
        {
            if (pattern[at] == ' ')
            {
                at++;
                if (!first) glued = false;
                continue;
            }
            int before = state;
            state = Part(pattern, ref at, state, glued, depth);
            if (at < pattern.Length && pattern[at] == '?')
            {
                at++;
                graph.Add(before, new Step(StepKind.Skip, 0, -1, false, state));
            }
            if (pattern[at - 1] is not ('[' or ']')) (first, glued) = (false, true);
        }
        return state;
    }

    private int Part(string pattern, ref int at, int from, bool glued, int depth)
    {
        switch (pattern[at])
        {
            case '(':
                at++;
                int end = Alternatives(pattern, ref at, from, glued, depth);
                if (at >= pattern.Length) throw new FormatException("'(' is not closed");
                at++;
                return end;
            case '{':
                return ClassPart(Until(pattern, ref at, '}'), from, glued);
            case '<':
                string name = Until(pattern, ref at, '>');
                if (!fragments.TryGetValue(name, out string? fragment)) throw new FormatException($"no fragment is named '{name}'");
                if (depth > DeepestFragment) throw new FormatException($"fragment '{name}' uses itself");
                int inner = 0;
                return Alternatives(fragment, ref inner, from, glued, depth + 1);
            case '[':
                at++;
                return Edge(from, StepKind.Open);
            case ']':
                at++;
                return Edge(from, StepKind.Close);
            case '$':
                at++;
                return Edge(from, StepKind.LineEnd);
            default:
                return Words(pattern, ref at, from, glued);
        }
    }

    private int ClassPart(string inside, int from, bool glued)
    {
        string[] parts = inside.Split(':');
        int wordClass = lexicon.ClassId(parts[0]);
        if (wordClass < 0) throw new FormatException($"no class is named '{parts[0]}'");
        string slotName = parts.Length > 1 ? parts[1] : parts[0];
        int slot = slotName == "_" ? -1 : parts.Length > 1 ? SlotNames.Require(slotName) : SlotNames.Find(slotName);
        int to = graph.NewState();
        graph.Add(from, new Step(StepKind.Class, wordClass, slot, glued, to));
        return to;
    }

    private int Words(string pattern, ref int at, int from, bool glued)
    {
        int start = at;
        if (char.IsLetter(pattern[at]))
            while (at < pattern.Length && (char.IsLetter(pattern[at]) || LetterFolding.IsMark(pattern[at]))) at++;
        else if (char.IsDigit(pattern[at])) throw new FormatException("digits stand in classes only");
        else at++;
        int to = graph.NewState();
        int word = TimeTokeniser.Learn(pattern[start..at], vocabulary)[0].Word;
        graph.Add(from, new Step(StepKind.Word, word, -1, glued, to));
        return to;
    }

    private int Edge(int from, StepKind kind)
    {
        int to = graph.NewState();
        graph.Add(from, new Step(kind, 0, -1, false, to));
        return to;
    }

    private static string Until(string pattern, ref int at, char close)
    {
        int end = pattern.IndexOf(close, at);
        if (end < 0) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{pattern[at]}' is not closed"));
        string inside = pattern[(at + 1)..end];
        at = end + 1;
        return inside;
    }
}

/// <summary>The names of the slots as rules write them.</summary>
internal static class SlotNames
{
    private static readonly Dictionary<string, int> Slots = Enum.GetValues<TimeSlot>()
        .ToDictionary(s => Snake(s.ToString()), s => (int)s, StringComparer.Ordinal);

    public static int Find(string name) => Slots.GetValueOrDefault(name, -1);

    /// <exception cref="FormatException">No slot has this name.</exception>
    public static int Require(string name) =>
        Slots.TryGetValue(name, out int slot) ? slot : throw new FormatException($"no slot is named '{name}'");

    private static string Snake(string name) => string.Concat(
        name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
