using Vigie.Events.Coding;

namespace Vigie.Scoring;

/// <summary>Whether values come with passages, whether the passages stand in the text, and whether they are the gold's.</summary>
internal sealed class EvidenceTally
{
    /// <summary>Filled fields with a passage: the event, its date, its place, its counts.</summary>
    public Part Backed { get; private set; }

    /// <summary>Passages whose offsets give their words to the letter.</summary>
    public Part True { get; private set; }

    /// <summary>Of the fields of paired events for which both have a passage, those whose passages overlap.</summary>
    public Part Agreed { get; private set; }

    /// <param name="text">Title, newline, text.</param>
    public void AddCoded(ScoredEvent coded, string text)
    {
        foreach (string field in Filled(coded)) Backed += coded.Evidence.Any(proof => proof.Field == field && proof.Start is not null);
        foreach (ScoredEvidence proof in coded.Evidence.Where(proof => proof.Start is not null)) True += Stands(proof, text);
    }

    public void AddPair(ScoredEvent gold, ScoredEvent coded, string text)
    {
        foreach (ScoredEvidence proof in gold.Evidence)
        {
            if (proof.Text is not { Length: > 0 } words) continue;
            ScoredEvidence[] passages = [.. coded.Evidence.Where(other => other.Field == proof.Field && other is { Start: not null, End: not null })];
            if (passages.Length > 0) Agreed += Occurrences(text, words).Any(start => passages.Any(passage => start < passage.End && passage.Start < start + words.Length));
        }
    }

    private static IEnumerable<string> Filled(ScoredEvent e)
    {
        yield return "event";
        if (e.Date.IsKnown) yield return "date";
        if (e.Place.IsKnown) yield return "place";
        foreach ((int at, string field) in Draft.CountFields.Index())
            if (e.Counts[at] is not null) yield return field;
    }

    private static bool Stands(ScoredEvidence proof, string text) =>
        proof is { Start: { } start, End: { } end, Text: { } words } && start >= 0 && start <= end && start <= text.Length
        && text.AsSpan(start, Math.Min(end, text.Length) - start).SequenceEqual(words);

    private static IEnumerable<int> Occurrences(string text, string words)
    {
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal)) yield return at;
    }
}
