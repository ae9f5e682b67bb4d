namespace Vigie.Events.Counts;

/// <summary>Adds up the numbers of one sentence that tell of the same befalling: "deux soldats et trois civils" are five.</summary>
internal static class SumComposer
{
    private const int MostTerms = 6;
    private const int LongestSpan = 60;

    /// <summary>Appends the sums to the sentence's numbers, which stand in order.</summary>
    public static void Compose(List<Befalling> linked)
    {
        var count = linked.Count;
        foreach (var of in (ReadOnlySpan<CountOf>)[CountOf.Killed, CountOf.Injured, CountOf.Detained, CountOf.Abducted])
        {
            int terms = 0, first = 0, end = 0;
            Count? sum = null;
            for (var i = 0; i < count; i++)
            {
                var term = linked[i];
                if (term.Of != of || term.IsPart || term.IsSum || term.Count.Low == 0) continue;
                if (terms > 0 && (terms == MostTerms || term.End - first > LongestSpan || term.First < end))
                {
                    if (term.First < end) continue;
                    Emit(linked, of, terms, first, end, sum);
                    terms = 0;
                }
                if (terms == 0)
                {
                    first = term.First;
                    sum = term.Count;
                }
                else
                {
                    sum = new Count(Add(sum!.Low, term.Count.Low), Add(sum.High, term.Count.High), Add(sum.Best, term.Count.Best));
                }
                terms++;
                end = term.End;
            }
            Emit(linked, of, terms, first, end, sum);
        }
    }

    private static void Emit(List<Befalling> linked, CountOf of, int terms, int first, int end, Count? sum)
    {
        if (terms > 1) linked.Add(new Befalling(first, end, of, sum!, (first, first), false));
    }

    private static int? Add(int? a, int? b) => a is null || b is null ? null : (int)Math.Min((long)a + (long)b, int.MaxValue);
}
