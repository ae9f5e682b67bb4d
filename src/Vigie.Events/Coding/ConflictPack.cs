using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>The types and weapons of the pack, in the order of the reader's classes: <c>data/packs/conflict/types.yaml</c>.</summary>
public sealed class ConflictPack
{
    public required List<SubEventType> Types { get; init; }

    public required List<string> Weapons { get; init; }

    public static ConflictPack Load(DataFolder data) => KnowledgeFile.Read<ConflictPack>(data.Data("packs", "conflict", "types.yaml"));

    /// <summary>Class of a sub-event type by its name, or -1.</summary>
    public int IndexOf(string subEventType) => Types.FindIndex(type => type.Name == subEventType);
}

/// <summary>A sub-event type.</summary>
public sealed class SubEventType
{
    public required string Name { get; init; }

    /// <summary>The event type above it.</summary>
    public required string Type { get; init; }

    /// <summary>Its definition in one line: the class's vector starts as the encoder's vector of these words.</summary>
    public required string Means { get; init; }
}
