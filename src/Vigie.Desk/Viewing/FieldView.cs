using System.Globalization;
using Vigie.Desk.Wording;
using Vigie.Events;

namespace Vigie.Desk.Viewing;

/// <summary>One field of an event as it is shown.</summary>
/// <param name="Field">As evidence names it: <c>date</c>, <c>actor:0</c>.</param>
/// <param name="Value">In the reader's language; null where the article is silent.</param>
/// <param name="Note">What else is known of the value, or null.</param>
public sealed record FieldView(string Field, string Label, string? Value, string? Note, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Fields without an index that can be corrected, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Counts { get; } = [ClaimFields.Killed, ClaimFields.Injured, ClaimFields.Detained, ClaimFields.Abducted];

    /// <summary>The fields of an event, one a row; those of which the article is silent too.</summary>
    public static IReadOnlyList<FieldView> Of(Event e, Words words)
    {
        ILookup<string, Evidence> proofs = e.Evidence.ToLookup(proof => proof.Field, StringComparer.Ordinal);
        var fields = new List<FieldView>
        {
            View(ClaimFields.Event, words.Type(e.SubEventType), words.Type(e.EventType)),
            View("status", words["status." + ValueText.Name(e.Status)] + words["value.comma"] + words["focus." + ValueText.Name(e.Focus)], null),
            View(ClaimFields.Date, e.Date.Start is null ? null : words.Date(e.Date), e.Date.Start is null ? null : words["precision." + ValueText.Name(e.Date.Precision)]),
            View(ClaimFields.Place, e.Place is null ? null : words.Place(e.Place), PlaceNote(e.Place, words)),
        };
        for (int i = 0; i < e.Actors.Count; i++)
        {
            Actor actor = e.Actors[i];
            fields.Add(View(
                string.Create(CultureInfo.InvariantCulture, $"actor:{i}"),
                words.Join([Texts.SafeText.Line(actor.Name ?? actor.Text, 200)]),
                words["kind." + actor.Kind] + (actor.Name is null ? "" : words["value.comma"] + words.Join([Texts.SafeText.Line(actor.Text, 100)])),
                words["role." + actor.Role]));
        }
        fields.Add(View(ClaimFields.Killed, Count(e.Killed), null));
        fields.Add(View(ClaimFields.Injured, Count(e.Injured), null));
        fields.Add(View(ClaimFields.Detained, Count(e.Detained), null));
        fields.Add(View(ClaimFields.Abducted, Count(e.Abducted), null));
        fields.Add(View(ClaimFields.Weapon, e.Weapons.Count == 0 ? null : string.Join(words["value.comma"], e.Weapons.Select(weapon => words["weapon." + weapon])), null));
        fields.Add(View("source", e.Sources.Count == 0 ? null : words.Join(e.Sources.Select(source => Texts.SafeText.Line(source, 100))), null));
        return fields;

        FieldView View(string field, string? value, string? note, string? label = null) => new(field, label ?? words["field." + field], value, note, [.. proofs[field]]);

        string? Count(Count? count) => count is null ? null : words.Of(count);
    }

    private static string? PlaceNote(Place? place, Words words)
    {
        if (place is null) return null;
        string note = words["place." + ValueText.Name(place.Precision)];
        return place.RadiusKm is { } radius ? note + words["value.comma"] + words.Say("place.radius", radius.ToString("0.#", words.Culture)) : note;
    }
}
