namespace Vigie.Events.Places.Compile;

/// <summary>A place on its way into the gazetteer.</summary>
internal sealed class DraftPlace
{
    public required GazetteerSource Source { get; init; }

    /// <summary>Number of its id (0 where <see cref="Slug"/> stands for it).</summary>
    public required uint Number { get; init; }

    /// <summary>Id of an entry of our own, else null.</summary>
    public string? Slug { get; init; }

    public required PlacePrecision Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required float Latitude { get; set; }

    public required float Longitude { get; set; }

    public string English { get; set; } = "";

    public string French { get; set; } = "";

    public string Arabic { get; set; } = "";

    /// <summary>Every name, the shown ones among them.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The names it goes by today: shown ones, the source's first in each language; all of our own entries'.</summary>
    public IEnumerable<string> MainNames => Slug is not null || Kind == PlacePrecision.Country ? Names : OwnNames.Append(English).Append(French).Append(Arabic);

    /// <summary>Names that a source gives first or in a language of ours.</summary>
    public HashSet<string> OwnNames { get; } = new(StringComparer.Ordinal);

    public long Population { get; set; }

    /// <summary>OCHA P-code, or empty; only of divisions.</summary>
    public string Pcode { get; set; } = "";

    /// <summary>GeoNames id, or 0.</summary>
    public uint GeoNamesId { get; set; }

    /// <summary>Wikidata id, or empty.</summary>
    public string Wikidata { get; set; } = "";

    /// <summary>GeoNames code of the first-level division (<c>SY.09</c>), or empty.</summary>
    public string Division { get; set; } = "";

    /// <summary>How much better known it is than its population tells, as points of importance.</summary>
    public int Standing { get; set; }

    /// <summary>
    /// 0 to 255. Ten points for each tenfold of population and up to 24 for being named in many languages, so that a capital has
    /// about 120, a district town 55, a village that one source knows under 10.
    /// </summary>
    public int Importance => Math.Clamp(
        (int)((10 * Math.Log10(Population + 1)) + (4 * Math.Min(6, Math.Log2(Math.Max(1, Names.Count)))) + (Wikidata.Length > 0 ? 6 : 0)) + Standing, 0, 255);
}
