using System.Globalization;

namespace Vigie.Events.Places;

/// <summary>"20 km au sud de X", "five miles north-east of X", "على بعد 20 كيلومترا جنوب X": a point seen from a named place.</summary>
/// <param name="FirstToken">Where the description begins.</param>
/// <param name="Km">Distance; null where only a direction is told.</param>
/// <param name="Bearing">Degrees from north; null where only a distance is told.</param>
internal sealed record PlaceOffset(int FirstToken, double? Km, double? Bearing)
{
    private const int MostTokens = 9;

    /// <summary>The description that ends right before a token, or null.</summary>
    public static PlaceOffset? Before(PlaceTokens tokens, PlaceWords words, int token, string text)
    {
        double? bearing = null, unit = null;
        int i = token - 1, first = token;
        for (int steps = 0; i >= 0 && steps < MostTokens && IsNear(tokens, i, text); i--, steps++)
        {
            string word = tokens.Folded(i);
            if (words.Units.TryGetValue(word, out double km)) { unit = km; first = i; continue; }
            if (unit is not null)
            {
                return double.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out double number) && number is > 0 and <= 900
                    ? new PlaceOffset(i, number * unit.Value, bearing)
                    : bearing is null ? null : new PlaceOffset(first, null, bearing);
            }
            if (words.Directions.TryGetValue(word, out double degrees))
            {
                bearing = bearing is null ? degrees : Between(bearing.Value, degrees);
                first = i;
                continue;
            }
            if (!words.Fillers.Contains(word) && !words.Connectors.Contains(word) && !words.Before.ContainsKey(word)) break;
        }
        return bearing is null ? null : new PlaceOffset(first, null, bearing);
    }

    private static bool IsNear(PlaceTokens tokens, int i, string text)
    {
        for (int k = tokens[i].End; k < tokens[i + 1].Start; k++)
            if (text[k] is '.' or '\n' or ';' or ':' || k - tokens[i].End > 3) return false;
        return true;
    }

    // "sud" and "est" of "sud-est" come as two words.
    private static double Between(double a, double b) => Math.Abs(a - b) > 180 ? (a + b + 360) / 2 % 360 : (a + b) / 2;
}
