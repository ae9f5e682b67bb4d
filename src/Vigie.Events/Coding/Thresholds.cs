using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>Probabilities from which the coder keeps what the reader finds: <c>models/reader/thresholds.yaml</c>.</summary>
public sealed class Thresholds
{
    /// <summary>A sentence tells of an event of a type.</summary>
    public required double Mention { get; init; }

    /// <summary>A sentence that tells of a likelier type tells of this one too.</summary>
    public required double SecondMention { get; init; }

    /// <summary>A party has a role.</summary>
    public required double Role { get; init; }

    /// <summary>A party has a role that a likelier party has too.</summary>
    public required double SecondRole { get; init; }

    /// <summary>A source says so.</summary>
    public required double Says { get; init; }

    /// <summary>A weapon is used.</summary>
    public required double Weapon { get; init; }

    /// <summary>An event is told as context.</summary>
    public required double Background { get; init; }

    public static Thresholds Load(DataFolder data) => KnowledgeFile.Read<Thresholds>(data.Model("reader", "thresholds.yaml"));
}
