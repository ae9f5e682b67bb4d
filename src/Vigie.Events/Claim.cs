using NodaTime;

namespace Vigie.Events;

/// <summary>What a source tells of a field. Silence is not zero.</summary>
public enum Telling
{
    /// <summary>A value is given.</summary>
    Reported,

    /// <summary>The source says outright that there was none: "sans faire de victime".</summary>
    Zero,

    /// <summary>The source says nothing of it.</summary>
    Silent,
}

/// <summary>Who turned an article into claims: a program or a person, and which version of it.</summary>
/// <param name="Coder"><c>vigie</c>, a reviewer's name, or the table that the claim was read from.</param>
/// <param name="Version">Version of the program or table; empty where there is none.</param>
public sealed record Provenance(string Coder, string Version);

/// <summary>The value of a claim, by the kind of its field.</summary>
public abstract record ClaimValue;

/// <summary>One of a closed list: a sub-event type, a weapon, a status.</summary>
public sealed record WordValue(string Word) : ClaimValue;

/// <summary>A number of people.</summary>
public sealed record NumberValue(Count Number) : ClaimValue;

/// <summary>A run of days.</summary>
public sealed record DaysValue(TimeRange Days) : ClaimValue;

public sealed record PlaceValue(Place Place) : ClaimValue;

public sealed record PartyValue(Actor Party) : ClaimValue;

/// <summary>One value of one field of an event, as one source states it. Never altered: a newer coding gives new claims.</summary>
/// <param name="Id">Stable, and unique among the claims of one coding: the event's id, the field, and for a further value of the same field its index.</param>
/// <param name="EventId">The event that it belongs to.</param>
/// <param name="ArticleId">The article that states it.</param>
/// <param name="Source">The outlet, or null where unknown.</param>
/// <param name="Published">The day the article came out, or null.</param>
/// <param name="Field">One of <see cref="ClaimFields"/>; of an actor with its index, <c>actor:0</c>.</param>
/// <param name="Status">How the report stands to it.</param>
/// <param name="Value">Null where the source is silent, otherwise of the field's kind.</param>
/// <param name="AttributedTo">Who says so, as named in the text.</param>
/// <param name="Evidence">The passages that prove it; none where the source is silent or where the claim comes from a coded table.</param>
public sealed record Claim(
    string Id,
    string EventId,
    string ArticleId,
    string? Source,
    LocalDate? Published,
    string Field,
    Telling Telling,
    Status Status,
    ClaimValue? Value,
    IReadOnlyList<string> AttributedTo,
    IReadOnlyList<Evidence> Evidence,
    Provenance Provenance);

/// <summary>The fields of which claims are made, by the names that evidence has.</summary>
public static class ClaimFields
{
    public const string Event = "event", Date = "date", Place = "place", Killed = "killed", Injured = "injured", Detained = "detained", Abducted = "abducted",
        Weapon = "weapon", Actor = "actor";

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Event, Date, Place, Actor, Killed, Injured, Detained, Abducted, Weapon];

    /// <summary>The field without an actor's index: <c>actor</c> for <c>actor:2</c>.</summary>
    public static string Named(string field) => field.StartsWith(Actor + ":", StringComparison.Ordinal) ? Actor : field;
}
