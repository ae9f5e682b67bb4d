using Vigie.Text;

namespace Vigie.Events;

/// <summary>Whether an event is what the report is about, or told as context.</summary>
public enum Focus
{
    Main,
    Background,
}

/// <summary>How the report stands to the event: told as fact, doubted, or only denied.</summary>
public enum Status
{
    Asserted,
    Alleged,
    Denied,
}

/// <summary>The kinds of actor that <see cref="Actor.Kind"/> may name.</summary>
public static class ActorKinds
{
    public static IReadOnlyList<string> All { get; } =
        ["state", "rebel", "militia", "communal", "rioters", "protesters", "civilians", "external", "unidentified"];
}

/// <summary>The roles that <see cref="Actor.Role"/> may name.</summary>
public static class ActorRoles
{
    public static IReadOnlyList<string> All { get; } = ["initiator", "target", "supporter", "victim"];
}

/// <summary>A party to an event.</summary>
/// <param name="Text">The form in the text.</param>
/// <param name="Name">The register's name, or null.</param>
/// <param name="Id">The register's id, or null.</param>
public sealed record Actor(string Text, string? Name, string? Id, string Role, string Kind);

/// <summary>Where a value is said.</summary>
/// <param name="Field"><c>event</c>, <c>date</c>, <c>place</c>, <c>killed</c>, <c>injured</c>, <c>detained</c>, <c>abducted</c>, <c>weapon</c>, <c>status</c> or <c>actor:0</c>.</param>
public sealed record Evidence(string Field, Span Span, string Text);

/// <summary>What one article says happened: one place, one day or run of days, the same parties.</summary>
/// <param name="Id">Stable: the same article gives the same id.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Event(
    string Id,
    Focus Focus,
    string EventType,
    string SubEventType,
    Status Status,
    TimeRange Date,
    Place? Place,
    IReadOnlyList<Actor> Actors,
    Count? Killed,
    Count? Injured,
    Count? Detained,
    Count? Abducted,
    IReadOnlyList<string> Weapons,
    IReadOnlyList<string> Sources,
    double Confidence,
    IReadOnlyList<Evidence> Evidence);
