using System.Runtime.InteropServices;

namespace Vigie.Events.Incidents;

/// <summary>
/// Where accounts lie in place and time: cells of some 33 km by 8 days, so that those near a new one are found without looking at the
/// rest. Accounts without a point lie in cells of their country, or of the world.
/// </summary>
internal sealed class Cells
{
    private const double RowDegrees = 0.3;
    private const int BucketDays = 8;

    /// <summary>An account of a longer run of days is found by its first years only.</summary>
    private const int MostBuckets = 100;

    private const double KmPerDegree = 111.2;

    private readonly Dictionary<ulong, List<int>> cells = [];

    private enum Layer : ulong
    {
        /// <summary>Accounts with a point, by place and time.</summary>
        Points = 1,

        /// <summary>Accounts without a point, by country (0 where unknown) and time.</summary>
        Pointless = 2,

        /// <summary>All accounts, by country and time.</summary>
        Country = 3,

        /// <summary>All accounts, by time.</summary>
        World = 4,
    }

    public void Add(int account, Traits traits)
    {
        foreach (ulong key in Keys(traits))
        {
            ref List<int>? cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _);
            (cell ??= []).Add(account);
        }
    }

    public void Remove(int account, Traits traits)
    {
        foreach (ulong key in Keys(traits))
            if (cells.TryGetValue(key, out List<int>? cell) && cell.Remove(account) && cell.Count == 0) cells.Remove(key);
    }

    /// <summary>Adds to <paramref name="into"/> every account that could be of one incident with this one, and some that could not.</summary>
    public void Near(Traits traits, HashSet<int> into)
    {
        if (!traits.HasDays) return;
        (int first, int last) = Buckets(traits.Start - Comparison.MostDays, traits.End + Comparison.MostDays);
        for (int bucket = first; bucket <= last; bucket++)
        {
            if (traits.Point is { } point)
            {
                foreach ((int row, int column) in Around(point)) Take(Key(Layer.Points, row, column, bucket), into);
                Take(Key(Layer.Pointless, 0, 0, bucket), into);
                if (traits.Country != 0) Take(Key(Layer.Pointless, (int)traits.Country, 0, bucket), into);
                else Take(Key(Layer.World, 0, 0, bucket), into);
            }
            else if (traits.Country != 0)
            {
                Take(Key(Layer.Country, (int)traits.Country, 0, bucket), into);
                Take(Key(Layer.Country, 0, 0, bucket), into);
            }
            else
            {
                Take(Key(Layer.World, 0, 0, bucket), into);
            }
        }
    }

    private void Take(ulong key, HashSet<int> into)
    {
        if (cells.TryGetValue(key, out List<int>? cell)) into.UnionWith(cell);
    }

    private static IEnumerable<ulong> Keys(Traits traits)
    {
        if (!traits.HasDays) yield break;
        (int first, int last) = Buckets(traits.Start, traits.End);
        for (int bucket = first; bucket <= last; bucket++)
        {
            if (traits.Point is { } point)
            {
                int row = Row(point.Latitude);
                yield return Key(Layer.Points, row, Column(row, point.Longitude), bucket);
            }
            else
            {
                yield return Key(Layer.Pointless, (int)traits.Country, 0, bucket);
            }
            yield return Key(Layer.Country, (int)traits.Country, 0, bucket);
            yield return Key(Layer.World, 0, 0, bucket);
        }
    }

    private static (int First, int Last) Buckets(int start, int end)
    {
        int first = FloorDivide(start, BucketDays);
        return (first, Math.Min(FloorDivide(end, BucketDays), first + MostBuckets));
    }

    private static int FloorDivide(int a, int b) => (a >= 0 ? a : a - b + 1) / b;

    private static IEnumerable<(int Row, int Column)> Around(Point point)
    {
        int low = Row(point.Latitude - (Comparison.MostKm / KmPerDegree)), high = Row(point.Latitude + (Comparison.MostKm / KmPerDegree));
        for (int row = low; row <= high; row++)
        {
            int columns = Columns(row);
            // Towards the poles a degree of longitude is ever fewer kilometres: there the whole row is near.
            double width = Comparison.MostKm / (KmPerDegree * Math.Max(0.01, NarrowestCosine(row)));
            int first = (int)Math.Floor((point.Longitude - width) / 360 * columns), last = (int)Math.Floor((point.Longitude + width) / 360 * columns);
            if (last - first >= columns) (first, last) = (0, columns - 1);
            for (int column = first; column <= last; column++) yield return (row, ((column % columns) + columns) % columns);
        }
    }

    private static int Row(double latitude) => (int)Math.Floor(latitude / RowDegrees);

    private static int Column(int row, double longitude)
    {
        int columns = Columns(row);
        return (((int)Math.Floor(longitude / 360 * columns) % columns) + columns) % columns;
    }

    /// <summary>Cells in a row: as wide as they are high at the row's edge that is nearer to the pole.</summary>
    private static int Columns(int row) => Math.Max(1, (int)(360 / RowDegrees * Math.Max(0.01, NarrowestCosine(row))));

    private static double NarrowestCosine(int row) =>
        Math.Cos(Math.Min(90, Math.Max(Math.Abs(row * RowDegrees), Math.Abs((row + 1) * RowDegrees))) * Math.PI / 180);

    private static ulong Key(Layer layer, int row, int column, int bucket) =>
        WordHash.Mix(WordHash.Mix(WordHash.Mix((ulong)layer ^ ((ulong)(uint)bucket << 8)) ^ (uint)row) + (uint)column);
}
