namespace Vigie.Events.Places;

/// <summary>Distances and bearings on a sphere of 6,371 km.</summary>
public static class GreatCircle
{
    private const double Radius = 6371, Radian = Math.PI / 180;

    /// <summary>Kilometres between two points in degrees.</summary>
    public static double Km(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        double a = Math.Sin((latitude2 - latitude1) * Radian / 2), b = Math.Sin((longitude2 - longitude1) * Radian / 2);
        double h = (a * a) + (Math.Cos(latitude1 * Radian) * Math.Cos(latitude2 * Radian) * b * b);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The point so many km from another on a bearing in degrees from north.</summary>
    public static (double Latitude, double Longitude) Move(double latitude, double longitude, double km, double bearing)
    {
        double d = km / Radius, b = bearing * Radian, y = latitude * Radian;
        double y2 = Math.Asin((Math.Sin(y) * Math.Cos(d)) + (Math.Cos(y) * Math.Sin(d) * Math.Cos(b)));
        double x2 = Math.Atan2(Math.Sin(b) * Math.Sin(d) * Math.Cos(y), Math.Cos(d) - (Math.Sin(y) * Math.Sin(y2)));
        return (y2 / Radian, ((longitude + (x2 / Radian) + 540) % 360) - 180);
    }
}
