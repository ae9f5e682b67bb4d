using Vigie.Events;
using Vigie.Scoring;
using Xunit;
using static Vigie.Tests.Scoring.ScoredEvents;

namespace Vigie.Tests.Scoring;

/// <summary>Two coders, field by field.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void Reports_are_found_by_their_id()
    {
        var agreement = Agreement.Of([Named("a", Gold), Named("b")], [Named("c", Coded), Named("a", Coded)]);
        Assert.Equal((1, 1, 1), (agreement.Shared, agreement.OnlyA, agreement.OnlyB));
        Assert.Equal(new Found(1, 1, 1), agreement.Events);
    }

    [Fact]
    public void Each_field_has_its_units()
    {
        ScoredEvent other = Coded with
        {
            Status = "alleged",
            Date = new ScoredDate("2025-03-09", "2025-03-10"),
            Counts = [Count.Exactly(12), null, null, null],
            Actors = [Coded.Actors[0] with { Role = "target" }, new ScoredActor(["police"], "target", "state")],
            Weapons = ["small_arms", "grenade"],
        };
        Dictionary<string, FieldAgreement> fields = Agreement.Of([Named("a", Gold), Named("b")], [Named("a", other), Named("b")]).Fields().ToDictionary(field => field.Field);
        Assert.Equal(new Part(2, 2), fields["report has events"].Agreed);
        Assert.Equal(1, fields["report has events"].Kappa!.Value, 1e-9);
        Assert.Equal(new Part(1, 1), fields["sub_event_type"].Agreed);
        Assert.Equal(new Part(0, 1), fields["status"].Agreed);
        Assert.Equal(new Part(0, 1), fields["date"].Agreed);
        Assert.Equal(new Part(0, 1), fields["date.start"].Agreed);
        Assert.Equal(new Part(1, 1), fields["date.end"].Agreed);
        Assert.Equal((Scale.Ratio, new Part(0, 1)), (fields["killed"].Scale, fields["killed"].Agreed));
        Assert.Equal(new Part(1, 1), fields["injured given"].Agreed);
        Assert.Equal(new Part(0, 0), fields["injured"].Agreed);
        // The army is of both, the gunmen and the police of one each.
        Assert.Equal(new Part(1, 3), fields["actors"].Agreed);
        Assert.Equal(new Part(0, 1), fields["actor role"].Agreed);
        Assert.Equal(new Part(1, 1), fields["actor kind"].Agreed);
        // Two weapons are named somewhere: one by both, one by B alone.
        Assert.Equal(new Part(1, 2), fields["weapons"].Agreed);
    }

    [Fact]
    public void A_coder_agrees_with_itself()
    {
        ScoredReport[] reports = [Named("a", Gold, Gold with { EventType = "Riots", SubEventType = "Mob violence", Focus = "background", Date = ScoredDate.Unknown }), Named("b")];
        foreach (FieldAgreement field in Agreement.Of(reports, reports).Fields())
        {
            Assert.Equal(field.Agreed.All, field.Agreed.Of);
            Assert.True(field.Kappa is null or > 0.999 && field.Alpha is null or > 0.999, field.Field);
        }
    }

    private static ScoredReport Named(string id, params ScoredEvent[] events) => Report(events) with { Id = id };
}
