namespace Vigie.Events.Times;

/// <summary>What a step of a pattern asks for.</summary>
internal enum StepKind
{
    /// <summary>Nothing: another way goes on from the target.</summary>
    Skip,

    /// <summary>A word of the vocabulary.</summary>
    Word,

    /// <summary>A class of the lexicon.</summary>
    Class,

    /// <summary>The passage begins: what went before is context.</summary>
    Open,

    /// <summary>The passage ends: what follows is context.</summary>
    Close,

    /// <summary>A rule is complete.</summary>
    Accept,

    /// <summary>The line or the text ends here.</summary>
    LineEnd,
}

/// <summary>An edge of the graph.</summary>
/// <param name="Id">Word, class or rule.</param>
/// <param name="Slot">Slot that the class fills, or −1.</param>
/// <param name="Glued">The token must touch the one before it.</param>
internal readonly record struct Step(StepKind Kind, int Id, int Slot, bool Glued, int Target);

/// <summary>All patterns of a language as one graph without cycles: a match is a path, so its length is bounded by the longest pattern.</summary>
internal sealed class PatternGraph
{
    public const int Root = 0;

    /// <summary>All rules of a language take some ten thousand states; fragments that multiply one another could take any number.</summary>
    private const int MostStates = 1_000_000;

    private readonly List<List<Step>> states = [[]];
    private Step[][] closed = [];
    private readonly Dictionary<int, Step[]> byFirstWord = [];
    private readonly Dictionary<int, Step[]> byFirstClass = [];

    /// <exception cref="FormatException">The patterns are too large.</exception>
    public int NewState()
    {
        if (states.Count == MostStates) throw new FormatException("the patterns up to this one take more than a million states; fragments within fragments multiply");
        states.Add([]);
        return states.Count - 1;
    }

    public void Add(int from, Step step) => states[from].Add(step);

    /// <summary>Steps that go on from a state, those behind skips among them; only after <see cref="Seal"/>.</summary>
    public ReadOnlySpan<Step> StepsFrom(int state) => closed[state];

    /// <summary>Steps that may begin a match with this word.</summary>
    public ReadOnlySpan<Step> StartingWithWord(int word) => byFirstWord.TryGetValue(word, out var steps) ? steps : [];

    /// <summary>Steps that may begin a match with this class.</summary>
    public ReadOnlySpan<Step> StartingWithClass(int wordClass) => byFirstClass.TryGetValue(wordClass, out var steps) ? steps : [];

    /// <summary>Indexes the first steps of all patterns, so that a token that begins none costs nothing, and follows the skips once for all.</summary>
    public void Seal()
    {
        closed = new Step[states.Count][];
        for (int state = 0; state < closed.Length; state++) closed[state] = state == Root ? [] : Closure(state);
        var words = new Dictionary<int, List<Step>>();
        var classes = new Dictionary<int, List<Step>>();
        var pending = new Stack<int>([Root]);
        var seen = new HashSet<int>();
        while (pending.TryPop(out int state))
        {
            if (!seen.Add(state)) continue;
            foreach (var step in states[state])
            {
                if (step.Kind is StepKind.Skip or StepKind.Open)
                    pending.Push(step.Target);
                else if (step.Kind is StepKind.Word or StepKind.Class)
                {
                    var index = step.Kind == StepKind.Word ? words : classes;
                    if (!index.TryGetValue(step.Id, out var steps)) index.Add(step.Id, steps = []);
                    steps.Add(step);
                }
            }
        }
        foreach (var (word, steps) in words) byFirstWord.Add(word, [.. steps]);
        foreach (var (wordClass, steps) in classes) byFirstClass.Add(wordClass, [.. steps]);
    }

    private Step[] Closure(int from)
    {
        if (!states[from].Exists(step => step.Kind == StepKind.Skip)) return [.. states[from]];
        var steps = new List<Step>();
        var pending = new Stack<int>([from]);
        var seen = new HashSet<int>();
        while (pending.TryPop(out int state))
        {
            if (!seen.Add(state)) continue;
            foreach (var step in states[state])
            {
                if (step.Kind == StepKind.Skip) pending.Push(step.Target);
                else if (!steps.Contains(step)) steps.Add(step);
            }
        }
        return [.. steps];
    }
}
