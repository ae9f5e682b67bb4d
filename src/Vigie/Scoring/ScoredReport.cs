using System.Globalization;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Coding;

namespace Vigie.Scoring;

/// <summary>A report with its events, from whichever coder: a gold line, or a record of <c>vigie code</c>.</summary>
/// <param name="Where">Names the line to a person.</param>
/// <param name="Title">Null where the line holds no text.</param>
internal sealed record ScoredReport(
    string Where, string Id, string? Language, string? Published, string? Source, string? Title, string? Text, IReadOnlyList<ScoredEvent> Events);

/// <summary>An event as it is compared: names as they stand in the file, whatever they are.</summary>
/// <param name="Counts">By field of <see cref="Draft.CountFields"/>; null where nothing is said.</param>
/// <param name="Confidence">0 to 1, or null where the coder gives none.</param>
internal sealed record ScoredEvent(
    string? Focus,
    string? EventType,
    string? SubEventType,
    string? Status,
    ScoredDate Date,
    ScoredPlace Place,
    IReadOnlyList<ScoredActor> Actors,
    IReadOnlyList<Count?> Counts,
    IReadOnlyList<string> Weapons,
    IReadOnlyList<ScoredEvidence> Evidence,
    double? Confidence)
{
    public static ScoredEvent Of(Event coded) => new(
        ValueText.Name(coded.Focus),
        coded.EventType,
        coded.SubEventType,
        ValueText.Name(coded.Status),
        new ScoredDate(Day(coded.Date.Start), Day(coded.Date.End)),
        coded.Place is { } place ? new ScoredPlace(place.Country, place.Latitude, place.Longitude, ValueText.Name(place.Precision)) : ScoredPlace.Nowhere,
        [.. coded.Actors.Select(actor => new ScoredActor(actor.Name is null ? [actor.Text] : [actor.Name, actor.Text], actor.Role, actor.Kind))],
        [coded.Killed, coded.Injured, coded.Detained, coded.Abducted],
        coded.Weapons,
        [.. coded.Evidence.Select(proof => new ScoredEvidence(proof.Field, proof.Span.Start, proof.Span.End, proof.Text))],
        coded.Confidence);

    private static string? Day(NodaTime.LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;
}

/// <summary>ISO days, both included; both null where none is known.</summary>
internal sealed record ScoredDate(string? Start, string? End)
{
    public static ScoredDate Unknown { get; } = new(null, null);

    public bool IsKnown => !string.IsNullOrEmpty(Start);

    /// <summary>The last day, or the first where only that is given.</summary>
    public string? Last => string.IsNullOrEmpty(End) ? Start : End;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}/{End}");
}

/// <param name="Precision">As in the record; <c>none</c> where no place is known.</param>
internal sealed record ScoredPlace(string? Country, double? Latitude, double? Longitude, string Precision)
{
    public static ScoredPlace Nowhere { get; } = new(null, null, null, "none");

    public bool IsKnown => Precision != "none";
}

/// <param name="Names">Every form that stands for the party.</param>
internal sealed record ScoredActor(IReadOnlyList<string> Names, string? Role, string? Kind);

/// <summary>A passage that proves a field; gold lines give its words alone.</summary>
/// <param name="Start">Offset in UTF-16 code units of title, newline, text; null where only words are given.</param>
internal sealed record ScoredEvidence(string Field, int? Start, int? End, string? Text);
