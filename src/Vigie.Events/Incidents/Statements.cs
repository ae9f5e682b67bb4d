using System.Globalization;
using NodaTime;

namespace Vigie.Events.Incidents;

/// <summary>What the sources of an incident state of one field; copies of a text are one source.</summary>
internal sealed class Statements
{
    private readonly List<Claim> claims;

    /// <summary>By claim: number of the value that it states.</summary>
    private readonly int[] values;

    /// <summary>By claim: number of its source.</summary>
    private readonly int[] sources;

    /// <summary>By value: how many sources state it.</summary>
    private readonly List<int> counts = [];

    /// <param name="claims">At least one; none silent.</param>
    /// <param name="origins">By article, the article that it is a copy of.</param>
    public Statements(List<Claim> claims, Dictionary<string, string> origins)
    {
        this.claims = claims;
        values = new int[claims.Count];
        sources = new int[claims.Count];
        var valueNumbers = new Dictionary<string, int>(claims.Count, StringComparer.Ordinal);
        var sourceNumbers = new Dictionary<string, int>(claims.Count, StringComparer.Ordinal);
        var seen = new HashSet<(int Value, int Source)>(claims.Count);
        for (int i = 0; i < claims.Count; i++)
        {
            string article = claims[i].ArticleId;
            values[i] = Number(valueNumbers, Key(claims[i].Value!));
            sources[i] = Number(sourceNumbers, origins.GetValueOrDefault(article, article));
            if (values[i] == counts.Count) counts.Add(0);
            if (seen.Add((values[i], sources[i]))) counts[values[i]]++;
        }
        Sources = sourceNumbers.Count;
    }

    public int Count => claims.Count;

    /// <summary>How many sources state anything.</summary>
    public int Sources { get; }

    /// <summary>How many values are stated; they are numbered in the order in which they were.</summary>
    public int Values => counts.Count;

    public Claim this[int claim] => claims[claim];

    public int ValueOf(int claim) => values[claim];

    public int SourceOf(int claim) => sources[claim];

    public int SourcesOf(int value) => counts[value];

    /// <summary>Ids of the claims that state a value.</summary>
    public IEnumerable<string> Stating(int value)
    {
        for (int i = 0; i < values.Length; i++)
            if (values[i] == value) yield return claims[i].Id;
    }

    /// <summary>The claim with the highest value; asserted before alleged, then published first, then by id.</summary>
    public int Best(Func<ClaimValue, double> height)
    {
        var heights = new double[claims.Count];
        for (int i = 0; i < heights.Length; i++) heights[i] = height(claims[i].Value!);
        return First((a, b) =>
            claims[a].Status != claims[b].Status ? claims[a].Status.CompareTo(claims[b].Status)
            : heights[b] != heights[a] ? heights[b].CompareTo(heights[a])
            : Day(a) != Day(b) ? Day(a).CompareTo(Day(b))
            : ById(a, b));
    }

    /// <summary>The claim of the article published last; articles without a day come first.</summary>
    public int Latest() => First((a, b) =>
        Day(b) != Day(a) ? Day(b).CompareTo(Day(a)) : claims[a].Status != claims[b].Status ? claims[a].Status.CompareTo(claims[b].Status) : ById(a, b));

    /// <summary>A claim of what most sources state; of equals the one that was stated last.</summary>
    public int Modal() => First((a, b) =>
        counts[values[b]] != counts[values[a]] ? counts[values[b]].CompareTo(counts[values[a]]) : Day(b) != Day(a) ? Day(b).CompareTo(Day(a)) : ById(a, b));

    private int First(Comparison<int> order)
    {
        int first = 0;
        for (int i = 1; i < claims.Count; i++)
            if (order(i, first) < 0) first = i;
        return first;
    }

    private int ById(int a, int b) => string.CompareOrdinal(claims[a].Id, claims[b].Id);

    private LocalDate Day(int claim) => claims[claim].Published ?? LocalDate.MinIsoValue;

    /// <summary>What makes two claims say the same: the figure, the days, the place's entry or name, the party's id or words.</summary>
    private static string Key(ClaimValue value) => value switch
    {
        NumberValue { Number: var number } => (number.Best ?? number.Low)?.ToString(CultureInfo.InvariantCulture) ?? "",
        WordValue word => word.Word,
        DaysValue { Days: var days } => ValueText.Of(days),
        PlaceValue { Place: var place } => place.GazetteerId ?? place.Name,
        PartyValue { Party: var party } => party.Id ?? party.Name ?? party.Text,
        _ => throw new ArgumentException($"no claim has a value of {value.GetType().Name}"),
    };

    private static int Number(Dictionary<string, int> numbers, string key)
    {
        if (!numbers.TryGetValue(key, out int number)) numbers[key] = number = numbers.Count;
        return number;
    }
}
