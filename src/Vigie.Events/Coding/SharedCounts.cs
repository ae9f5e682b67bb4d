using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>One number stands for the victims of one event: where several events chose the same words, the surest of them keeps them.</summary>
internal static class SharedCounts
{
    /// <summary>The groups with every count passage chosen once; who loses one takes its next likeliest that is free, or none.</summary>
    public static IReadOnlyList<IReadOnlyList<Draft>> Settled(IReadOnlyList<IReadOnlyList<Draft>> groups)
    {
        Draft[][] settled = [.. groups.Select(group => group.ToArray())];
        for (int field = 0; field < Draft.CountFields.Count; field++)
        {
            var taken = new Dictionary<Span, int>();
            foreach (int group in Enumerable.Range(0, settled.Length).OrderByDescending(group => Sureness(settled[group], field)).ThenBy(group => group))
            {
                for (int i = 0; i < settled[group].Length; i++) settled[group][i] = Without(settled[group][i], field, span => taken.TryGetValue(span, out int owner) && owner != group);
                if (settled[group].Select(draft => draft.Counts[field].Chosen).FirstOrDefault(chosen => chosen is not null) is { } kept) taken[kept.Span] = group;
            }
        }
        return settled;
    }

    private static double Sureness(Draft[] group, int field) =>
        group.Max(draft => draft.Counts[field] is { Chosen: not null } links ? links.Choices[0].Probability : 0);

    private static Draft Without(Draft draft, int field, Func<Span, bool> isTaken)
    {
        Links<CountCandidate> links = draft.Counts[field];
        if (!links.Choices.Any(choice => isTaken(choice.Candidate.Span))) return draft;
        Links<CountCandidate>[] counts = [.. draft.Counts];
        counts[field] = links with { Choices = [.. links.Choices.Where(choice => !isTaken(choice.Candidate.Span))] };
        return draft with { Counts = counts };
    }
}
