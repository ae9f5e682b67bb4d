using Vigie.Events;
using Vigie.Scoring;
using Xunit;
using static Vigie.Tests.Scoring.ScoredEvents;

namespace Vigie.Tests.Scoring;

/// <summary>The measure itself, on cases that are worked out by hand.</summary>
public sealed class ScoreboardTests
{
    [Fact]
    public void The_same_event_is_wholly_alike()
    {
        Assert.Equal(1, EventLikeness.Of(Gold, Coded), 1e-9);
        Assert.Equal(new Found(7, 7, 7), Board(Report(Gold), Coded).Slots);
    }

    [Fact]
    public void Every_difference_takes_its_share()
    {
        Assert.Equal(0.85, EventLikeness.Of(Gold, Coded with { SubEventType = "Government regains territory" }), 1e-9);
        Assert.Equal(0.6, EventLikeness.Of(Gold, Coded with { EventType = "Riots", SubEventType = "Mob violence" }), 1e-9);
        Assert.Equal(0.95, EventLikeness.Of(Gold, Coded with { Date = new ScoredDate("2025-03-09", "2025-03-10") }), 1e-9);
        Assert.Equal(0.8, EventLikeness.Of(Gold, Coded with { Date = ScoredDate.Unknown }), 1e-9);
        Assert.Equal(0.9, EventLikeness.Of(Gold, Coded with { Place = Coded.Place with { Latitude = 7 } }), 1e-9);
        Assert.Equal(0.8, EventLikeness.Of(Gold, Coded with { Place = ScoredPlace.Nowhere }), 1e-9);
        Assert.Equal(0.9, EventLikeness.Of(Gold, Coded with { Counts = [Count.Exactly(8), null, null, null] }), 1e-9);
        Assert.Equal(0.95, EventLikeness.Of(Gold, Coded with { Actors = [Coded.Actors[0]] }), 1e-9);
    }

    [Fact]
    public void What_neither_knows_is_alike()
    {
        ScoredEvent bare = Gold with { Date = ScoredDate.Unknown, Place = ScoredPlace.Nowhere, Actors = [], Counts = [null, null, null, null] };
        Assert.Equal(0.4 + 0.2 + 0.1, EventLikeness.Of(bare, bare), 1e-9);
    }

    [Fact]
    public void A_country_is_right_as_a_country_only_and_a_province_within_its_radius()
    {
        ScoredEvent country = Gold with { Place = new ScoredPlace("SS", 7, 30, "country") }, province = Gold with { Place = new ScoredPlace("SS", 7, 31.6, "admin1") };
        Assert.False(EventLikeness.IsPlaceRight(country, Coded));
        Assert.True(EventLikeness.IsPlaceRight(country, Coded with { Place = new ScoredPlace("SS", null, null, "country") }));
        Assert.True(EventLikeness.IsPlaceRight(province, Coded));
        Assert.False(EventLikeness.IsPlaceRight(province, Coded with { Place = Coded.Place with { Country = "UG" } }));
        Assert.False(EventLikeness.IsPlaceRight(Gold, Coded with { Place = Coded.Place with { Latitude = null } }));
    }

    [Fact]
    public void Pairs_are_those_whose_sum_is_highest()
    {
        // The best pair alone (1.0) would leave the other gold event without one (0.4): two lesser pairs (0.8 and 0.6) are more.
        ScoredEvent other = Gold with { EventType = "Riots", SubEventType = "Mob violence" }, second = Coded with { Place = ScoredPlace.Nowhere };
        Assert.Equal([(0, 1), (1, 0)], EventPairing.Of([Gold, other], [Coded, second]));
        Assert.Empty(EventPairing.Of([Gold], [Coded with { SubEventType = "Attack", EventType = "Violence against civilians", Date = ScoredDate.Unknown, Place = ScoredPlace.Nowhere }]));
        Assert.Empty(EventPairing.Of([], [Coded]));
        Assert.Empty(EventPairing.Of([Gold], []));
    }

    [Fact]
    public void Many_events_are_paired_one_to_one()
    {
        ScoredEvent[] days = [.. Enumerable.Range(1, 12).Select(day => Gold with { Date = new ScoredDate($"2025-03-{day:00}", $"2025-03-{day:00}") })];
        List<(int Gold, int Coded)> pairs = EventPairing.Of(days, [.. days.Reverse()]);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (i, 11 - i)), pairs.Order());
    }

    [Fact]
    public void A_coded_event_too_many_costs()
    {
        Scoreboard board = Board(Report(Gold), Coded, Coded);
        Assert.Equal(new Found(1, 1, 2), board.Events);
        Assert.Equal(2.0 / 3, board.Events.F1, 1e-9);
        Assert.Equal(new Found(7, 7, 14), board.Slots);
        Assert.Equal(0, default(Found).F1);
    }

    [Fact]
    public void Fields_are_counted_where_they_apply()
    {
        Scoreboard board = Board(Report(Gold), Coded with { Focus = "background", Date = ScoredDate.Unknown, Counts = [Count.Exactly(9), Count.Exactly(2), null, null] });
        Assert.Equal(new Part(0, 1), board.Fields["focus"]);
        Assert.Equal(new Part(1, 1), board.Fields["sub_event_type"]);
        Assert.Equal(new Part(0, 1), board.Fields["date"]);
        Assert.Equal(new Part(1, 1), board.Fields["killed"]);
        Assert.Equal(new Part(0, 1), board.Fields["injured"]);
        Assert.False(board.Fields.ContainsKey("abducted"));
        Assert.Equal(new Found(0, 1, 0), board.SlotsOf("date"));
        Assert.Equal(new Found(0, 0, 1), board.SlotsOf("injured"));
    }

    [Fact]
    public void Quiet_reports_are_those_without_a_gold_event()
    {
        var board = new Scoreboard();
        board.Add(Report(), []);
        board.Add(Report(), [Coded]);
        board.Add(Report(Gold), []);
        Assert.Equal(new Part(1, 2), board.Quiet);
        Assert.Equal(new Found(0, 1, 1), board.Events);
    }

    [Fact]
    public void Evidence_is_backed_true_and_agreed()
    {
        EvidenceTally sound = Board(Report(Gold), Coded).Evidence;
        // Of the event, its date, its place and its dead, two have passages.
        Assert.Equal((new Part(2, 4), new Part(2, 2), new Part(2, 2)), (sound.Backed, sound.True, sound.Agreed));
        ScoredEvent wrong = Coded with { Evidence = [new ScoredEvidence("event", 12, 18, "fought"), new ScoredEvidence("killed", 0, 3, "Bor")] };
        EvidenceTally unsound = Board(Report(Gold), wrong).Evidence;
        Assert.Equal((new Part(1, 2), new Part(1, 2)), (unsound.True, unsound.Agreed));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(5, 2)]
    [InlineData(100, 103)]
    public void Offsets_outside_the_text_are_not_true(int start, int end)
    {
        EvidenceTally tally = Board(Report(Gold), Coded with { Evidence = [new ScoredEvidence("event", start, end, "Bor")] }).Evidence;
        Assert.Equal(new Part(0, 1), tally.True);
    }

    [Fact]
    public void An_actor_is_right_with_its_role_only_and_counts_once()
    {
        ScoredActor army = Gold.Actors[0];
        Assert.Equal(1, Board(Report(Gold), Coded with { Actors = [army with { Role = "target" }, Coded.Actors[1]] }).SlotsOf("actor").Right);
        Assert.Equal(1, Board(Report(Gold with { Actors = [army, army] }), Coded with { Actors = [army] }).SlotsOf("actor").Right);
    }
}
