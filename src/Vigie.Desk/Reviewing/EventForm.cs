using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Places;

namespace Vigie.Desk.Reviewing;

/// <summary>Turns the form of one field into the event as the reviewer wants it.</summary>
internal sealed class EventForm(ConflictPack pack, PlaceSearch places)
{
    private const int LongestName = 300;

    /// <param name="field">As evidence names it, or <c>actor:new</c>.</param>
    /// <param name="text">Title, newline, text of the article: where a new passage is looked for.</param>
    /// <exception cref="FormException">A value cannot be taken.</exception>
    public Event Apply(Event e, string field, IFormCollection form, string text, string language)
    {
        if (field == "actor:new") field = string.Create(CultureInfo.InvariantCulture, $"actor:{e.Actors.Count}");
        if (field.StartsWith("actor:", StringComparison.Ordinal)) return ActorForm.Apply(e, field, form, text);
        Event to = field switch
        {
            ClaimFields.Event => Typed(e, Given(form, "sub_event_type")),
            "status" => e with { Status = Named<Status>(Given(form, "status")), Focus = Named<Focus>(Given(form, "focus")) },
            ClaimFields.Date => e with { Date = Date(form) },
            ClaimFields.Place => e with { Place = PlaceOf(e, form, language) },
            ClaimFields.Killed => e with { Killed = Count(form) },
            ClaimFields.Injured => e with { Injured = Count(form) },
            ClaimFields.Detained => e with { Detained = Count(form) },
            ClaimFields.Abducted => e with { Abducted = Count(form) },
            ClaimFields.Weapon => e with { Weapons = [.. pack.Weapons.Where(weapon => form["weapon"].Contains(weapon))] },
            "source" => e with { Sources = [.. form["source"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(20).Select(Named)] },
            _ => throw new FormException("problem.field", field),
        };
        return field == "source" ? to : to with { Evidence = Passages.Anchored(e.Evidence, field, form, text) };
    }

    private Event Typed(Event e, string subEventType)
    {
        int type = pack.IndexOf(subEventType);
        return type < 0 ? throw new FormException("problem.type", subEventType) : e with { SubEventType = subEventType, EventType = pack.Types[type].Type };
    }

    private static TimeRange Date(IFormCollection form)
    {
        LocalDate? start = Day(form, "start"), end = Day(form, "end");
        if (start is null && end is null) return TimeRange.Unknown;
        start ??= end;
        end ??= start;
        if (end < start) throw new FormException("problem.date_order");
        TimePrecision precision = form["precision"].ToString() is { Length: > 0 } word ? Named<TimePrecision>(word) : TimePrecision.Day;
        return new TimeRange(start, end, precision == TimePrecision.None ? TimePrecision.Day : precision);
    }

    private static LocalDate? Day(IFormCollection form, string name)
    {
        string given = form[name].ToString().Trim();
        if (given.Length == 0) return null;
        ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(given);
        return day.Success ? day.Value : throw new FormException("problem.day", given);
    }

    private Place? PlaceOf(Event e, IFormCollection form, string language)
    {
        string name = form["place"].ToString().Trim(), id = form["place_id"].ToString();
        if (id == "none" || name.Length == 0) return null;
        // What is kept is the place of that name: one who types another name means another place.
        if (id == "keep" && name == e.Place?.Name) return e.Place;
        Place? found = id.Length > 0 && id != "keep" ? places.Find(name, language, id) : places.Find(name, language, 1) is [var first, ..] ? first : null;
        return found ?? throw new FormException("problem.place", name);
    }

    private static Count? Count(IFormCollection form)
    {
        int? low = Number(form, "low"), high = Number(form, "high"), best = Number(form, "best");
        if (form["silent"] == "1" || (low is null && high is null && best is null)) return null;
        if (low > high || best < low || best > high) throw new FormException("problem.count_order");
        return new Count(low, high, best);
    }

    private static int? Number(IFormCollection form, string name)
    {
        string given = form[name].ToString().Trim();
        if (given.Length == 0) return null;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= 10_000_000
            ? number
            : throw new FormException("problem.number", given);
    }

    internal static string Given(IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 and <= LongestName } value ? value : throw new FormException("problem.missing", name);

    private static string Named(string value) => value.Length <= LongestName ? value : value[..LongestName];

    internal static T Named<T>(string word) where T : struct, Enum =>
        Enum.TryParse(word, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0]) ? value : throw new FormException("problem.word", word);
}
