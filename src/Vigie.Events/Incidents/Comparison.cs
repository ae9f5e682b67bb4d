using Vigie.Events.Places;

namespace Vigie.Events.Incidents;

/// <summary>
/// Compares two accounts, field by field. Each comparison gives a number, NaN where one of the two says nothing, and falls into a
/// level; the model has a weight for every level (as in Fellegi and Sunter 1969, with the weights learned together). Nothing depends
/// on which other accounts there are: the score of a pair stays what it is, whatever arrives later. It is the same in both directions.
/// </summary>
internal static class Comparison
{
    /// <summary>Accounts farther apart than this are never of one incident.</summary>
    public const double MostKm = 30;

    public const int MostDays = 5;

    private const double Missing = double.NaN;

    private static readonly double[] Shares = [0.01, 0.5, 1];
    private static readonly double[] Agreed = [0.25, 0.5, 0.7, 0.85, 1];
    private static readonly double[] One = [1];
    private static readonly double[] OneOrBoth = [1, 2];
    private static readonly double[] Lags = [1, 2, 4, 8, 30];

    /// <summary>What is compared, with the least number of each level; below the first is the ground level, which has no weight.</summary>
    private static readonly (string Name, double[] From)[] Fields =
    [
        ("days apart", [1, 2, 3]),
        ("first days apart", [1, 2, 3, 6, 11, 21]),
        ("share of days", [0.1, 0.3, 0.5, 0.8, 1]),
        ("days of the shorter", [2, 4, 8]),
        ("dates guessed", OneOrBoth),
        ("km apart", [0.5, 2, 5, 10, 20]),
        ("coarser place", [1, 2, 3, 4, 5]),
        ("finer place", [1, 2, 3, 4, 5]),
        ("same division", One),
        ("share of location words", Shares),
        ("location words told", OneOrBoth),
        ("share of parties", Shares),
        ("parties shared", OneOrBoth),
        ("parties told", OneOrBoth),
        ("share of kinds", Shares),
        ("share of manner", Shares),
        ("same type", One),
        ("same family", One),
        ("same target", One),
        ("killed agree", Agreed),
        ("killed overlap", One),
        ("killed untold", OneOrBoth),
        ("killed the same", [1, 2, 3, 5, 8, 15]),
        ("injured agree", Agreed),
        ("injured overlap", One),
        ("injured untold", OneOrBoth),
        ("injured the same", [1, 2, 4, 8, 15]),
        ("taken agree", Agreed),
        ("taken the same", [1, 2, 4, 8, 15]),
        ("days between publications", Lags),
        ("shorter delay", Lags),
        ("longer delay", Lags),
        ("events of the shorter article", [2, 4, 10]),
        ("events of the longer article", [2, 4, 10, 30]),
        ("told as background", OneOrBoth),
        ("likeness of articles", [0.1, 0.3, 0.6, 0.9]),
        ("share of words", [0.05, 0.1, 0.2, 0.35, 0.5]),
        ("names shared", [1, 2, 3, 5]),
        ("numbers shared", [1, 2, 3, 5]),
    ];

    private static readonly string[] Conjunctions =
    [
        "same place, same day",
        "same place, exact",
        "same place, exact, same day",
        "same killed, same place",
        "same killed, same day",
        "same killed, same place and day",
        "same killed, place unknown",
        "killed untold, same place and day",
        "same place, article of many events",
        "same place, long runs of days",
        "same killed, three or more",
        "same killed, three or more, same place",
        "same place, inexact",
    ];

    private static readonly int[] First = Offsets();

    /// <summary>Names of all levels, in the order of their weights: <c>km apart: missing</c>, <c>km apart: 0.5</c>, …</summary>
    public static IReadOnlyList<string> Levels { get; } = Names();

    /// <summary>Whether two accounts could be of one incident at all: other articles, days and places that can be the same.</summary>
    public static bool IsPossible(Traits a, Traits b) =>
        a.ArticleId != b.ArticleId
        && a.HasDays && b.HasDays && a.Gap(b) <= MostDays
        && (a.Country == b.Country || a.Country == 0 || b.Country == 0)
        && !(Km(a, b) > MostKm);

    /// <summary>Puts the numbers of the levels that a pair has into <paramref name="into"/>, in rising order; gives how many.</summary>
    public static int Read(Traits a, Traits b, Span<int> into)
    {
        Span<double> values = stackalloc double[Fields.Length];
        Compare(a, b, values);
        int count = 0;
        for (int field = 0; field < Fields.Length; field++)
        {
            double value = values[field];
            if (double.IsNaN(value))
            {
                into[count++] = First[field];
                continue;
            }
            double[] from = Fields[field].From;
            for (int level = 0; level < from.Length && value >= from[level]; level++) into[count++] = First[field] + 1 + level;
        }
        return Conjoin(a, b, into, count);
    }

    private static void Compare(Traits a, Traits b, Span<double> values)
    {
        int at = 0;
        int shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start) + 1, all = Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start) + 1;
        values[at++] = a.Gap(b);
        values[at++] = Math.Abs(a.Start - b.Start);
        values[at++] = (double)Math.Max(0, shared) / all;
        values[at++] = Math.Min(a.End - a.Start, b.End - b.Start) + 1;
        values[at++] = Both(!a.IsDated, !b.IsDated);

        values[at++] = Km(a, b);
        values[at++] = (int)Min(a.PlacePrecision, b.PlacePrecision);
        values[at++] = (int)Max(a.PlacePrecision, b.PlacePrecision);
        values[at++] = Same(a.Division, b.Division);
        values[at++] = ShareOfLesser(a.Location, b.Location);
        values[at++] = Both(a.Location.Length > 0, b.Location.Length > 0);

        values[at++] = Share(a.Parties, b.Parties);
        values[at++] = WordHash.Shared(a.Parties, b.Parties);
        values[at++] = Both(a.Parties.Length > 0, b.Parties.Length > 0);
        values[at++] = Share(a.Kinds, b.Kinds);
        values[at++] = Share(a.Manner, b.Manner);
        values[at++] = Same(a.Type, b.Type);
        values[at++] = Same(a.Family, b.Family);
        values[at++] = Same(a.Target, b.Target);

        foreach ((Extent x, Extent y) in ((Extent, Extent)[])[(a.Killed, b.Killed), (a.Injured, b.Injured)])
        {
            values[at++] = Agreement(x, y);
            values[at++] = Overlap(x, y);
            values[at++] = Both(!x.IsTold, !y.IsTold);
            values[at++] = Equal(x, y);
        }
        values[at++] = Agreement(a.Taken, b.Taken);
        values[at++] = Equal(a.Taken, b.Taken);

        int? delayA = a.Published - a.End, delayB = b.Published - b.End;
        values[at++] = a.Published is { } p && b.Published is { } q ? Math.Abs(p - q) : Missing;
        values[at++] = delayA is { } && delayB is { } ? Math.Min(delayA.Value, delayB.Value) : Missing;
        values[at++] = delayA is { } && delayB is { } ? Math.Max(delayA.Value, delayB.Value) : Missing;
        values[at++] = Math.Min(a.Siblings, b.Siblings);
        values[at++] = Math.Max(a.Siblings, b.Siblings);
        values[at++] = Both(a.Focus == Focus.Background, b.Focus == Focus.Background);

        bool oneLanguage = a.Language == b.Language;
        bool texts = a.Language != 0 && b.Language != 0;
        values[at++] = texts && oneLanguage && a.Article is { } m && b.Article is { } n ? m.Likeness(n) : Missing;
        values[at++] = texts && oneLanguage ? ShareOfLesser(a.Words, b.Words) : Missing;
        values[at++] = texts && a.Names.Length > 0 && b.Names.Length > 0 ? WordHash.Shared(a.Names, b.Names) : Missing;
        values[at] = texts ? WordHash.Shared(a.Numbers, b.Numbers) : Missing;
    }

    private static int Conjoin(Traits a, Traits b, Span<int> into, int count)
    {
        double km = Km(a, b);
        bool samePlace = km < 1, sameDay = a.Start == b.Start, exact = Min(a.PlacePrecision, b.PlacePrecision) >= PlacePrecision.Site;
        bool sameKilled = Equal(a.Killed, b.Killed) > 0, three = sameKilled && a.Killed.Best >= 3;
        ReadOnlySpan<bool> holds =
        [
            samePlace && sameDay,
            samePlace && exact,
            samePlace && exact && sameDay,
            sameKilled && samePlace,
            sameKilled && sameDay,
            sameKilled && samePlace && sameDay,
            sameKilled && double.IsNaN(km),
            (!a.Killed.IsTold || !b.Killed.IsTold) && samePlace && sameDay,
            samePlace && Math.Max(a.Siblings, b.Siblings) >= 4,
            samePlace && Math.Min(a.End - a.Start, b.End - b.Start) >= 3,
            three,
            three && samePlace,
            samePlace && !exact,
        ];
        for (int i = 0; i < holds.Length; i++)
            if (holds[i]) into[count++] = First[^1] + i;
        return count;
    }

    /// <summary>NaN where one of the places is not known.</summary>
    public static double Km(Traits a, Traits b) =>
        a.Point is { } p && b.Point is { } q ? GreatCircle.Km(p.Latitude, p.Longitude, q.Latitude, q.Longitude) : Missing;

    private static double Both(bool a, bool b) => (a ? 1 : 0) + (b ? 1 : 0);

    private static double Same(uint a, uint b) => a == 0 || b == 0 ? Missing : a == b ? 1 : 0;

    private static double Share(uint[] a, uint[] b)
    {
        if (a.Length == 0 || b.Length == 0) return Missing;
        int shared = WordHash.Shared(a, b);
        return (double)shared / (a.Length + b.Length - shared);
    }

    private static double ShareOfLesser(uint[] a, uint[] b) =>
        a.Length == 0 || b.Length == 0 ? Missing : (double)WordHash.Shared(a, b) / Math.Min(a.Length, b.Length);

    private static double Agreement(Extent a, Extent b) =>
        !a.IsTold || !b.IsTold ? Missing : a.Best == b.Best ? 1 : (double)Math.Min(a.Best, b.Best) / Math.Max(a.Best, b.Best);

    private static double Overlap(Extent a, Extent b) =>
        !a.IsTold || !b.IsTold ? Missing : Math.Max(a.Low, b.Low) <= Math.Min(a.High, b.High) ? 1 : 0;

    /// <summary>The figure that both give; 0 where they differ: a larger one is less often the same by chance.</summary>
    private static double Equal(Extent a, Extent b) => a.IsTold && b.IsTold && a.Best == b.Best ? a.Best : 0;

    private static PlacePrecision Min(PlacePrecision a, PlacePrecision b) => a < b ? a : b;

    private static PlacePrecision Max(PlacePrecision a, PlacePrecision b) => a < b ? b : a;

    private static int[] Offsets()
    {
        var first = new int[Fields.Length + 1];
        for (int i = 0; i < Fields.Length; i++) first[i + 1] = first[i] + 1 + Fields[i].From.Length;
        return first;
    }

    private static string[] Names() =>
    [
        .. Fields.SelectMany(field => (string[])[field.Name + ": missing", .. field.From.Select(from => field.Name + ": " + from.ToString(System.Globalization.CultureInfo.InvariantCulture))]),
        .. Conjunctions,
    ];
}
