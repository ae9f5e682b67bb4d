using System.Globalization;
using Vigie.Events.Names;

namespace Vigie.Training.Names;

/// <summary>Precision, recall and F1 of names: exact where span and kind are right, overlapping where they share a unit of text and the kind.</summary>
public sealed class NameScore
{
    private readonly int[] gold = new int[Kinds];
    private readonly int[] found = new int[Kinds];
    private readonly int[] exact = new int[Kinds];
    private readonly int[] overlapping = new int[Kinds];

    private const int Kinds = 3;

    /// <summary>Exact F1 over all kinds.</summary>
    public double F1 => 2.0 * exact.Sum() / Math.Max(1, gold.Sum() + found.Sum());

    /// <summary>Adds one text's names; both lists are in text order and without overlaps.</summary>
    public void Add(IReadOnlyList<NamedSpan> right, IReadOnlyList<NamedSpan> told)
    {
        foreach (NamedSpan name in right) gold[(int)name.Kind]++;
        int at = 0;
        foreach (NamedSpan name in told)
        {
            found[(int)name.Kind]++;
            while (at < right.Count && right[at].Span.End <= name.Span.Start) at++;
            if (at < right.Count && right[at] == name) exact[(int)name.Kind]++;
            if (at < right.Count && right[at].Span.Overlaps(name.Span) && right[at].Kind == name.Kind) overlapping[(int)name.Kind]++;
        }
    }

    public override string ToString()
    {
        double F(int kind, int[] right) => 2.0 * right[kind] / Math.Max(1, gold[kind] + found[kind]);
        string kinds = string.Join(", ", Enum.GetValues<NameKind>().Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind} {F((int)kind, exact):.000} of {gold[(int)kind]}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"F1 {F1:.000} (precision {(double)exact.Sum() / Math.Max(1, found.Sum()):.000}, recall {(double)exact.Sum() / Math.Max(1, gold.Sum()):.000}; overlapping {2.0 * overlapping.Sum() / Math.Max(1, gold.Sum() + found.Sum()):.000}): {kinds}");
    }
}
