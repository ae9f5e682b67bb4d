using Vigie.Events.Triage;
using Vigie.Training.Gold;
using Span = Vigie.Text.Span;

namespace Vigie.Training.Triage;

/// <summary>A gold report as the gate sees it: sentences as buckets, and which of them tell of an event.</summary>
public sealed record TriageExample(bool HasEvents, IReadOnlyList<(List<int> Buckets, bool TellsOfEvent)> Sentences)
{
    public static TriageExample Of(GoldReport report)
    {
        string text = report.Title + "\n" + report.Text;
        Span[] passages = [.. report.Events.SelectMany(e => Occurrences(text, e.Evidence.GetValueOrDefault("event")))];
        var sentences = new List<(List<int>, bool)>();
        foreach (Span sentence in SentenceBuckets.Split(text))
        {
            var buckets = new List<int>();
            if (SentenceBuckets.Collect(text.AsSpan(sentence.Start, sentence.Length), buckets) > 0) sentences.Add((buckets, passages.Any(sentence.Overlaps)));
        }
        return new TriageExample(report.Events.Count > 0, sentences);
    }

    private static IEnumerable<Span> Occurrences(string text, string? words)
    {
        if (string.IsNullOrEmpty(words)) yield break;
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
            yield return new Span(at, at + words.Length);
    }
}
