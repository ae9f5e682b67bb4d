namespace Vigie.Events.Places.Compile;

/// <summary>The first-level division of the nearest GeoNames town, for places whose source knows none or only a former one.</summary>
internal sealed class NearestTown
{
    private readonly Dictionary<(string Country, int Row, int Column), List<DraftPlace>> cells = [];

    public NearestTown(IEnumerable<DraftPlace> towns)
    {
        foreach (var town in towns.Where(t => t.Division.Length > 3))
        {
            var key = (town.Country, (int)MathF.Floor(town.Latitude), (int)MathF.Floor(town.Longitude));
            if (!cells.TryGetValue(key, out var list)) cells[key] = list = [];
            list.Add(town);
        }
    }

    /// <summary>The division's code, or an empty string where no town of the country lies within some 200 km.</summary>
    public string Division(string country, float latitude, float longitude)
    {
        DraftPlace? best = null;
        float least = float.MaxValue;
        int row = (int)MathF.Floor(latitude), column = (int)MathF.Floor(longitude);
        for (int ring = 0; ring <= 2 && best is null; ring++)
            for (int r = row - ring - 1; r <= row + ring + 1; r++)
                for (int c = column - ring - 1; c <= column + ring + 1; c++)
                    if (cells.TryGetValue((country, r, c), out var list))
                        foreach (var town in list)
                        {
                            float x = (town.Longitude - longitude) * MathF.Cos(latitude * MathF.PI / 180), y = town.Latitude - latitude;
                            if ((x * x) + (y * y) < least) (least, best) = ((x * x) + (y * y), town);
                        }
        return best?.Division ?? "";
    }
}
