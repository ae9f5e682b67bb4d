namespace Vigie.Events.Actors;

/// <summary>An entry of the register of actors.</summary>
/// <param name="Id">Kebab-case, unique, never reused.</param>
/// <param name="Name">Common English name.</param>
/// <param name="Kind">One of <see cref="ActorKinds"/>.</param>
/// <param name="Institution">What it is to its country (<c>army</c>, <c>police</c>, <c>government</c> …), or null: a generic name beside the country's name means it.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null where it is of no one country.</param>
/// <param name="From">First year of its being, or null where unknown or beyond memory.</param>
/// <param name="To">Last year, or null where it still is.</param>
/// <param name="Source">Where the facts are from, in a few words.</param>
/// <param name="Aliases">Other names, by language.</param>
public sealed record ActorEntry(
    string Id,
    string Name,
    string Kind,
    string? Institution,
    string? Country,
    int? From,
    int? To,
    string Source,
    IReadOnlyList<ActorAlias> Aliases);

/// <summary>A name that the news gives an actor.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Needs">Words of which the report must hold one for the alias to count; empty where the alias says enough.</param>
public sealed record ActorAlias(string Language, string Text, IReadOnlyList<string> Needs);
