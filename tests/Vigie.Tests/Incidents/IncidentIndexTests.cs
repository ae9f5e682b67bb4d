using CsCheck;
using Vigie.Events;
using Vigie.Events.Incidents;
using Xunit;

namespace Vigie.Tests.Incidents;

/// <summary>Which accounts are together does not depend on their order; ids last; a person's word outweighs the score.</summary>
public sealed class IncidentIndexTests
{
    private const double Join = 0.1;

    private static IncidentIndex Index(params Account[] accounts)
    {
        var index = new IncidentIndex(Accounts.Model, Join);
        foreach (Account account in accounts) index.Add(account);
        return index;
    }

    private static string Partition(IncidentIndex index, IEnumerable<Account> accounts) =>
        string.Join(" | ", accounts.GroupBy(account => index.IncidentOf(account.EventId)).Select(group => string.Join(' ', group.Select(account => account.EventId).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    [Fact]
    public void Together_is_the_same_in_any_order() =>
        Gen.Select(Accounts.Several, Gen.Int[0, int.MaxValue]).Sample((accounts, seed) =>
        {
            var shuffled = (Account[])accounts.Clone();
            new Random(seed).Shuffle(shuffled);
            var batch = new IncidentIndex(Accounts.Model, Join);
            batch.Add(accounts);
            string expected = Partition(batch, accounts);
            Assert.Equal(expected, Partition(Index(accounts), accounts));
            Assert.Equal(expected, Partition(Index(shuffled), accounts));
        });

    [Fact]
    public void A_batch_has_the_same_ids_in_any_order() =>
        Gen.Select(Accounts.Several, Gen.Int[0, int.MaxValue]).Sample((accounts, seed) =>
        {
            var shuffled = (Account[])accounts.Clone();
            new Random(seed).Shuffle(shuffled);
            IncidentIndex one = new(Accounts.Model, Join), other = new(Accounts.Model, Join);
            one.Add(accounts);
            other.Add(shuffled);
            Assert.All(accounts, account => Assert.Equal(one.IncidentOf(account.EventId), other.IncidentOf(account.EventId)));
        });

    [Fact]
    public void Every_move_is_told_and_nothing_else_moves() =>
        Accounts.Several.Sample(accounts =>
        {
            var index = new IncidentIndex(Accounts.Model, Join);
            var told = new Dictionary<string, string>();
            foreach (Account account in accounts)
            {
                foreach (Move move in index.Add(account))
                {
                    Assert.Equal(move.From, told.GetValueOrDefault(move.EventId));
                    told[move.EventId] = move.To;
                }
                Assert.All(told, entry => Assert.Equal(index.IncidentOf(entry.Key), entry.Value));
            }
        });

    [Fact]
    public void An_incident_keeps_its_id_when_articles_arrive()
    {
        IncidentIndex index = Index(Accounts.Of("m", "a1", day: 3, killed: 11));
        string id = index.IncidentOf("m");
        index.Add(Accounts.Of("a", "a2", day: 3, killed: 11));
        index.Add(Accounts.Of("z", "a3", day: 3, killed: 12));
        Assert.Equal([id, id, id], new[] { "a", "m", "z" }.Select(index.IncidentOf));
        Assert.Equal(["a", "m", "z"], index.EventsOf(id));
    }

    [Fact]
    public void One_article_tells_two_incidents_with_two_events()
    {
        IncidentIndex index = Index(Accounts.Of("e1", "a1", day: 3, killed: 11), Accounts.Of("e2", "a1", day: 3, killed: 11));
        Assert.NotEqual(index.IncidentOf("e1"), index.IncidentOf("e2"));
    }

    [Fact]
    public void A_background_event_is_of_the_incident_that_it_retells()
    {
        IncidentIndex index = Index(Accounts.Of("told", "a1", day: 3, killed: 11), Accounts.Of("retold", "a2", day: 3, killed: 11, focus: Focus.Background));
        Assert.Equal(index.IncidentOf("told"), index.IncidentOf("retold"));
    }

    [Fact]
    public void A_person_splits_merges_and_takes_it_back()
    {
        IncidentIndex index = Index(Accounts.Of("e1", "a1", day: 3, killed: 11), Accounts.Of("e2", "a2", day: 3, killed: 11), Accounts.Of("far", "a3", day: 11, killed: 2));
        string first = index.IncidentOf("e1"), far = index.IncidentOf("far");

        Move split = Assert.Single(index.Apart("e1", "e2"));
        Assert.Equal(first, split.From);
        Assert.NotEqual(index.IncidentOf("e1"), index.IncidentOf("e2"));

        Assert.NotEmpty(index.Undecide("e1", "e2"));
        Assert.Equal([first, first], new[] { "e1", "e2" }.Select(index.IncidentOf));

        Assert.Equal([new Move("far", far, first)], index.Together("e1", "far"));
        Assert.Equal(["e1", "e2", "far"], index.EventsOf(first));
        Assert.Empty(index.EventsOf(far));

        index.Undecide("e1", "far");
        Assert.NotEqual(first, index.IncidentOf("far"));
        Assert.Equal(["e1", "e2"], index.EventsOf(first));
    }

    [Fact]
    public void A_person_may_say_that_one_article_tells_an_incident_twice()
    {
        IncidentIndex index = Index(Accounts.Of("e1", "a1", day: 3), Accounts.Of("e2", "a1", day: 3));
        index.Together("e1", "e2");
        Assert.Equal(index.IncidentOf("e1"), index.IncidentOf("e2"));
    }

    [Fact]
    public void A_removed_event_leaves_no_trace() =>
        Accounts.Several.Sample(accounts =>
        {
            var index = new IncidentIndex(Accounts.Model, Join);
            index.Add(accounts);
            index.Remove(accounts[0].EventId);
            Account[] left = accounts[1..];
            Assert.Equal(left.Length, index.Count);
            Assert.Throws<KeyNotFoundException>(() => index.IncidentOf(accounts[0].EventId));
            Assert.Equal(Partition(Index(left), left), Partition(index, left));
        });

    [Fact]
    public void A_newer_coding_takes_the_place_of_the_older()
    {
        IncidentIndex index = Index(Accounts.Of("e1", "a1", day: 3, killed: 11), Accounts.Of("e2", "a2", day: 3, killed: 11));
        index.Add(Accounts.Of("e2", "a2", day: 11, killed: 11));
        Assert.Equal(2, index.Count);
        Assert.NotEqual(index.IncidentOf("e1"), index.IncidentOf("e2"));
    }

    [Fact]
    public void Suggestions_are_ranked_and_leave_out_what_cannot_be()
    {
        var index = new IncidentIndex(Accounts.Model, join: 1);
        index.Add(Accounts.Of("e1", "a1", day: 3, killed: 11));
        index.Add(Accounts.Of("e2", "a2", day: 5, killed: 4));
        index.Add(Accounts.Of("e3", "a3", day: 3, killed: 11));
        index.Add(Accounts.Of("e4", "a3", day: 3, killed: 11));
        IReadOnlyList<Suggestion> suggestions = index.Suggest("e3");
        Assert.Equal(index.IncidentOf("e1"), suggestions[0].IncidentId);
        Assert.DoesNotContain(suggestions, suggestion => suggestion.IncidentId == index.IncidentOf("e4"));
        Assert.Equal(suggestions.OrderByDescending(suggestion => suggestion.Score), suggestions);
        index.Apart("e3", "e1");
        Assert.DoesNotContain(index.Suggest("e3"), suggestion => suggestion.IncidentId == index.IncidentOf("e1"));
    }
}
