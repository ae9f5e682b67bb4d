using Vigie.Events;

namespace Vigie.Store.Export;

/// <summary>A row of an export: an incident as a resolution has it, or an event as one article tells it.</summary>
/// <param name="Id">Of the incident, or of the event.</param>
/// <param name="Articles">That tell it, the earliest first.</param>
/// <param name="Sources">Independent ones.</param>
/// <param name="AttributedTo">Who says so, as named in the texts.</param>
/// <param name="Disagreements">Fields in which the sources contradict one another.</param>
/// <param name="Notes">One sentence or the article's own words, or empty.</param>
public sealed record ExportRow(
    string Id,
    string IncidentId,
    string EventType,
    string SubEventType,
    Status Status,
    ReviewState State,
    TimeRange Date,
    Place? Place,
    IReadOnlyList<Actor> Actors,
    Count? Killed,
    Count? Injured,
    Count? Detained,
    Count? Abducted,
    IReadOnlyList<string> Weapons,
    IReadOnlyList<ArticleHead> Articles,
    int Sources,
    IReadOnlyList<string> AttributedTo,
    IReadOnlyList<string> Disagreements,
    double Confidence,
    string Notes);
