namespace Vigie.Events.Places;

/// <summary>
/// How much a report is about each country, 0 to 1, from the countries it names, the words for their people, and the places that
/// only one country has. A country named once in passing weighs little beside the one where every town lies.
/// </summary>
internal sealed class CountryFocus
{
    private readonly Dictionary<int, double> weights = [];

    // What each name has said itself: no name may vouch for its own reading.
    private readonly Dictionary<(string Name, int Country), double> own = [];
    private readonly double most;

    public CountryFocus(IReadOnlyList<ToponymMention> mentions, PlaceTokens tokens, Demonyms demonyms, Gazetteer gazetteer)
    {
        var byCode = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int c = 0; c < gazetteer.CountryCount; c++) byCode[gazetteer.CountryCode(c)] = c;
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Length < 3 || demonyms.Country(tokens, i, out int last) is not { } code) continue;
            i = last;
            if (byCode.TryGetValue(code, out int country) && Again(told, code) < 6) Add(country, 0.6);
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (mention.Context.Person) continue;
            var best = mention.Readings[0].Entry;
            int times = Again(seen, mention.Key);
            if (times > 4) continue;
            if (best.Kind == PlacePrecision.Country) { AddOwn(mention, best.Country, 1.5); continue; }
            bool cued = mention.Context.Announced is not null || mention.Context.Preposition;
            if (!cued && mention.Importance < (mention.Context.CapitalMeansLittle ? 60 : 30)) continue;
            AddShares(mention, times == 0 ? 1.2 : 0.5);
        }
        most = weights.Count == 0 ? 1 : weights.Values.Max();
    }

    /// <summary>0 (not a word of it) to 1 (the country most spoken of).</summary>
    public double Of(int country) => weights.GetValueOrDefault(country) / most;

    /// <summary>As <see cref="Of(int)"/>, by what other names and words than this one say.</summary>
    public double Of(int country, ToponymMention mention) => (weights.GetValueOrDefault(country) - own.GetValueOrDefault((mention.Key, country))) / most;

    /// <summary>Whether nothing but this name speaks of any country.</summary>
    public bool IsEmptyBut(ToponymMention mention) => weights.All(w => w.Value - own.GetValueOrDefault((mention.Key, w.Key)) < 0.01);

    /// <summary>The countries most spoken of, most first.</summary>
    public List<int> Top(int most) =>
        [.. weights.Where(w => w.Value >= 0.25 * most).OrderByDescending(w => w.Value).ThenBy(w => w.Key).Take(most).Select(w => w.Key)];

    private void AddShares(ToponymMention mention, double weight)
    {
        double all = 0;
        int top = mention.Importance;
        var shares = new Dictionary<int, double>();
        foreach (var reading in mention.Readings)
        {
            double share = Math.Exp((reading.Importance - top) / 10.0);
            // Many villages of one name in one country are no more than one.
            shares[reading.Entry.Country] = Math.Max(shares.GetValueOrDefault(reading.Entry.Country), share);
        }
        foreach (double share in shares.Values) all += share;
        foreach (var (country, share) in shares) AddOwn(mention, country, weight * share / all);
    }

    private void AddOwn(ToponymMention mention, int country, double weight)
    {
        Add(country, weight);
        own[(mention.Key, country)] = own.GetValueOrDefault((mention.Key, country)) + weight;
    }

    private void Add(int country, double weight) => weights[country] = weights.GetValueOrDefault(country) + weight;

    private static int Again(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key, -1) + 1;
}
