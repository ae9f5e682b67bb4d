using Vigie.Events.Coding;

namespace Vigie.Scoring;

/// <summary>What was found of what should be: right, gold and coded, with the shares that follow from them (0 where there is nothing to share).</summary>
internal readonly record struct Found(int Right, int Gold, int Coded)
{
    public double Precision => Coded == 0 ? 0 : (double)Right / Coded;

    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Found operator +(Found a, Found b) => new(a.Right + b.Right, a.Gold + b.Gold, a.Coded + b.Coded);

    public override string ToString() => FormattableString.Invariant($"F1 {F1:0.000} ({Right} right, {Gold} gold, {Coded} coded)");
}

/// <summary>So many of so many.</summary>
internal readonly record struct Part(int Of, int All)
{
    public double Share => All == 0 ? 0 : (double)Of / All;

    public static Part operator +(Part a, bool holds) => new(a.Of + (holds ? 1 : 0), a.All + 1);
}

/// <summary>Scores of coded events against gold reports, added up report by report; <c>docs/scores.md</c> says what each means.</summary>
internal sealed class Scoreboard
{
    /// <summary>The kinds of slot: what an event may have filled.</summary>
    public static IReadOnlyList<string> SlotKinds { get; } = ["type", "date", "place", .. Draft.CountFields, "actor", "weapon"];

    private readonly OrderedDictionary<string, Part> fields = [];
    private readonly Dictionary<string, Found> slots = SlotKinds.ToDictionary(kind => kind, _ => default(Found));

    /// <summary>Pairs against gold and coded events.</summary>
    public Found Events { get; private set; }

    /// <summary>Reports without a gold event that were left without one.</summary>
    public Part Quiet { get; private set; }

    /// <summary>Shares right among the pairs, by field.</summary>
    public IReadOnlyDictionary<string, Part> Fields => fields;

    public Found SlotsOf(string kind) => slots[kind];

    /// <summary>All slots together.</summary>
    public Found Slots => slots.Values.Aggregate((a, b) => a + b);

    public EvidenceTally Evidence { get; } = new();

    public void Add(ScoredReport gold, IReadOnlyList<ScoredEvent> coded)
    {
        if (gold.Events.Count == 0) Quiet += coded.Count == 0;
        List<(int Gold, int Coded)> pairs = EventPairing.Of(gold.Events, coded);
        Events += new Found(pairs.Count, gold.Events.Count, coded.Count);
        foreach (ScoredEvent e in gold.Events) AddFilled(e, filled => new Found(0, filled, 0));
        foreach (ScoredEvent e in coded) AddFilled(e, filled => new Found(0, 0, filled));
        bool hasText = !string.IsNullOrEmpty(gold.Text);
        string text = gold.Title + "\n" + gold.Text;
        if (hasText) foreach (ScoredEvent e in coded) Evidence.AddCoded(e, text);
        foreach ((int g, int c) in pairs)
        {
            AddFields(gold.Events[g], coded[c]);
            AddRight(gold.Events[g], coded[c]);
            if (hasText) Evidence.AddPair(gold.Events[g], coded[c], text);
        }
    }

    private void AddFields(ScoredEvent gold, ScoredEvent coded)
    {
        Field("event_type", gold.EventType == coded.EventType);
        Field("sub_event_type", gold.SubEventType == coded.SubEventType);
        Field("focus", gold.Focus == coded.Focus);
        Field("status", gold.Status == coded.Status);
        if (gold.Date.IsKnown) Field("date", EventLikeness.IsDateRight(gold, coded));
        if (gold.Place.IsKnown)
        {
            Field("place", EventLikeness.IsPlaceRight(gold, coded));
            Field("country", (gold.Place.Country ?? "") == (coded.Place.Country ?? ""));
        }
        foreach ((int at, string field) in Draft.CountFields.Index())
            if (gold.Counts[at] is not null || coded.Counts[at] is not null) Field(field, EventLikeness.IsCountRight(gold.Counts[at], coded.Counts[at]));
    }

    private void Field(string name, bool right) => fields[name] = fields.GetValueOrDefault(name) + right;

    private void AddFilled(ScoredEvent e, Func<int, Found> filled)
    {
        slots["type"] += filled(1);
        if (e.Date.IsKnown) slots["date"] += filled(1);
        if (e.Place.IsKnown) slots["place"] += filled(1);
        foreach ((int at, string field) in Draft.CountFields.Index())
            if (e.Counts[at] is not null) slots[field] += filled(1);
        slots["actor"] += filled(e.Actors.Count);
        slots["weapon"] += filled(e.Weapons.Count);
    }

    private void AddRight(ScoredEvent gold, ScoredEvent coded)
    {
        Right("type", gold.SubEventType == coded.SubEventType);
        Right("date", gold.Date.IsKnown && EventLikeness.IsDateRight(gold, coded));
        Right("place", gold.Place.IsKnown && EventLikeness.IsPlaceRight(gold, coded));
        foreach ((int at, string field) in Draft.CountFields.Index())
            Right(field, gold.Counts[at] is not null && EventLikeness.IsCountRight(gold.Counts[at], coded.Counts[at]));
        var left = coded.Actors.ToList();
        foreach (ScoredActor actor in gold.Actors)
        {
            int at = left.FindIndex(other => actor.Role == other.Role && EventLikeness.IsSame(actor, other));
            if (at < 0) continue;
            left.RemoveAt(at);
            Right("actor", true);
        }
        slots["weapon"] += new Found(gold.Weapons.Intersect(coded.Weapons).Count(), 0, 0);
    }

    private void Right(string kind, bool right)
    {
        if (right) slots[kind] += new Found(1, 0, 0);
    }
}
