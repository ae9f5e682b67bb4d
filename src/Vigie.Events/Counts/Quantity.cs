namespace Vigie.Events.Counts;

/// <summary>A number of people in a sentence, before it is known what befell them; positions are indexes of words.</summary>
/// <param name="First">First word, modifiers included.</param>
/// <param name="End">Behind the last word of the number and its noun.</param>
/// <param name="Head">First word behind the number itself.</param>
internal sealed record Quantity(int First, int Head, int End, Count Count, QuantityNoun Noun, bool IsPart, bool IsAgent)
{
    /// <summary>First and last-but-one word of what says who they are; equal where nothing does.</summary>
    public (int Start, int End) Who { get; init; }

    /// <summary>The phrase that counts them by what befell them ("12 morts"), or null.</summary>
    public CountPhrase? Befallen { get; init; }

    /// <summary>Whether no number is said ("la voisine", "des civils"): of note only where something befell them.</summary>
    public bool IsUnnumbered { get; init; }

    /// <summary>Whether an article with a noun that the lexicon does not know is all there is ("une incursion", "a hawker").</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether "autres" or the like ties it to the number before.</summary>
    public bool IsOthers { get; init; }
}

/// <summary>What is known of the noun behind a number.</summary>
internal enum QuantityNoun
{
    /// <summary>None: the number stands alone.</summary>
    None,

    /// <summary>A word that the lexicon does not know.</summary>
    Unknown,

    People,
}
