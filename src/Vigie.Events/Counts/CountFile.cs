namespace Vigie.Events.Counts;

/// <summary>The shape of <c>data/languages/*/counts.yaml</c>.</summary>
internal sealed class CountFile
{
    /// <summary>Characters that part thousands in digits; a no-break space always does.</summary>
    public required string Thousands { get; init; }

    /// <summary>Letters that may cling to the front of a word, tried in this order; each may be taken once.</summary>
    public List<string> Proclitics { get; init; } = [];

    /// <summary>Proclitic that means "and".</summary>
    public string? And { get; init; }

    /// <summary>Endings of the dual, put to each word of <c>dual_of</c>.</summary>
    public List<string> DualEndings { get; init; } = [];

    public List<string> DualOf { get; init; } = [];

    /// <summary>Words whose other duals look like their plural: only the first of <c>dual_endings</c> is put to them.</summary>
    public List<string> DualSubjectOf { get; init; } = [];

    /// <summary>Endings that mark a noun as more than one.</summary>
    public List<string> PluralEndings { get; init; } = [];

    /// <summary>Whether a noun without article or number after a word that governs is one person.</summary>
    public bool BareNounIsOne { get; init; }

    public required Dictionary<string, long> Cardinals { get; init; }

    public required Dictionary<string, long> Scales { get; init; }

    public Dictionary<string, long> Rounds { get; init; } = [];

    public Dictionary<string, int> Open { get; init; } = [];

    /// <summary>Phrases by the snake_case name of their <see cref="CountWord"/>.</summary>
    public required Dictionary<string, List<string>> Words { get; init; }

    /// <summary>Phrases by what befell, then by the snake_case name of their <see cref="CountWord"/>.</summary>
    public required Dictionary<string, Dictionary<string, List<string>>> Befell { get; init; }
}
