namespace Vigie.Events.Places;

/// <summary>How much a report is about each first-level division, 0 to 1, from the divisions it names and where its places were first read to be.</summary>
internal sealed class DivisionFocus
{
    private readonly Dictionary<int, double> weights = [];
    private readonly Dictionary<string, (int Division, double Weight)> own = new(StringComparer.Ordinal);
    private readonly double most = 1;

    public DivisionFocus(IReadOnlyList<ToponymMention> mentions)
    {
        foreach (var mention in mentions)
        {
            var entry = mention.Chosen!.Entry;
            if (entry.Kind == PlacePrecision.Country || own.ContainsKey(mention.Key)) continue;
            // A name with many readings says little of where it lies.
            double weight = entry.Kind == PlacePrecision.Admin1 ? 1.5 : 1.0 / Math.Min(4, mention.Readings.Count);
            own[mention.Key] = (entry.Division, weight);
            weights[entry.Division] = weights.GetValueOrDefault(entry.Division) + weight;
        }
        if (weights.Count > 0) most = Math.Max(1, weights.Values.Max());
    }

    /// <summary>By what other names than this one say.</summary>
    public double Of(int division, ToponymMention mention)
    {
        double weight = weights.GetValueOrDefault(division);
        if (own.TryGetValue(mention.Key, out var said) && said.Division == division) weight -= said.Weight;
        return weight / most;
    }
}
