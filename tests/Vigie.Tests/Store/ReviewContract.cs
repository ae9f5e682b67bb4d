using Vigie.Events;
using Vigie.Store;
using Xunit;

namespace Vigie.Tests.Store;

/// <summary>What reviewers decide, in every store.</summary>
public abstract class ReviewContract : StoreContract
{
    [Fact]
    public void A_decision_holds_and_is_in_the_log()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Decision decision = Store.Decide(new AcceptEvent(new VersionedId("a-1", 1)), "anna", "two sources");
        Assert.Equal(("anna", "accept-event", "two sources"), (decision.Who, decision.Kind, decision.Reason));
        Change change = Assert.Single(decision.Changes);
        Assert.Contains("\"draft\"", change.Before, StringComparison.Ordinal);
        Assert.Contains("\"accepted\"", change.After, StringComparison.Ordinal);
        Assert.Equal((ReviewState.Accepted, 2), (Store.FindEvent("a-1")!.State, Store.FindEvent("a-1")!.Version));
        Assert.Equal(decision.Number, Assert.Single(Store.Decisions("a-1", 10)).Number);
        Assert.Empty(Store.Decisions("b-1", 10));
    }

    [Fact]
    public void Two_reviewers_never_overwrite_each_other()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Store.Decide(new AcceptEvent(new VersionedId("a-1", 1)), "anna");
        StaleException stale = Assert.Throws<StaleException>(() => Store.Decide(new RejectEvent(new VersionedId("a-1", 1)), "bela"));
        Assert.Equal((1, 2), (stale.Seen, stale.Now));
        Assert.Equal(ReviewState.Accepted, Store.FindEvent("a-1")!.State);
        Assert.Throws<StaleException>(() => Store.Decide(new RejectEvent(new VersionedId("nowhere", 1)), "bela"));
        Assert.Single(Store.Decisions(null, 10));
    }

    [Fact]
    public void An_edit_keeps_what_the_coder_said_and_an_undo_brings_it_back()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Event before = Store.FindEvent("a-1")!.Event;
        Decision edit = Store.Decide(new EditEvent(new VersionedId("a-1", 1), before with { Killed = Count.Exactly(13), SubEventType = "Attack" }), "anna");
        Assert.Equal(13, Store.FindEvent("a-1")!.Event.Killed!.Best);
        Assert.Equal("Attack", Store.Events(new Filter { SubEventTypes = ["Attack"] }, Order.Newest, 5).Items[0].Event.SubEventType);
        Decision undo = Store.Decide(new UndoDecision(edit.Number), "anna");
        AssertSame(before, Store.FindEvent("a-1")!.Event);
        Assert.Equal(edit.Number, undo.Undoes);
        Assert.Equal(undo.Number, Store.FindDecision(edit.Number)!.Undone);
        Assert.Throws<ProposalException>(() => Store.Decide(new UndoDecision(edit.Number), "anna"));
        // The undo can be taken back like any decision.
        Store.Decide(new UndoDecision(undo.Number), "anna");
        Assert.Equal(13, Store.FindEvent("a-1")!.Event.Killed!.Best);
    }

    [Fact]
    public void An_undo_gives_way_to_what_came_later()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Decision accept = Store.Decide(new AcceptEvent(new VersionedId("a-1", 1)), "anna");
        Store.Decide(new EditEvent(new VersionedId("a-1", 2), Store.FindEvent("a-1")!.Event with { Killed = Count.Exactly(13) }), "bela");
        Assert.Throws<StaleException>(() => Store.Decide(new UndoDecision(accept.Number), "anna"));
        Assert.Equal(ReviewState.Accepted, Store.FindEvent("a-1")!.State);
    }

    [Fact]
    public void Evidence_must_stand_in_the_text()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Event e = Store.FindEvent("a-1")!.Event;
        Event wrong = e with { Evidence = [new Evidence("killed", new Text.Span(3, 8), "nothing")] };
        Assert.Throws<ProposalException>(() => Store.Decide(new EditEvent(new VersionedId("a-1", 1), wrong), "anna"));
        Assert.Throws<ProposalException>(() => Store.Decide(new EditEvent(new VersionedId("a-1", 1), e with { Killed = new Count(5, 2, null) }), "anna"));
        Assert.Equal(1, Store.FindEvent("a-1")!.Version);
    }

    [Fact]
    public void An_event_split_and_merged_again()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Event whole = Store.FindEvent("a-1")!.Event;
        Decision split = Store.Decide(new SplitEvent(new VersionedId("a-1", 1), [whole with { Killed = Count.Exactly(7) }, whole with { Killed = Count.Exactly(5) }]), "anna");
        StoredArticle article = Store.FindArticle("a")!;
        Assert.Equal([7, 5], article.Events.Select(e => e.Event.Killed!.Best!.Value));
        Assert.Equal(2, Store.CountIncidents(Filter.All));

        Store.Decide(new MergeEvents([.. article.Events.Select(e => e.Ref)], whole), "anna");
        Assert.Equal([ReviewState.Draft, ReviewState.Merged], Store.FindArticle("a")!.Events.Select(e => e.State));
        Assert.Equal(1, Store.CountEvents(Filter.All));
        Assert.Throws<StaleException>(() => Store.Decide(new UndoDecision(split.Number), "anna"));
    }

    [Fact]
    public void A_split_taken_back_leaves_one_event_and_can_be_made_again()
    {
        Store.Add([Samples.Ambush("a", 12)], Samples.Coder);
        Event whole = Store.FindEvent("a-1")!.Event;
        Decision split = Store.Decide(new SplitEvent(new VersionedId("a-1", 1), [whole with { Killed = Count.Exactly(7) }, whole with { Killed = Count.Exactly(5) }]), "anna");
        Decision undo = Store.Decide(new UndoDecision(split.Number), "anna");
        AssertSame(whole, Assert.Single(Store.FindArticle("a")!.Events).Event);
        Store.Decide(new UndoDecision(undo.Number), "anna");
        Assert.Equal([7, 5], Store.FindArticle("a")!.Events.Select(e => e.Event.Killed!.Best!.Value));
    }

    [Fact]
    public void A_person_adds_what_the_coder_missed()
    {
        Store.Add([Samples.Ambush("a", 12) with { Events = [] }], Samples.Coder);
        ArticleRecord record = Samples.Ambush("a", 12);
        Store.Decide(new AddEvent("a", record.Events[0]), "anna");
        StoredEvent added = Assert.Single(Store.FindArticle("a")!.Events);
        Assert.Equal((ReviewState.Accepted, "anna"), (added.State, added.Coding.Coder));
        Assert.Throws<ProposalException>(() => Store.Decide(new AddEvent("nowhere", record.Events[0]), "anna"));
    }

    [Fact]
    public void A_newer_coding_replaces_drafts_and_leaves_decisions()
    {
        Store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 3), Samples.Ambush("c", 1)], Samples.Coder);
        Store.Decide(new AcceptEvent(new VersionedId("a-1", 1)), "anna");
        ArticleRecord a = Samples.Ambush("a", 12), b = Samples.Ambush("b", 3), c = Samples.Ambush("c", 1);
        Added added = Store.Add(
            [
                a with { Events = [a.Events[0] with { Killed = new Count(12, null, 12) }] },
                b with { Events = [b.Events[0] with { Id = "b-other", Killed = new Count(3, null, 3) }] },
                c with { Events = [] },
            ],
            Samples.NewerCoder);
        Assert.Equal((0, 3), (added.New, added.Recoded));

        StoredEvent decided = Store.FindEvent("a-1")!;
        Assert.Equal((ReviewState.Accepted, Count.Exactly(12), new Count(12, null, 12)), (decided.State, decided.Event.Killed, decided.Proposed!.Killed));
        Assert.Equal(new Count(3, null, 3), Store.FindEvent("b-1")!.Event.Killed);
        Assert.Null(Store.FindEvent("c-1"));
        Assert.Equal("c-1", Assert.Single(Store.Tombstones()).Id);
        Assert.Equal(3, Store.Decisions(null, 10).Count(decision => decision.Kind == "recode"));

        Store.Decide(new TakeProposed(decided.Ref), "anna");
        Assert.Equal((new Count(12, null, 12), ReviewState.Accepted), (Store.FindEvent("a-1")!.Event.Killed, Store.FindEvent("a-1")!.State));
        Assert.Null(Store.FindEvent("a-1")!.Proposed);
    }

    [Fact]
    public void Incidents_are_merged_split_and_undone()
    {
        Store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 15, "Le Courrier"), Samples.Ambush("c", 3, "Le Courrier")], Samples.Coder);
        StoredIncident a = IncidentOf("a-1"), b = IncidentOf("b-1"), c = IncidentOf("c-1");
        Decision merge = Store.Decide(new MergeIncidents([a.Ref, b.Ref, c.Ref]), "anna");
        StoredIncident merged = IncidentOf("c-1");
        Assert.Equal((a.Id, 3, 2, true), (merged.Id, merged.Outline.Events, merged.Outline.Sources, merged.Outline.Disagrees));
        Assert.Equal((3, 15), (merged.Outline.Killed!.Low, merged.Outline.Killed.High));
        Assert.Null(Store.FindIncident(b.Id));
        Assert.Throws<StaleException>(() => Store.Decide(new SplitIncident(a.Ref, ["c-1"]), "bela"));

        Store.Decide(new SplitIncident(merged.Ref, ["c-1"]), "anna");
        Assert.NotEqual(a.Id, IncidentOf("c-1").Id);
        Assert.Throws<StaleException>(() => Store.Decide(new UndoDecision(merge.Number), "anna"));
        Assert.Equal(2, Store.CountIncidents(Filter.All));
    }

    [Fact]
    public void A_merge_taken_back_parts_the_incidents_as_they_were()
    {
        Store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 15, "Le Courrier")], Samples.Coder);
        Store.Decide(new ChooseClaims(IncidentOf("b-1").Ref, "killed", ["b-1#killed"]), "anna");
        StoredIncident a = IncidentOf("a-1"), b = IncidentOf("b-1");
        Decision merge = Store.Decide(new MergeIncidents([a.Ref, b.Ref]), "anna");
        Store.Decide(new UndoDecision(merge.Number), "anna");
        Assert.Equal(b.Id, IncidentOf("b-1").Id);
        Assert.Equal(["b-1#killed"], IncidentOf("b-1").Choices["killed"]);
        Assert.True(IncidentOf("b-1").Version > b.Version);
        Assert.Throws<StaleException>(() => Store.Decide(new MergeIncidents([a.Ref, b.Ref]), "bela"));
    }

    [Fact]
    public void Grouping_leaves_what_a_reviewer_tied()
    {
        Store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 15, "Le Courrier"), Samples.Ambush("c", 12, "Copy")], Samples.Coder);
        string a = IncidentOf("a-1").Id;
        Incident all = new(a,
        [
            new IncidentLink("a-1", "a", "a", Tie.Tells, 1),
            new IncidentLink("b-1", "b", "b", Tie.Tells, 0.98),
            new IncidentLink("c-1", "c", "a", Tie.Tells, 1),
        ]);
        Assert.Equal(1, Store.Group([all]));
        Assert.Equal(0, Store.Group([all]));
        StoredIncident grouped = IncidentOf("a-1");
        Assert.Equal((3, 2), (grouped.Outline.Events, grouped.Outline.Sources));
        Assert.Equal(all.Links.Select(link => link.Origin), grouped.Links.Links.Select(link => link.Origin));

        Store.Decide(new SplitIncident(grouped.Ref, ["b-1"]), "anna");
        Store.Group([all]);
        Assert.NotEqual(a, IncidentOf("b-1").Id);
    }

    [Fact]
    public void A_declined_suggestion_is_not_made_again()
    {
        Store.Add([Samples.Ambush("a", 12), Samples.Ambush("b", 15)], Samples.Coder);
        string a = IncidentOf("a-1").Id;
        Store.Suggest([new Suggestion(a, "b-1", 0.7)]);
        Assert.Equal(0.7, Assert.Single(Store.Suggestions(a)).Score);
        Decision declined = Store.Decide(new DeclineSuggestion(a, "b-1"), "anna");
        Store.Suggest([new Suggestion(a, "b-1", 0.9)]);
        Assert.Empty(Store.Suggestions(a));
        Store.Decide(new UndoDecision(declined.Number), "anna");
        Assert.Equal(0.9, Assert.Single(Store.Suggestions(a)).Score);
    }

    private StoredIncident IncidentOf(string eventId) => Store.FindIncident(Store.FindEvent(eventId)!.IncidentId)!;
}
