namespace Vigie.Events.Counts;

/// <summary>Adds up neighbouring numbers of one sentence that tell of the same befalling: "deux soldats et trois civils" are five.</summary>
internal static class SumComposer
{
    private const int MostTerms = 5;
    private const int LongestSpan = 60;

    /// <summary>Appends the sums of each run of two to five numbers to the sentence's numbers, which stand in order.</summary>
    public static void Compose(List<Befalling> linked)
    {
        var count = linked.Count;
        foreach (var of in (ReadOnlySpan<CountOf>)[CountOf.Killed, CountOf.Injured, CountOf.Detained, CountOf.Abducted])
        {
            for (var i = 0; i < count; i++)
                if (IsTerm(linked[i], of)) AddRuns(linked, count, i);
        }
    }

    private static void AddRuns(List<Befalling> linked, int count, int first)
    {
        var start = linked[first];
        var sum = start.Count;
        var end = start.End;
        var terms = 1;
        for (var i = first + 1; i < count && terms < MostTerms && linked[i].End - start.First <= LongestSpan; i++)
        {
            var term = linked[i];
            if (!IsTerm(term, start.Of) || term.First < end) continue;
            sum = new Count(Add(sum.Low, term.Count.Low), Add(sum.High, term.Count.High), Add(sum.Best, term.Count.Best));
            end = term.End;
            terms++;
            linked.Add(new Befalling(start.First, end, start.Of, sum, (start.First, start.First), false, IsSum: true));
        }
    }

    private static bool IsTerm(Befalling term, CountOf of) => term.Of == of && !term.IsPart && !term.IsSum && term.Count.Low is > 0;

    public static int? Add(int? a, int? b) => a is null || b is null ? null : (int)Math.Min((long)a + (long)b, int.MaxValue);
}
