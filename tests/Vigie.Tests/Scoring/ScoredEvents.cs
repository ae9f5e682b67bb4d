using Vigie.Events;
using Vigie.Scoring;

namespace Vigie.Tests.Scoring;

/// <summary>Events to compare, made by hand.</summary>
internal static class ScoredEvents
{
    public static ScoredEvent Gold { get; } = new(
        "main", "Battles", "Armed clash", "asserted", new ScoredDate("2025-03-10", "2025-03-10"), new ScoredPlace("SS", 6.2, 31.6, "settlement"),
        [new ScoredActor(["the army", "SSPDF"], "initiator", "state"), new ScoredActor(["gunmen"], "target", "unidentified")],
        [Count.Exactly(9), null, null, null], ["small_arms"], [new ScoredEvidence("event", null, null, "fought"), new ScoredEvidence("killed", null, null, "Nine died")], null);

    public static ScoredEvent Coded { get; } = Gold with
    {
        Place = new ScoredPlace("SS", 6.21, 31.56, "settlement"),
        Actors = [new ScoredActor(["The Army"], "initiator", "state"), new ScoredActor(["Gunmen"], "target", "unidentified")],
        Evidence = [new ScoredEvidence("event", 11, 17, "fought"), new ScoredEvidence("killed", 30, 34, "Nine")],
        Confidence = 0.9,
    };

    public static ScoredReport Report(params ScoredEvent[] events) => new("case", "r1", "en", "2025-03-11", null, "Bor", "The ar fought gunmen now. Nine died.", events);

    public static Scoreboard Board(ScoredReport gold, params ScoredEvent[] coded)
    {
        var board = new Scoreboard();
        board.Add(gold, coded);
        return board;
    }
}
