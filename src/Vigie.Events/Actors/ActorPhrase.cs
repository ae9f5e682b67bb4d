namespace Vigie.Events.Actors;

/// <summary>A noun phrase that may name an actor, as the grammar read it.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
internal readonly record struct ActorPhrase(int First, int End)
{
    /// <summary>Index of the register alias in it, or null.</summary>
    public int? Alias { get; init; }

    /// <summary>The noun that it is built on, or null.</summary>
    public HeadWords? Head { get; init; }

    /// <summary>Kind that an adjective adds ("jihadist"), or null.</summary>
    public string? ModifierKind { get; init; }

    /// <summary>Kind of the body that the noun belongs to ("troupes de la coalition"), or null.</summary>
    public string? OwnerKind { get; init; }

    /// <summary>Country named in it (ISO code), or null.</summary>
    public string? Country { get; init; }

    /// <summary>What stands for the whole where there is neither alias nor noun: a country's name, its people, its deed.</summary>
    public Standing Standing { get; init; }
}

/// <summary>What a country's name or demonym stands for by itself.</summary>
internal enum Standing
{
    None,
    State,
    People,
}
