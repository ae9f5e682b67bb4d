namespace Vigie.Events.Incidents;

/// <summary>The words of an account as sorted sets of hashes: enough to see how much two accounts share, too little to read them from.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Names">Capitalised words within sentences; none in Arabic.</param>
/// <param name="Numbers">Figures of two digits or more.</param>
/// <param name="Words">Longer words of the passage that tells the event, cut to their stems.</param>
/// <param name="Article">Signature of the whole article: two articles whose signatures agree are copies of one text.</param>
public sealed record Wording(
    string Language,
    IReadOnlyList<uint> Names,
    IReadOnlyList<uint> Numbers,
    IReadOnlyList<uint> Words,
    MinHash? Article);
