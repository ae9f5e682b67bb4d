using System.Globalization;
using Microsoft.AspNetCore.Http;
using Vigie.Events;

namespace Vigie.Desk.Reviewing;

/// <summary>Changes, adds or takes away one party of an event; the evidence of the parties behind it moves up with them.</summary>
internal static class ActorForm
{
    /// <exception cref="FormException">A value cannot be taken.</exception>
    public static Event Apply(Event e, string field, IFormCollection form, string text)
    {
        if (!int.TryParse(field["actor:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index > e.Actors.Count)
            throw new FormException("problem.field", field);
        var actors = e.Actors.ToList();
        if (form["remove"] == "1")
        {
            if (index == actors.Count) return e;
            actors.RemoveAt(index);
            return e with { Actors = actors, Evidence = [.. e.Evidence.Where(proof => proof.Field != field).Select(proof => proof with { Field = MovedUp(proof.Field, index) })] };
        }
        string role = EventForm.Given(form, "role"), kind = EventForm.Given(form, "kind");
        if (!ActorRoles.All.Contains(role)) throw new FormException("problem.word", role);
        if (!ActorKinds.All.Contains(kind)) throw new FormException("problem.word", kind);
        string words = EventForm.Given(form, "text");
        Actor? before = index < actors.Count ? actors[index] : null;
        // A party of another wording is no longer the one that the register named.
        Actor actor = before is not null && before.Text == words ? before with { Role = role, Kind = kind } : new Actor(words, null, null, role, kind);
        if (before is null) actors.Add(actor);
        else actors[index] = actor;
        return e with { Actors = actors, Evidence = Passages.Anchored(e.Evidence, field, form, text) };
    }

    private static string MovedUp(string field, int removed) =>
        field.StartsWith("actor:", StringComparison.Ordinal) && int.TryParse(field["actor:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index > removed
            ? string.Create(CultureInfo.InvariantCulture, $"actor:{index - 1}")
            : field;
}
