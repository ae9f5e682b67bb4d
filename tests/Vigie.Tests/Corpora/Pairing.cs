using Vigie.Events;
using Vigie.Training.Gold;

namespace Vigie.Tests.Corpora;

/// <summary>Expected and coded events of one report, paired so that the sum of their likeness is highest.</summary>
internal static class Pairing
{
    /// <summary>What is less alike is no pair.</summary>
    public const double Floor = 0.45;

    public static List<(GoldEvent Gold, Event Coded)> Of(IReadOnlyList<GoldEvent> gold, IReadOnlyList<Event> coded)
    {
        double[][] likeness = [.. gold.Select(g => coded.Select(c => Likeness.Of(g, c)).ToArray())];

        // Over the expected events, by the set of coded events that are taken; a report has a handful of each.
        var best = new Dictionary<(int Gold, ulong Taken), (double Sum, int Choice)>();
        double Best(int g, ulong taken)
        {
            if (g == gold.Count) return 0;
            if (best.TryGetValue((g, taken), out (double Sum, int Choice) known)) return known.Sum;
            (double Sum, int Choice) found = (Best(g + 1, taken), -1);
            for (int c = 0; c < Math.Min(64, coded.Count); c++)
            {
                if (likeness[g][c] < Floor || (taken & 1UL << c) != 0) continue;
                double sum = likeness[g][c] + Best(g + 1, taken | 1UL << c);
                if (sum > found.Sum) found = (sum, c);
            }
            best[(g, taken)] = found;
            return found.Sum;
        }
        Best(0, 0);
        var pairs = new List<(GoldEvent, Event)>();
        ulong used = 0;
        for (int g = 0; g < gold.Count; g++)
        {
            int choice = best[(g, used)].Choice;
            if (choice < 0) continue;
            pairs.Add((gold[g], coded[choice]));
            used |= 1UL << choice;
        }
        return pairs;
    }
}

/// <summary>Right, expected and coded, and the balance of the two shares.</summary>
internal readonly record struct Tally(int Right, int Expected, int Coded)
{
    public double F1 => Expected + Coded == 0 ? 1 : 2.0 * Right / (Expected + Coded);

    public static Tally operator +(Tally a, Tally b) => new(a.Right + b.Right, a.Expected + b.Expected, a.Coded + b.Coded);

    public override string ToString() => FormattableString.Invariant($"F1 {F1:0.000} ({Right} right, {Expected} expected, {Coded} coded)");
}

/// <summary>The filled fields of events: type, date, place, four counts, each actor with its role, each weapon.</summary>
internal static class Slots
{
    public static Tally Of(IReadOnlyList<GoldEvent> gold, IReadOnlyList<Event> coded) =>
        new(Pairing.Of(gold, coded).Sum(pair => Right(pair.Gold, pair.Coded)), gold.Sum(Filled), coded.Sum(Filled));

    private static int Filled(GoldEvent e) =>
        1 + (e.Date.Start is null ? 0 : 1) + (Likeness.IsPlaced(e) ? 1 : 0) + Counts(e).Count(count => count is not null) + e.Actors.Count + e.Weapons.Count;

    private static int Filled(Event e) =>
        1 + (e.Date.Start is null ? 0 : 1) + (e.Place is null ? 0 : 1) + Counts(e).Count(count => count is not null) + e.Actors.Count + e.Weapons.Count;

    private static int Right(GoldEvent gold, Event coded)
    {
        int right = gold.SubEventType == coded.SubEventType ? 1 : 0;
        right += gold.Date.Start is not null && Likeness.IsDateRight(gold, coded) ? 1 : 0;
        right += Likeness.IsPlaced(gold) && Likeness.IsPlaceRight(gold, coded) ? 1 : 0;
        right += Counts(gold).Zip(Counts(coded)).Count(pair => pair.First is not null && Likeness.IsCountRight(pair.First, pair.Second));
        var left = coded.Actors.ToList();
        foreach (GoldActor actor in gold.Actors)
        {
            int at = left.FindIndex(other => actor.Role == other.Role && Likeness.IsSame(actor, other));
            if (at < 0) continue;
            left.RemoveAt(at);
            right++;
        }
        return right + gold.Weapons.Intersect(coded.Weapons).Count();
    }

    private static GoldCount?[] Counts(GoldEvent e) => [e.Killed, e.Injured, e.Detained, e.Abducted];

    private static Count?[] Counts(Event e) => [e.Killed, e.Injured, e.Detained, e.Abducted];
}
