using Vigie.Text;

namespace Vigie.Events.Counts;

/// <summary>
/// Adds up what two sentences in a row tell of the same befalling, and the attackers of an attack to its dead:
/// "Seven soldiers died. The army counted four dead rebels." are eleven, for the dead of an event are those of all sides.
/// </summary>
internal sealed class TotalComposer
{
    private readonly List<Told> told = [];

    /// <summary>Notes the numbers of a sentence, sums included; sentences come in order.</summary>
    public void Add(Sentence sentence, List<Befalling> linked, Func<Befalling, CountCandidate> candidate, Func<Befalling, bool> isAttackers)
    {
        var totals = new Dictionary<CountOf, CountCandidate[]>();
        CountCandidate? attackers = null;
        foreach (var of in linked.Select(l => l.Of).Distinct())
        {
            var terms = linked.Where(l => l.Of == of && !l.IsPart && l.Count.Low is > 0).ToList();
            if (of == CountOf.Other) attackers = terms.Find(t => isAttackers(t)) is { } attack ? candidate(attack) : null;
            else if (terms.MaxBy(t => t.End - t.First) is { } widest) totals[of] = [.. terms.Where(t => t == widest || (!t.IsSum && (t == terms[0] || t == terms[^1]))).Select(candidate).DistinctBy(c => c.Count)];
        }
        if (totals.Count > 0 || attackers is not null) told.Add(new Told(sentence, totals, attackers));
    }

    /// <summary>The sums, each with the passage from its first number to its last.</summary>
    public IEnumerable<CountCandidate> Sums(string text)
    {
        for (var i = 0; i < told.Count; i++)
        {
            foreach (var sum in With(told[i].Killed, told[i].Attackers)) yield return sum;
            if (i == 0 || told[i].Sentence.Index != told[i - 1].Sentence.Index + 1) continue;
            var (before, after) = (told[i - 1], told[i]);
            foreach (var (of, firsts) in before.Totals)
                foreach (var first in firsts)
                    foreach (var second in after.Totals.GetValueOrDefault(of, [])) yield return Sum(text, first, second);
            foreach (var sum in With(before.Killed, after.Attackers).Concat(With(after.Killed, before.Attackers))) yield return sum;
        }

        IEnumerable<CountCandidate> With(CountCandidate[] dead, CountCandidate? attackers) =>
            attackers is null ? [] : dead.Where(count => !count.Span.Overlaps(attackers.Span)).Select(count => Sum(text, count, attackers));
    }

    /// <param name="first">Whose befalling the sum is of.</param>
    private static CountCandidate Sum(string text, CountCandidate first, CountCandidate second)
    {
        var span = new Span(Math.Min(first.Span.Start, second.Span.Start), Math.Max(first.Span.End, second.Span.End));
        return new CountCandidate(span, span.Of(text), first.Of, null, new Count(
            SumComposer.Add(first.Count.Low, second.Count.Low), SumComposer.Add(first.Count.High, second.Count.High), SumComposer.Add(first.Count.Best, second.Count.Best)));
    }

    /// <param name="Totals">By what befell them: the number whose passage is widest, the first and the last.</param>
    private sealed record Told(Sentence Sentence, Dictionary<CountOf, CountCandidate[]> Totals, CountCandidate? Attackers)
    {
        public CountCandidate[] Killed => Totals.GetValueOrDefault(CountOf.Killed, []);
    }
}
