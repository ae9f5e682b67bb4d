namespace Vigie.Events.Encoding;

/// <summary>The projections of every piece that the graph gives beside its vector, and where each stands among them.</summary>
public static class PieceScores
{
    /// <summary>Name and width, in order: strength as an event of each sub-type, tags of parties and of sources, keys for links, keys for pairs.</summary>
    public static IReadOnlyList<(string Name, int Width)> Parts { get; } = [("type", 25), ("party", 3), ("source", 3), ("key", 128), ("pair", 128)];

    public static int Type => 0;

    public static int Party => 25;

    public static int Source => 28;

    public static int Key => 31;

    public static int Pair => 159;

    /// <summary>Numbers a piece.</summary>
    public static int Width => 287;
}
