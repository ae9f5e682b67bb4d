using CsCheck;
using NodaTime;
using Vigie.Events;
using Vigie.Store;
using Vigie.Tests.Texts;
using Vigie.Text;

namespace Vigie.Tests.Store;

/// <summary>Articles with events of every kind, generated.</summary>
internal static class Generated
{
    private static readonly Gen<string> Words = Pick.One(
        "des hommes armés", "=1+1", "-5 militants", "@cmd", "'=quoted", "l'armée", "a \"quoted\" name", "semi; colon", "line\nbreak", "تنظيم الدولة", "Ahmed ag Made-Up", "x,y", "villagers", "+47 people", "\ttab");

    private static readonly Gen<Count?> Counts = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 40], Gen.Int[0, 20]).Select((kind, low, more) => kind switch
    {
        0 => (Count?)null,
        1 => Count.Exactly(low),
        2 => new Count(low, null, low),
        _ => new Count(low, low + more, low + more / 2),
    });

    private static readonly Gen<TimeRange> Dates = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 9000], Gen.Int[0, 3]).Select((kind, day, length) =>
    {
        LocalDate start = new LocalDate(2001, 1, 1).PlusDays(day);
        return kind switch
        {
            0 => TimeRange.Unknown,
            1 => new TimeRange(start.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)), start.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)), TimePrecision.Week),
            2 => new TimeRange(start.With(DateAdjusters.StartOfMonth), start.With(DateAdjusters.EndOfMonth), TimePrecision.Month),
            3 => new TimeRange(new LocalDate(start.Year, 1, 1), new LocalDate(start.Year, 12, 31), TimePrecision.Year),
            _ => new TimeRange(start, start.PlusDays(length), TimePrecision.Day),
        };
    });

    private static readonly Gen<Place?> Places = Gen.Select(Gen.Int[0, 5], Gen.Int[-900, 900], Gen.Int[-1800, 1800], Words).Select((precision, latitude, longitude, name) => precision == 0
        ? null
        : new Place(name, precision > 1 ? "A division" : null, "ML", latitude / 10.0, longitude / 10.0, (PlacePrecision)precision, precision, "gn:1", "because"));

    private static readonly Gen<Actor> Actors = Gen.Select(Words, Pick.One([.. ActorRoles.All]), Pick.One([.. ActorKinds.All]), Gen.Bool)
        .Select((text, role, kind, named) => new Actor(text, named ? "Malian Armed Forces" : null, named ? "mali-armed-forces" : null, role, kind));

    private static readonly Gen<(string Type, string Sub)> Types =
        Pick.One("Battles|Armed clash", "Violence against civilians|Attack", "Protests|Peaceful protest", "Explosions/Remote violence|Air/drone strike", "Strategic developments|Arrests")
            .Select(names => (names.Split('|')[0], names.Split('|')[1]));

    private static readonly Gen<Event> Events = Gen.Select(
        Types, Dates, Places, Actors.List[0, 4], Gen.Select(Counts, Counts, Counts, Counts), Words.List[0, 3], Gen.Select(Gen.Enum<Status>(), Gen.Enum<Focus>(), Gen.Int[0, 10_000]))
        .Select((type, date, place, actors, counts, sources, rest) => new Event(
            "", rest.Item2, type.Type, type.Sub, rest.Item1, date, place, actors, counts.Item1, counts.Item2, counts.Item3, counts.Item4, ["small_arms"], sources, rest.Item3 / 10_000.0, []));

    /// <summary>Up to a dozen articles of ids that differ, each with up to three events.</summary>
    public static Gen<ArticleRecord[]> Records { get; } = Gen.Select(Events.List[0, 3], Words, Words, Gen.Int[0, 500]).Select((events, title, text, day) => (events, title, text, day))
        .List[0, 12].Select(list => list.Select((one, i) =>
        {
            var article = new Article("a" + i, one.title, "Report: " + one.text + ".", "en", new LocalDate(2020, 1, 1).PlusDays(one.day), "Outlet " + i % 3, i % 2 == 0 ? $"https://example.org/{i}?a=1,2" : null);
            Event[] events = [.. one.events.Select((e, n) => e with { Id = $"a{i}-{n}", Evidence = [Samples.Proof(article, "event", one.text)] })];
            return new ArticleRecord(article, events);
        }).ToArray());
}
