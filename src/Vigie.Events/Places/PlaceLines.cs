using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Roads and lines: "la route Gao–Ménaka", "the road from X to Y", "X-Y road". A line stands at its midpoint and is as exact as a district.</summary>
internal sealed class PlaceLines(Document document, PlaceTokens tokens, PlaceWords words)
{
    private const double Longest = 900;

    /// <summary>The first token of the line whose ends two neighbouring mentions are, or -1.</summary>
    public int FirstToken(ToponymMention from, ToponymMention to)
    {
        if (from.Chosen!.Entry.Kind < PlacePrecision.Admin1 || to.Chosen!.Entry.Kind < PlacePrecision.Admin1 || to.Start - from.End > 14) return -1;
        string between = document.Text[from.End..to.Start].Trim();
        string joiner = ToponymKey.Fold(between);
        bool dash = between is "-" or "–" or "—" or "‑" or "/";
        if (!dash && !words.LineJoiners.Contains(joiner)) return -1;
        double km = Km(from, to);
        if (km is < 2 or > Longest) return -1;
        if (dash && to.Last + 1 < tokens.Count && tokens[to.Last + 1].Joined && words.LineNouns.Contains(tokens.Folded(to.Last + 1))) return from.First;
        int i = from.First;
        for (int steps = 0; steps < 4 && i > 0; steps++)
        {
            if (steps == 0 ? !tokens[i].Joined && !IsQuoted(i) : !tokens[i].Joined) return -1;
            i--;
            string word = tokens.Folded(i);
            if (words.LineNouns.Contains(word)) return i;
            if (!words.Connectors.Contains(word) && !words.Prepositions.Contains(word)) return -1;
        }
        return -1;
    }

    public static Place Midpoint(Place start, Place end, string name)
    {
        double km = GreatCircle.Km(start.Latitude!.Value, start.Longitude!.Value, end.Latitude!.Value, end.Longitude!.Value);
        return start with
        {
            Name = name,
            Latitude = Math.Round((start.Latitude.Value + end.Latitude.Value) / 2, 5),
            Longitude = Math.Round((start.Longitude.Value + end.Longitude.Value) / 2, 5),
            Precision = PlacePrecision.Admin2,
            RadiusKm = Math.Max(10, Math.Round(km / 2)),
            Reason = "midpoint of the line between the two places named",
        };
    }

    private bool IsQuoted(int i) => tokens[i].Start - tokens[i - 1].End <= 2;

    private static double Km(ToponymMention a, ToponymMention b) =>
        GreatCircle.Km(a.Chosen!.Entry.Latitude, a.Chosen.Entry.Longitude, b.Chosen!.Entry.Latitude, b.Chosen.Entry.Longitude);
}
