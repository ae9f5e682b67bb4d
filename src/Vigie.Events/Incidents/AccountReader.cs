using Vigie.Text;

namespace Vigie.Events.Incidents;

/// <summary>Makes accounts of a coded article's events.</summary>
public static class AccountReader
{
    private static readonly string[] Harmed = ["victim", "target"];

    /// <summary>One account an event, in the order of the events.</summary>
    public static IReadOnlyList<Account> Read(Document document, IReadOnlyList<Event> events)
    {
        var wording = new WordingReader(document);
        return [.. events.Select(coded => Read(document, coded, events.Count, wording))];
    }

    private static Account Read(Document document, Event coded, int siblings, WordingReader wording) => new(coded.Id, document.Article.Id)
    {
        Published = document.Published,
        Focus = coded.Focus,
        Date = coded.Date,
        Place = coded.Place,
        Location = coded.Place is { Precision: PlacePrecision.Site } site ? Words(site.Name) : [],
        Parties = [.. coded.Actors.Select(NameOf).OfType<string>().Distinct()],
        Kinds = [.. coded.Actors.Select(actor => actor.Kind).Distinct()],
        Manner = coded.Weapons,
        Type = coded.SubEventType,
        Family = coded.EventType,
        Target = coded.Actors.FirstOrDefault(actor => Harmed.Contains(actor.Role))?.Kind,
        Killed = coded.Killed,
        Injured = coded.Injured,
        Taken = coded.Abducted ?? coded.Detained,
        Siblings = siblings,
        Wording = wording.Of([.. coded.Evidence.Where(evidence => evidence.Field == "event").Select(evidence => document.SentenceAt(evidence.Span.Start).Span)]),
    };

    /// <summary>The name by which accounts in several languages know a party; null where it has none.</summary>
    private static string? NameOf(Actor actor) => actor.Id ?? actor.Name;

    private static string[] Words(string name) =>
        [.. name.Split([' ', '-', ',', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).Select(word => string.Concat(word.Select(LetterFolding.Fold)))];
}
