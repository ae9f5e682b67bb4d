using System.Text.Json;
using Vigie.Events;
using Vigie.Store.Records;

namespace Vigie.Store.Sql;

/// <summary>All of an event that can change: what the log of decisions has before and after.</summary>
/// <param name="ArticleId">Where it is told, so that one taken away can be brought back; likewise its coding.</param>
/// <param name="TiedBy">One of <see cref="Ties"/>.</param>
/// <param name="Record">The event as it stands, as JSON.</param>
/// <param name="Coded">The event as it was coded last, where a reviewer changed it, or null.</param>
/// <param name="Proposed">As a newer coding has it, or null.</param>
internal sealed record EventState(
    string ArticleId,
    Provenance Coding,
    ReviewState State,
    string IncidentId,
    Tie Tie,
    double TieScore,
    string TiedBy,
    string Record,
    string? Coded,
    string? Proposed)
{
    public Event Event => EventJson.Parse(Record);

    public string ToJson() => RecordJson.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("article", ArticleId);
        json.WriteString("coder", Coding.Coder);
        json.WriteString("coder_version", Coding.Version);
        json.WriteString("state", ValueText.Name(State));
        json.WriteString("incident", IncidentId);
        json.WriteString("tie", ValueText.Name(Tie));
        json.WriteNumber("tie_score", TieScore);
        json.WriteString("tied_by", TiedBy);
        WriteRaw(json, "record", Record);
        WriteRaw(json, "coded", Coded);
        WriteRaw(json, "proposed", Proposed);
        json.WriteEndObject();
    });

    public static EventState Parse(string text) => RecordJson.Parse(text, json => new EventState(
        json.Required("article"),
        new Provenance(json.Required("coder"), json.Word("coder_version") ?? ""),
        json.Named("state", ReviewState.Draft),
        json.Required("incident"),
        json.Named("tie", Tie.Tells),
        json.Number("tie_score") ?? 1,
        json.Required("tied_by"),
        json.GetProperty("record").GetRawText(),
        json.Object("coded")?.GetRawText(),
        json.Object("proposed")?.GetRawText()));

    private static void WriteRaw(Utf8JsonWriter json, string field, string? record)
    {
        json.WritePropertyName(field);
        if (record is null) json.WriteNullValue();
        else json.WriteRawValue(record);
    }
}

/// <summary>Who tied an event to its incident.</summary>
internal static class Ties
{
    /// <summary>Nobody: it came in alone, or as the record said that came in.</summary>
    public const string Coding = "coding";

    public const string Grouping = "grouping";

    /// <summary>A person: the grouping leaves it there.</summary>
    public const string Reviewer = "reviewer";
}
