using System.Globalization;
using Vigie.Events;

namespace Vigie.Evaluation;

/// <summary>Times found against times expected, as TempEval-3 counts them: by the same passage, by passages that overlap, and by overlap with the same value.</summary>
internal sealed class TimeScore
{
    private int texts, expected, found, same, reached, reaching, right;

    /// <summary>F1 of passages found to the letter.</summary>
    public double Strict => F1(same, same);

    /// <summary>F1 of passages that overlap an expected one.</summary>
    public double Relaxed => F1(reached, reaching);

    /// <summary>F1 of passages that overlap an expected one and have its value, or its days.</summary>
    public double Value => F1(right, right);

    public void Add(TimedText text, IReadOnlyList<TimeCandidate> times)
    {
        texts++;
        expected += text.Times.Count;
        found += times.Count;
        foreach (ExpectedTime time in text.Times)
        {
            var near = times.Where(other => other.Span.Overlaps(time.Span)).ToList();
            if (near.Exists(other => other.Span == time.Span)) same++;
            if (near.Count > 0) reached++;
            if (near.Exists(other => IsRight(time, other))) right++;
        }
        reaching += times.Count(time => text.Times.Any(other => other.Span.Overlaps(time.Span)));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{texts} texts, {expected} times expected, {found} found; F1 strict {Strict:0.000}, relaxed {Relaxed:0.000}, value {Value:0.000}");

    private static bool IsRight(ExpectedTime expected, TimeCandidate found) => expected.Value is { } value
        ? found.Value == value
        : expected.Days.Any(days => found.Range.Start == days.First && found.Range.End == days.Last);

    private double F1(int ofExpected, int ofFound)
    {
        if (expected == 0 || found == 0 || ofExpected == 0) return 0;
        double recall = (double)ofExpected / expected, precision = (double)ofFound / found;
        return 2 * recall * precision / (recall + precision);
    }
}
