namespace Vigie.Events.Times;

/// <summary>Walks the graph along one text's tokens.</summary>
internal sealed class PatternMatcher(
    PatternGraph graph, TimeLexicon lexicon, TimeVocabulary vocabulary, IReadOnlyList<TimeToken> tokens)
{
    /// <summary>Steps walked from one token; the rules that ship take some hundreds. What a rule that branches without end would find beyond is let go.</summary>
    private const int MostSteps = 50_000;

    /// <summary>Tokens near one another are asked again; what lies behind is let go.</summary>
    private const int MostFitsKept = 256;

    private readonly int[] values = Filled(TimeMatch.Absent);
    private readonly int[] slotTokens = Filled(-1);
    private readonly List<TimeMatch> found = [];
    private int steps;
    private readonly Dictionary<int, ClassFit[]> fitsByToken = [];

    /// <summary>Every rule that fits from token <paramref name="at"/> on: the longest first, then in the order of the rules.</summary>
    public IReadOnlyList<TimeMatch> MatchesAt(int at)
    {
        found.Clear();
        steps = 0;
        var token = tokens[at];
        if (token.Word == TimeToken.Unknown) return found;
        if (token.Word >= 0 && Counts(token))
            foreach (var step in graph.StartingWithWord(token.Word))
                Walk(step.Target, at, at + 1, at, -1);
        foreach (var fit in FitsAt(at))
            foreach (var step in graph.StartingWithClass(fit.Class))
                Take(step, fit, at, at, at, -1);
        if (fitsByToken.Count > MostFitsKept) fitsByToken.Clear();
        if (found.Count > 1)
            found.Sort((a, b) => a.Reach != b.Reach ? b.Reach.CompareTo(a.Reach) : a.Rule.CompareTo(b.Rule));
        return found;
    }

    private void Walk(int state, int start, int at, int open, int close)
    {
        foreach (var step in graph.StepsFrom(state))
        {
            if (++steps > MostSteps) return;
            switch (step.Kind)
            {
                case StepKind.Accept:
                    found.Add(new TimeMatch(step.Id, open, close < 0 ? at : close, at - start, [.. values], [.. slotTokens]));
                    break;
                case StepKind.Open:
                    Walk(step.Target, start, at, at, close);
                    break;
                case StepKind.Close:
                    Walk(step.Target, start, at, open, at);
                    break;
                case StepKind.LineEnd:
                    if (at == tokens.Count || tokens[at].Has(TokenMarks.AfterBreak)) Walk(step.Target, start, at, open, close);
                    break;
                case StepKind.Word:
                    if (CanGoOn(at, step) && tokens[at].Word == step.Id && Counts(tokens[at]))
                        Walk(step.Target, start, at + 1, open, close);
                    break;
                default:
                    if (CanGoOn(at, step))
                        foreach (var fit in FitsAt(at))
                            if (fit.Class == step.Id) Take(step, fit, start, at, open, close);
                    break;
            }
        }
    }

    private void Take(Step step, ClassFit fit, int start, int at, int open, int close)
    {
        if (step.Slot < 0)
        {
            Walk(step.Target, start, at + fit.Length, open, close);
            return;
        }
        (int value, int token) = (values[step.Slot], slotTokens[step.Slot]);
        (values[step.Slot], slotTokens[step.Slot]) = (fit.Value, at);
        Walk(step.Target, start, at + fit.Length, open, close);
        (values[step.Slot], slotTokens[step.Slot]) = (value, token);
    }

    private bool CanGoOn(int at, Step step) =>
        at < tokens.Count && !tokens[at].Has(TokenMarks.AfterBreak) && (!step.Glued || tokens[at].Has(TokenMarks.Glued));

    private bool Counts(TimeToken token) => token.Has(TokenMarks.Capital) || !vocabulary.NeedsCapital(token.Word);

    private ClassFit[] FitsAt(int at)
    {
        if (fitsByToken.TryGetValue(at, out var known)) return known;
        var fits = new List<ClassFit>();
        lexicon.Fit(tokens, at, vocabulary, fits);
        return fitsByToken[at] = [.. fits];
    }

    private static int[] Filled(int value)
    {
        int[] slots = new int[TimeMatch.Slots];
        Array.Fill(slots, value);
        return slots;
    }
}
