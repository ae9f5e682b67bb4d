using Vigie.Events.Encoding;

namespace Vigie.Events.Coding;

/// <summary>Sizes of the reader's heads, shared by training and running. The types and weapons are the pack's.</summary>
public static class ReaderShape
{
    /// <summary>Width of a piece's vector.</summary>
    public const int Width = EncodedDocument.Width;

    /// <summary>Width of link keys, pair keys and the hidden layers over pairs.</summary>
    public const int KeyWidth = PieceScores.KeyWidth;

    /// <summary>Width of a sub-event type's embedding in a mention.</summary>
    public const int TypeWidth = 64;

    /// <summary>Outside, begin, inside.</summary>
    public const int Tags = PieceScores.TagWidth;

    /// <summary><see cref="ActorRoles.All"/>.</summary>
    public const int Roles = 4;

    /// <summary>What a mention links to: the first and last piece of its own passage, then a candidate of each field.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["event-start", "event-end", "date", "place", "killed", "injured", "detained", "abducted"];

    /// <summary>Fields of <see cref="Fields"/> that are no values: the passage's two ends.</summary>
    public const int PassageFields = 2;

    /// <summary>Distances in sentences: four and more before, … the same, … four and more after, and the title.</summary>
    public const int Distances = 10;

    public static int DistanceOf(int mentionSentence, int sentence, bool isTitle) =>
        isTitle ? Distances - 1 : Math.Clamp(sentence - mentionSentence, -4, 4) + 4;
}
