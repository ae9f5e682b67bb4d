namespace Vigie.Events.Encoding;

/// <summary>The projections of every piece that the graph gives beside its vector, and where each stands among them.</summary>
public static class PieceScores
{
    /// <summary>Strength as an event of each sub-type.</summary>
    public const int Type = 0;

    /// <summary>Outside, begin, inside a party's name.</summary>
    public const int Party = Type + TypeWidth;

    /// <summary>Outside, begin, inside the name of a source.</summary>
    public const int Source = Party + TagWidth;

    /// <summary>Key for links.</summary>
    public const int Key = Source + TagWidth;

    /// <summary>Key for pairs of mention and party.</summary>
    public const int Pair = Key + KeyWidth;

    /// <summary>Numbers a piece.</summary>
    public const int Width = Pair + KeyWidth;

    /// <summary>Sub-types of the pack.</summary>
    public const int TypeWidth = 25;

    public const int TagWidth = 3;

    public const int KeyWidth = 128;

    /// <summary>Names of the parts, in order, as the weights are named.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["type", "party", "source", "key", "pair"];
}
