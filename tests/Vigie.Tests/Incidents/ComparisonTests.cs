using CsCheck;
using Vigie.Events;
using Vigie.Events.Incidents;
using Xunit;

namespace Vigie.Tests.Incidents;

/// <summary>Two accounts are compared alike from either side, and those that could be of one incident are found in their cells.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void Likelihood_is_the_same_from_either_side() =>
        Gen.Select(Accounts.Any, Accounts.Any).Sample((a, b) => Accounts.Model.Likelihood(a, b) == Accounts.Model.Likelihood(b, a));

    [Fact]
    public void Every_possible_pair_is_found_in_the_cells() =>
        Gen.Select(Accounts.Any, Accounts.Any).Sample((a, b) =>
        {
            Traits one = new(a), other = new(b);
            if (!Comparison.IsPossible(one, other)) return true;
            var cells = new Cells();
            cells.Add(7, one);
            var near = new HashSet<int>();
            cells.Near(other, near);
            return near.Contains(7);
        });

    [Fact]
    public void An_account_that_was_removed_is_in_no_cell() =>
        Accounts.Any.Sample(account =>
        {
            var cells = new Cells();
            var traits = new Traits(account);
            cells.Add(1, traits);
            cells.Remove(1, traits);
            var near = new HashSet<int>();
            cells.Near(traits, near);
            return near.Count == 0;
        });

    [Fact]
    public void Far_places_far_days_and_one_article_are_no_pair()
    {
        Account account = Accounts.Of("e1", "a1", day: 3, killed: 5);
        Assert.Equal(0, Accounts.Model.Likelihood(account, Accounts.Of("e2", "a2", day: 3, latitude: 16.2, killed: 5)));
        Assert.Equal(0, Accounts.Model.Likelihood(account, Accounts.Of("e2", "a2", day: 9, killed: 5)));
        Assert.Equal(0, Accounts.Model.Likelihood(account, Accounts.Of("e2", "a1", day: 3, killed: 5)));
        Assert.True(Accounts.Model.Likelihood(account, Accounts.Of("e2", "a2", day: 3, killed: 5)) > 0.5);
    }

    [Fact]
    public void A_shared_day_place_and_toll_speak_for_one_incident()
    {
        Account account = Accounts.Of("e1", "a1", day: 3, killed: 11);
        double same = Accounts.Model.Likelihood(account, Accounts.Of("e2", "a2", day: 3, killed: 11));
        double otherToll = Accounts.Model.Likelihood(account, Accounts.Of("e2", "a2", day: 3, killed: 2));
        double otherDay = Accounts.Model.Likelihood(account, Accounts.Of("e2", "a2", day: 6, killed: 11));
        Assert.True(same > otherToll, $"{same} for the same toll, {otherToll} for another");
        Assert.True(same > otherDay, $"{same} on the same day, {otherDay} on another");
    }

    [Fact]
    public void Reasons_add_up_to_the_likelihood()
    {
        Account a = Accounts.Of("e1", "a1", day: 3, killed: 11), b = Accounts.Of("e2", "a2", day: 4);
        double logOdds = Accounts.Model.Bias + Accounts.Model.Reasons(a, b).Sum(reason => reason.Weight);
        Assert.Equal(Accounts.Model.Likelihood(a, b), 1 / (1 + Math.Exp(-logOdds)), 9);
    }

    [Fact]
    public void Silence_is_compared_with_nothing()
    {
        Account silent = Accounts.Of("e1", "a1", day: 3), told = Accounts.Of("e2", "a2", day: 3, killed: 40);
        Assert.Contains(Accounts.Model.Reasons(silent, told), reason => reason.Level == "killed agree: missing");
        Account none = silent with { Killed = Count.Exactly(0) };
        Assert.DoesNotContain(Accounts.Model.Reasons(none, told), reason => reason.Level == "killed agree: missing");
    }
}
