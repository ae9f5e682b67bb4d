using NodaTime;
using Vigie.Events;
using Vigie.Events.Incidents;
using Xunit;

namespace Vigie.Tests.Incidents;

/// <summary>What each rule chooses among claims that differ.</summary>
public sealed class ResolverTests
{
    private static readonly LocalDate Day = new(2024, 3, 6);

    private static Claim Killed(string article, int day, Count? count, Status status = Status.Asserted) => new(
        article + "-1/killed", article + "-1", article, null, Day.PlusDays(day), "killed",
        count is null ? Telling.Silent : count.High == 0 ? Telling.Zero : Telling.Reported, status, count is null ? null : new NumberValue(count), [], [], new Provenance("vigie", "1"));

    private static Claim With(Claim claim, string field, ClaimValue value) => claim with { Id = claim.EventId + "/" + field, Field = field, Telling = Telling.Reported, Value = value };

    private static ResolvedField Resolve(ResolutionRule rule, string field, Claim[] claims, params (string Article, string Origin)[] copies)
    {
        var origins = copies.ToDictionary(copy => copy.Article, copy => copy.Origin);
        var incident = new Incident("i", [.. claims.Select(claim => claim.ArticleId).Distinct().Select(article => new IncidentLink(article + "-1", article, origins.GetValueOrDefault(article, article), Tie.Tells, 1))]);
        return new Resolver(incident, claims).By(rule).Fields.Single(resolved => resolved.Field == field);
    }

    private static int? Figure(ResolvedField field) => ((NumberValue)Assert.Single(field.Values)).Number.Best;

    [Theory]
    [InlineData(ResolutionRule.Conservative, 6)]
    [InlineData(ResolutionRule.Modal, 11)]
    [InlineData(ResolutionRule.Latest, 12)]
    [InlineData(ResolutionRule.Maximal, 40)]
    public void Figures_by_rule(ResolutionRule rule, int expected)
    {
        Claim[] claims =
        [
            Killed("a", 0, Count.Exactly(11)), Killed("b", 1, new Count(6, null, 9)), Killed("c", 1, Count.Exactly(11)),
            Killed("d", 1, Count.Exactly(40)), Killed("e", 6, Count.Exactly(12)), Killed("f", 7, null),
        ];
        ResolvedField chosen = Resolve(rule, "killed", claims);
        Assert.Equal(expected, rule == ResolutionRule.Conservative ? ((NumberValue)chosen.Values[0]).Number.Low : Figure(chosen));
        Assert.True(chosen.Disagreement);
    }

    [Fact]
    public void Copies_count_once()
    {
        Claim[] claims = [Killed("a", 0, Count.Exactly(9)), Killed("b", 0, Count.Exactly(9)), Killed("c", 0, Count.Exactly(9)), Killed("d", 1, Count.Exactly(7)), Killed("e", 1, Count.Exactly(7))];
        Assert.Equal((9, 3), (Figure(Resolve(ResolutionRule.Modal, "killed", claims)), Resolve(ResolutionRule.Modal, "killed", claims).Sources));
        ResolvedField counted = Resolve(ResolutionRule.Modal, "killed", claims, ("b", "a"), ("c", "a"));
        Assert.Equal((7, 2), (Figure(counted), counted.Sources));
    }

    [Fact]
    public void Silence_is_never_zero_and_zero_is_a_figure()
    {
        ResolvedField silent = Resolve(ResolutionRule.Conservative, "killed", [Killed("a", 0, null), Killed("b", 0, Count.Exactly(5))]);
        Assert.Equal(5, Figure(silent));
        Assert.False(silent.Disagreement);
        ResolvedField zero = Resolve(ResolutionRule.Conservative, "killed", [Killed("a", 0, Count.Exactly(0)), Killed("b", 0, Count.Exactly(5))]);
        Assert.Equal(0, Figure(zero));
        Assert.True(zero.Disagreement);
        Assert.Empty(Resolve(ResolutionRule.Maximal, "killed", [Killed("a", 0, null)]).Values);
    }

    [Fact]
    public void What_is_asserted_goes_before_what_is_alleged_and_what_is_denied_is_left_out()
    {
        Claim[] claims = [Killed("a", 0, Count.Exactly(5)), Killed("b", 0, Count.Exactly(90), Status.Alleged), Killed("c", 0, Count.Exactly(1), Status.Denied)];
        Assert.Equal(5, Figure(Resolve(ResolutionRule.Maximal, "killed", claims)));
        Assert.Equal(5, Figure(Resolve(ResolutionRule.Conservative, "killed", claims)));
        Assert.Equal(1, Figure(Resolve(ResolutionRule.Latest, "killed", [claims[2]])));
    }

    [Theory]
    [InlineData(12, null, 15, 15, false)]
    [InlineData(12, 12, 15, 15, true)]
    [InlineData(10, 20, 15, 15, false)]
    [InlineData(2, null, 0, 0, true)]
    public void Figures_disagree_where_their_own_words_leave_no_room(int low, int? high, int otherLow, int otherHigh, bool disagree)
    {
        Claim[] claims = [Killed("a", 0, new Count(low, high, low)), Killed("b", 0, new Count(otherLow, otherHigh, otherLow))];
        Assert.Equal(disagree, Resolve(ResolutionRule.Modal, "killed", claims).Disagreement);
    }

    [Fact]
    public void One_source_does_not_contradict_itself()
    {
        Claim[] claims = [Killed("a", 0, Count.Exactly(3)), Killed("b", 0, Count.Exactly(8))];
        Assert.False(Resolve(ResolutionRule.Modal, "killed", claims, ("b", "a")).Disagreement);
    }

    [Fact]
    public void Days_and_places_from_the_least_to_the_most_exact()
    {
        var exact = TimeRange.OfDay(Day);
        var month = new TimeRange(new LocalDate(2024, 3, 1), new LocalDate(2024, 3, 31), TimePrecision.Month);
        Claim[] claims = [With(Killed("a", 0, null), "date", new DaysValue(exact)), With(Killed("b", 0, null), "date", new DaysValue(month))];
        Assert.Equal(new DaysValue(month), Assert.Single(Resolve(ResolutionRule.Conservative, "date", claims).Values));
        Assert.Equal(new DaysValue(exact), Assert.Single(Resolve(ResolutionRule.Maximal, "date", claims).Values));
        Assert.False(Resolve(ResolutionRule.Maximal, "date", claims).Disagreement);
    }

    [Fact]
    public void Weapons_that_all_name_that_half_name_and_that_any_names()
    {
        Claim[] claims =
        [
            With(Killed("a", 0, null), "weapon", new WordValue("drone")), With(Killed("b", 1, null), "weapon", new WordValue("drone")),
            With(Killed("c", 2, null), "weapon", new WordValue("drone")), With(Killed("c", 2, null), "weapon", new WordValue("artillery")) with { Id = "c-1/weapon/1" },
        ];
        string[] Words(ResolutionRule rule) => [.. Resolve(rule, "weapon", claims).Values.Cast<WordValue>().Select(value => value.Word)];
        Assert.Equal(["drone"], Words(ResolutionRule.Conservative));
        Assert.Equal(["drone"], Words(ResolutionRule.Modal));
        Assert.Equal(["drone", "artillery"], Words(ResolutionRule.Latest));
        Assert.Equal(["drone", "artillery"], Words(ResolutionRule.Maximal));
        Assert.False(Resolve(ResolutionRule.Maximal, "weapon", claims).Disagreement);
    }

    [Fact]
    public void A_reviewers_choice_is_no_rule() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resolver(new Incident("i", []), []).By(ResolutionRule.Reviewer));
}
