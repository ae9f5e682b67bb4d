using NodaTime;

namespace Vigie.Events.Incidents;

/// <summary>What one article tells of one event, as far as it helps to know other accounts of the same incident by.</summary>
/// <param name="EventId">Unique among all accounts.</param>
/// <param name="ArticleId">The article, or the document that a row of a coded table was read from: it tells of no incident twice.</param>
public sealed record Account(string EventId, string ArticleId)
{
    public LocalDate? Published { get; init; }

    public Focus Focus { get; init; }

    public TimeRange Date { get; init; } = TimeRange.Unknown;

    public Place? Place { get; init; }

    /// <summary>Folded words of a location within the place: a quarter, a street, a market.</summary>
    public IReadOnlyList<string> Location { get; init; } = [];

    /// <summary>Parties that have a name: register ids, or folded names.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>What kinds the parties are of, named or not.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>How it was done: weapons, or a table's words for the violence.</summary>
    public IReadOnlyList<string> Manner { get; init; } = [];

    /// <summary>The sub-event type, or what a table calls the context; null where not said.</summary>
    public string? Type { get; init; }

    /// <summary>The type above <see cref="Type"/>, or null.</summary>
    public string? Family { get; init; }

    /// <summary>Who or what was hit, or null.</summary>
    public string? Target { get; init; }

    public Count? Killed { get; init; }

    public Count? Injured { get; init; }

    /// <summary>Detained or abducted.</summary>
    public Count? Taken { get; init; }

    /// <summary>How many events the article tells of, this one included.</summary>
    public int Siblings { get; init; } = 1;

    /// <summary>Null where there is no text.</summary>
    public Wording? Wording { get; init; }
}
