using Vigie.Events;
using Vigie.Events.Coding;
using Xunit;
using static Vigie.Tests.Coding.Drafts;

namespace Vigie.Tests.Coding;

/// <summary>What is told again is one event; two like events stay two.</summary>
public sealed class RetellingsTests
{
    private static readonly TimeCandidate Monday = Time("Monday", 10), Tuesday = Time("Tuesday", 11);
    private static readonly PlaceCandidate Bor = Place("Bor", "gn:1"), Juba = Place("Juba", "gn:2", admin1: "Central Equatoria"), Jonglei = Place("Jonglei", "gn:3", PlacePrecision.Admin1);
    private static readonly CountCandidate Nine = Count("9", CountOf.Killed, Vigie.Events.Count.Exactly(9)), Twelve = Count("12", CountOf.Killed, new Count(12, null, 12));

    [Fact]
    public void The_same_day_place_and_type_are_one() => Assert.Equal([2], Groups(Draft(date: Monday, place: Bor, killed: Nine), Draft(sentence: 3, date: Monday, place: Bor)));

    [Fact]
    public void Two_types_are_two() => Assert.Equal([1, 1], Groups(Draft(type: 10, date: Monday, place: Bor), Draft(type: 0, date: Monday, place: Bor)));

    [Fact]
    public void Two_places_are_two() => Assert.Equal([1, 1], Groups(Draft(date: Monday, place: Bor), Draft(date: Monday, place: Juba)));

    [Fact]
    public void Two_days_are_two() => Assert.Equal([1, 1], Groups(Draft(date: Monday, place: Bor), Draft(date: Tuesday, place: Bor)));

    [Fact]
    public void Two_counts_are_two() => Assert.Equal([1, 1], Groups(Draft(date: Monday, place: Bor, killed: Nine), Draft(date: Monday, place: Bor, killed: Twelve)));

    [Fact]
    public void What_one_leaves_out_does_not_part_them()
    {
        Assert.Equal([2], Groups(Draft(date: Monday, place: Bor, killed: Nine), Draft(date: Monday)));
        Assert.Equal([2], Groups(Draft(date: Monday, place: Bor), Draft(place: Bor, killed: Nine)));
    }

    [Fact]
    public void Nothing_in_common_brings_nothing_together()
    {
        Assert.Equal([1, 1], Groups(Draft(), Draft(sentence: 2)));
        Assert.Equal([1, 1], Groups(Draft(date: Monday), Draft(place: Bor)));
        Assert.Equal([1, 1], Groups(Draft(killed: Nine), Draft(killed: Nine with { Span = Nine.Span with { Start = Nine.Span.Start + 1 } }, sentence: 3)));
    }

    [Fact]
    public void One_number_in_one_place_of_the_text_counts_the_victims_of_one_event()
    {
        Assert.Equal([2], Groups(Draft(killed: Nine), Draft(killed: Nine, sentence: 3)));
        Assert.Equal([1, 1], Groups(Draft(date: Monday, killed: Nine), Draft(date: Tuesday, killed: Nine, sentence: 3)));
    }

    [Fact]
    public void A_province_and_a_town_in_it_may_be_one_but_are_not_proof_of_it() =>
        Assert.Equal([1, 1], Groups(Draft(date: Monday, place: Bor), Draft(date: Monday, place: Jonglei)));

    [Fact]
    public void A_third_telling_joins_only_a_group_whose_every_telling_it_fits()
    {
        // The middle one fits both; whom it joins must not bring the other's count with it.
        Assert.Equal([2, 1], Groups(Draft(date: Monday, place: Bor, killed: Nine), Draft(date: Monday, place: Bor, sentence: 3), Draft(date: Monday, place: Bor, killed: Twelve, sentence: 2)));
    }

    [Fact]
    public void The_surest_telling_leads_and_groups_stand_in_the_order_of_the_text()
    {
        Draft unsure = Draft(date: Monday, place: Bor, probability: 0.6), other = Draft(date: Tuesday, place: Juba, sentence: 2), sure = Draft(date: Monday, place: Bor, sentence: 3, probability: 0.9);
        IReadOnlyList<IReadOnlyList<Draft>> groups = Retellings.Group([unsure, other, sure]);
        Assert.Equal([[sure, unsure], [other]], groups);
    }

    [Fact]
    public void No_draft_gives_no_group() => Assert.Empty(Retellings.Group([]));

    private static int[] Groups(params Draft[] drafts) => [.. Retellings.Group(drafts).Select(group => group.Count)];
}
