using Vigie.Desk.Wording;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>Incidents counted by the values of one facet, each of which a click adds to the filter or takes off it.</summary>
public sealed class FacetList
{
    private readonly IReadOnlyList<string> chosen;
    private readonly Func<Filter, IReadOnlyList<string>, Filter> with;

    private FacetList(string name, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> chosen, Func<Filter, IReadOnlyList<string>, Filter> with)
    {
        Name = name;
        Counts = counts;
        this.chosen = chosen;
        this.with = with;
    }

    /// <summary><c>type</c>, <c>country</c>, <c>actor</c>, <c>language</c> or <c>status</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<FacetCount> Counts { get; }

    public static IReadOnlyList<FacetList> All(IStore store, Filter filter)
    {
        const int most = 12;
        return
        [
            new("type", store.Count(filter with { SubEventTypes = [] }, Facet.SubEventType, 30), filter.SubEventTypes, (f, values) => f with { SubEventTypes = values }),
            new("country", store.Count(filter with { Countries = [] }, Facet.Country, most), filter.Countries, (f, values) => f with { Countries = values }),
            new("actor", store.Count(filter with { Actors = [] }, Facet.Actor, most), filter.Actors, (f, values) => f with { Actors = values }),
            new("language", store.Count(filter with { Languages = [] }, Facet.Language, most), filter.Languages, (f, values) => f with { Languages = values }),
        ];
    }

    public bool IsChosen(string value) => chosen.Contains(value);

    /// <summary>The filter with the value added, or taken off where it is in.</summary>
    public Filter Toggle(Filter filter, string value) => with(filter, IsChosen(value) ? [.. chosen.Where(other => other != value)] : [.. chosen, value]);

    public string Label(Words words, string value) => Name switch
    {
        "type" => words.Type(value),
        "country" => words.Country(value) ?? value,
        "language" => words["language." + value],
        _ => Texts.SafeText.Line(value, 60),
    };
}
