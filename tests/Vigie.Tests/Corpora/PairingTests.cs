using NodaTime;
using Vigie.Events;
using Vigie.Training.Gold;
using Xunit;

namespace Vigie.Tests.Corpora;

/// <summary>The measure itself, on cases that are worked out by hand.</summary>
public sealed class PairingTests
{
    private static readonly GoldEvent Expected = new(
        "main", "Battles", "Armed clash", "asserted", new GoldDate("2025-03-10", "2025-03-10", "day"), new GoldPlace("Bor", "Jonglei", "SS", 6.2, 31.6, "settlement"),
        [new GoldActor(["the army", "SSPDF"], "initiator", "state"), new GoldActor(["gunmen"], "target", "unidentified")],
        new GoldCount(9, 9, 9), null, null, null, ["small_arms"], [], new Dictionary<string, string?>());

    private static readonly Event Coded = new(
        "id", Focus.Main, "Battles", "Armed clash", Status.Asserted, TimeRange.OfDay(new LocalDate(2025, 3, 10)),
        new Place("Bor", "Jonglei", "SS", 6.21, 31.56, PlacePrecision.Settlement, 5, "gn:1", null),
        [new Actor("The Army", null, null, "initiator", "state"), new Actor("Gunmen", null, null, "target", "unidentified")],
        Count.Exactly(9), null, null, null, ["small_arms"], [], 0.9, []);

    [Fact]
    public void The_same_event_is_wholly_alike()
    {
        Assert.Equal(1, Likeness.Of(Expected, Coded), 1e-9);
        Assert.Equal(new Tally(7, 7, 7), Slots.Of([Expected], [Coded]));
    }

    [Fact]
    public void Every_difference_takes_its_share()
    {
        Assert.Equal(0.85, Likeness.Of(Expected, Coded with { SubEventType = "Government regains territory" }), 1e-9);
        Assert.Equal(0.6, Likeness.Of(Expected, Coded with { EventType = "Riots", SubEventType = "Mob violence" }), 1e-9);
        Assert.Equal(0.95, Likeness.Of(Expected, Coded with { Date = new TimeRange(new LocalDate(2025, 3, 9), new LocalDate(2025, 3, 10), TimePrecision.Day) }), 1e-9);
        Assert.Equal(0.8, Likeness.Of(Expected, Coded with { Date = TimeRange.Unknown }), 1e-9);
        Assert.Equal(0.9, Likeness.Of(Expected, Coded with { Place = Coded.Place! with { Latitude = 7 } }), 1e-9);
        Assert.Equal(0.8, Likeness.Of(Expected, Coded with { Place = null }), 1e-9);
        Assert.Equal(0.9, Likeness.Of(Expected, Coded with { Killed = Count.Exactly(8) }), 1e-9);
        Assert.Equal(0.95, Likeness.Of(Expected, Coded with { Actors = [Coded.Actors[0]] }), 1e-9);
    }

    [Fact]
    public void Pairs_are_those_whose_sum_is_highest()
    {
        // The best pair alone (1.0) would leave the other expected event without one (0.4): two lesser pairs (0.8 and 0.6) are more.
        GoldEvent other = Expected with { EventType = "Riots", SubEventType = "Mob violence" };
        Event second = Coded with { Id = "second", Place = null };
        IReadOnlyList<(GoldEvent Gold, Event Coded)> pairs = Pairing.Of([Expected, other], [Coded, second]);
        Assert.Equal([("second", "Armed clash"), ("id", "Mob violence")], pairs.Select(pair => (pair.Coded.Id, pair.Gold.SubEventType)));
        Assert.Empty(Pairing.Of([Expected], [Coded with { SubEventType = "Attack", EventType = "Violence against civilians", Date = TimeRange.Unknown, Place = null }]));
        Assert.Empty(Pairing.Of([], [Coded]));
        Assert.Empty(Pairing.Of([Expected], []));
    }

    [Fact]
    public void A_coded_event_too_many_costs()
    {
        Tally events = new(1, 1, 2);
        Assert.Equal(2.0 / 3, events.F1, 1e-9);
        Assert.Equal(1, default(Tally).F1);
        Assert.Equal(new Tally(7, 7, 14), Slots.Of([Expected], [Coded, Coded with { Id = "again" }]));
    }
}
