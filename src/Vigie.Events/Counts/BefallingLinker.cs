namespace Vigie.Events.Counts;

/// <summary>A number of people with what befell them; positions are indexes of words.</summary>
internal sealed record Befalling(int First, int End, CountOf Of, Count Count, (int Start, int End) Who, bool IsPart, bool IsSum = false);

/// <summary>Decides for each number of a sentence what befell its people, by the nearest phrase that says so on its side.</summary>
internal sealed class BefallingLinker(CountTokens tokens, CountLexicon lexicon)
{
    /// <summary>Beyond this cost a phrase says nothing of a number.</summary>
    private const int Farthest = 40;

    /// <summary>As <see cref="Farthest"/>, for people without a number.</summary>
    private const int Nearby = 16;

    /// <summary>As <see cref="Farthest"/>, for "a" with a noun that may well be a thing.</summary>
    private const int Beside = 6;

    /// <summary>A second phrase within this cost of the nearest is given too.</summary>
    private const int Doubt = 5;

    /// <summary>Cues looked at on each side of a number.</summary>
    private const int CueReach = 6;
    private const int LongestSpan = 12;

    private readonly List<int> commas = [];
    private readonly List<int> stops = [];
    private CountOf last = CountOf.Other;

    /// <summary>Forgets what the sentence before told of.</summary>
    public void Begin() => last = CountOf.Other;

    public void Link(List<Quantity> quantities, List<CountCue> cues, List<Befalling> linked)
    {
        Measure();
        var taken = new bool[cues.Count];
        var before = last;
        var told = CountOf.Other;
        int near = 0;
        for (var q = 0; q < quantities.Count; q++)
        {
            var quantity = quantities[q];
            while (near < cues.Count && cues[near].End <= quantity.First) near++;
            var cue = Nearest(quantities, q, cues, near, out var second);
            if (quantity.Befallen is { } befallen)
            {
                for (var c = near; c < cues.Count && cues[c].Start < quantity.End; c++) taken[c] = true;
                told = last = befallen.Of;
                linked.Add(WithCue(quantity, told, null));
                // "quatre prisonniers ont été tués": who they are, and what befell them now.
                if (cue >= 0 && (cues[cue].Start >= quantity.End || IsGoverning(cues[cue], quantity))
                    && (tokens.Match(quantity.End - 1, CountWord.People) > 0 || told is CountOf.Detained or CountOf.Abducted))
                    Take(quantities, q, cues[cue], linked);
                continue;
            }
            if (cue >= 0)
            {
                taken[cue] = true;
                Take(quantities, q, cues[cue], linked);
                if (second >= 0) Take(quantities, q, cues[second], linked);
                told = last = cues[cue].Of[0];
                continue;
            }
            var brought = told != CountOf.Other && !quantity.IsVague && !quantity.IsPart && IsBrought(quantity.First);
            if (brought) linked.Add(WithCue(quantity, told, null));
            if (quantity.IsUnnumbered || quantity.IsVague) continue;
            var bare = quantity.Noun == QuantityNoun.None || quantity.IsOthers || quantity.IsPart;
            var of = bare && !quantity.IsAgent ? told != CountOf.Other ? told : before : CountOf.Other;
            if (of == CountOf.Other && quantity.Noun != QuantityNoun.People) continue;
            if (of != CountOf.Other) told = of;
            linked.Add(WithCue(quantity, of, null));
        }
        for (var c = 0; c < cues.Count; c++)
        {
            // A verb that only one person takes may have its own beside a number near by: "Jean, 34 ans, est mort".
            if (taken[c] && !(cues[c].One && cues[c].Before)) continue;
            if (Single(cues[c]) is not { } single || (taken[c] && linked.Exists(l => l.End == single.End || l.End == cues[c].First))) continue;
            foreach (var meant in cues[c].Of) linked.Add(single with { Of = meant, IsSum = taken[c] });
        }
        linked.Sort((a, b) => a.First != b.First ? a.First - b.First : a.End - b.End);
    }

    private void Take(List<Quantity> quantities, int q, CountCue cue, List<Befalling> linked)
    {
        var quantity = quantities[q];
        var reach = q + 1 < quantities.Count ? quantities[q + 1].First : int.MaxValue;
        foreach (var of in cue.Of)
        {
            var befalling = WithCue(quantity, of, cue, reach);
            linked.Add(befalling);
            if (quantity.Count.Low is { } low && !quantity.IsPart && JoinsOne(quantity))
                linked.Add(befalling with { First = Math.Max(0, quantity.First - 2), Count = new Count(low + 1, quantity.Count.High + 1, quantity.Count.Best + 1), IsSum = true });
        }
    }

    private static bool IsGoverning(CountCue cue, Quantity quantity) => cue is { After: true, Noun: false } && cue.End == quantity.First;

    /// <summary>Whether the words before a number add its people to those told of before: "ainsi que dix assaillants", "and four guards".</summary>
    private bool IsBrought(int first)
    {
        if (first == 0) return false;
        // Arabic writes its "and" onto the word, behind a comma too: "علي، 52 عاما، وابنه".
        if (tokens[first].Form.Joined) return (tokens.GapBefore(first) & (Gap.Semicolon | Gap.Stop | Gap.Colon)) == 0;
        if (!Close(first)) return false;
        if (tokens.Match(first - 1, CountWord.Joiner) == 1) return true;
        for (var back = 1; back <= 4; back++)
            if (tokens.Match(first - back, CountWord.With) == back) return true;
        return false;
    }

    /// <summary>Whether somebody named stands beside the number: "Jean Petit et trois compagnons", "avec quatre gardes".</summary>
    private bool JoinsOne(Quantity quantity)
    {
        if (quantity.IsUnnumbered) return false;
        var i = quantity.First;
        if (i < 2 || !Close(i)) return false;
        if (tokens.Match(i - 1, CountWord.With) > 0) return true;
        var joiner = tokens.Match(i - 1, CountWord.Joiner) > 0 ? i - 1 : tokens[i].Form.Joined ? i : -1;
        if (joiner < 1) return false;
        var name = tokens[joiner - 1];
        return lexicon.BareNounIsOne
            ? name.Number < 0 && !name.Form.LooksPlural && tokens.Match(joiner - 1, CountWord.People) == 0 && tokens.Match(joiner - 1, CountWord.Counted) == 0
            : name.Capital;
    }

    /// <summary>The cue that costs least, and the next if it says something else at little more; -1 where there is none.</summary>
    private int Nearest(List<Quantity> quantities, int q, List<CountCue> cues, int near, out int second)
    {
        var quantity = quantities[q];
        second = -1;
        if (quantity.IsAgent) return -1;
        int best = -1, least = (quantity.IsVague ? Beside : quantity.IsUnnumbered ? Nearby : Farthest) + 1;
        var next = least;
        for (var c = Math.Max(0, near - CueReach); c < Math.Min(cues.Count, near + CueReach); c++)
        {
            var cost = c < near ? CostBehind(quantities, q, cues, c, near) : CostAhead(quantities, q, cues, c, near);
            if (cost < least)
            {
                (second, next) = (best, least);
                (best, least) = (c, cost);
            }
            else if (cost < next) (second, next) = (c, cost);
        }
        if (second >= 0 && (next > least + Doubt || cues[best].Of.Contains(cues[second].Of[0]))) second = -1;
        return best;
    }

    /// <summary>Cost of taking a cue that stands before the number ("tuant douze personnes").</summary>
    private int CostBehind(List<Quantity> quantities, int q, List<CountCue> cues, int c, int near)
    {
        var cue = cues[c];
        var quantity = quantities[q];
        // Of a phrase that closes, an inversion right behind it: "tombèrent onze hommes", "taken into custody 118 people".
        if (quantity.First - cue.End > (cue.After ? Farthest : 1)) return int.MaxValue;
        var cost = (cue.After ? 0 : 5) + quantity.First - cue.End + 2 * (commas[quantity.First] - commas[cue.End])
            + 8 * (stops[quantity.First] - stops[cue.End]) + 4 * (near - 1 - c);
        if (cue.Noun)
        {
            for (var other = q - 1; other >= 0 && quantities[other].End > cue.Start; other--)
                if (quantities[other].First <= cue.Start) return int.MaxValue;
            cost += 4;
        }
        else if (cue.Before && quantity.First != cue.End) cost += 4;
        return cost;
    }

    /// <summary>Cost of taking a cue that stands behind the number ("douze personnes ont péri").</summary>
    private int CostAhead(List<Quantity> quantities, int q, List<CountCue> cues, int c, int near)
    {
        var cue = cues[c];
        var quantity = quantities[q];
        if (!cue.Before || cue.Start < (quantity.Befallen is null ? quantity.Head : quantity.End)) return int.MaxValue;
        if (cue.First - quantity.End > Farthest) return int.MaxValue;
        // "a soldier killed 12": a bare participle right before a number has its people there.
        if (cue.After && q + 1 < quantities.Count && quantities[q + 1].First == cue.End
            && !quantities[q + 1].IsPart && commas[cue.End] == commas[cue.Start]) return int.MaxValue;
        var from = Math.Min(quantity.End, cue.First);
        var cost = cue.First - from + commas[cue.First] - commas[from] + 8 * (stops[cue.First] - stops[from]) + 4 * (c - near);
        for (var other = q + 1; other < quantities.Count && quantities[other].First < cue.First && cost <= Farthest; other++) cost += 1;
        return cost;
    }

    /// <param name="reach">Word at which the next number begins: a passage ends before it.</param>
    private Befalling WithCue(Quantity quantity, CountOf of, CountCue? cue, int reach = int.MaxValue)
    {
        int first = quantity.First, end = quantity.End;
        if (cue is not null)
        {
            if (cue.End == first && end - cue.First <= LongestSpan && stops[first] == stops[cue.First]) first = cue.First;
            else if (cue.First >= end && cue.First - end <= 2 && cue.First <= reach && cue.End - first <= LongestSpan && stops[cue.First] == stops[end]) end = cue.End;
        }
        return new Befalling(first, end, of, quantity.Count, quantity.Who, quantity.IsPart);
    }

    /// <summary>A person without a number: "il a été tué", "la mort de Jean", "اغتيال القيادي".</summary>
    private Befalling? Single(CountCue cue)
    {
        if (cue.Noun) return null;
        if (cue.Before && cue.One)
        {
            if (tokens.Match(cue.First - 1, CountWord.Thing) > 0 && (tokens[cue.First].Before & Gap.Comma) == 0) return null;
            var first = cue.First;
            for (var back = 0; back < 4 && first > 0 && (tokens[first].Before & ~(Gap.Space | Gap.Quote | Gap.Hyphen)) == 0; back++) first--;
            return new Befalling(first, cue.End, cue.Of[0], Count.Exactly(1), (first, first), false);
        }
        if (!cue.After) return null;
        var i = cue.End;
        if (i >= tokens.Count || !Close(i)) return null;
        var words = Math.Max(tokens.Match(i, CountWord.Determiner), tokens.Match(i, CountWord.Article));
        i += words;
        if (i >= tokens.Count || !Close(i) || tokens[i].Number >= 0 || tokens[i].Form.LooksPlural) return null;
        foreach (var kind in (ReadOnlySpan<CountWord>)[CountWord.People, CountWord.Thing, CountWord.Cardinal, CountWord.Open, CountWord.Link, CountWord.Agent])
            if (tokens.Match(i, kind) > 0) return null;
        var named = tokens[i].Capital || tokens.Match(i, CountWord.Person) > 0 || lexicon.BareNounIsOne || words > 0;
        return named ? new Befalling(cue.First, i + 1, cue.Of[0], Count.Exactly(1), (i, i + 1), false) : null;
    }

    private bool Close(int i) => (tokens.GapBefore(i) & (Gap.Comma | Gap.Semicolon | Gap.Stop | Gap.Colon)) == 0;

    /// <summary>Counts the commas and the heavier marks up to each word.</summary>
    private void Measure()
    {
        commas.Clear();
        stops.Clear();
        int comma = 0, stop = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            var gap = tokens.GapBefore(i);
            if ((gap & (Gap.Comma | Gap.Bracket)) != 0 || (i < tokens.Count && tokens.Match(i, CountWord.Clause) > 0)) comma++;
            if (i > 0 && (gap & (Gap.Semicolon | Gap.Stop | Gap.Colon)) != 0) stop++;
            commas.Add(comma);
            stops.Add(stop);
        }
    }
}
