using NodaTime;
using Vigie.Events;
using Vigie.Events.Incidents;
using Vigie.Text;
using Xunit;
using Span = Vigie.Text.Span;

namespace Vigie.Tests.Incidents;

public sealed class ClaimReaderTests
{
    private static readonly Article Told = new("a1", "", "", Source: "Radio du Fleuve");

    private static readonly Event Coded = new(
        "a1-1", Focus.Main, "Battles", "Armed clash", Status.Alleged, TimeRange.Unknown, null,
        [new Actor("le Jnim", "JNIM", "jnim", "initiator", "rebel"), new Actor("des soldats", null, null, "target", "state")],
        new Count(12, null, 12), Count.Exactly(0), null, null, ["small_arms", "ied_mine"], ["un élu"], 0.9,
        [new Evidence("killed", new Span(3, 8), "douze"), new Evidence("actor:1", new Span(9, 20), "des soldats")]);

    private static readonly IReadOnlyList<Claim> Claims = ClaimReader.Read(Told, new LocalDate(2024, 3, 6), Coded, new Provenance("vigie", "1.2"));

    [Fact]
    public void Every_field_has_a_claim_and_silence_is_not_zero()
    {
        Assert.Equal(ClaimFields.All, Claims.Select(claim => ClaimFields.Named(claim.Field)).Distinct());
        Assert.Equal(Telling.Reported, One("killed").Telling);
        Assert.Equal(Telling.Zero, One("injured").Telling);
        Assert.Equal(Telling.Silent, One("detained").Telling);
        Assert.Null(One("detained").Value);
        Assert.Equal(Telling.Silent, One("date").Telling);
        Assert.Equal(Telling.Silent, One("place").Telling);
    }

    [Fact]
    public void A_claim_says_who_states_it_how_surely_and_where()
    {
        Claim killed = One("killed");
        Assert.Equal(("a1-1", "a1", "Radio du Fleuve", Status.Alleged), (killed.EventId, killed.ArticleId, killed.Source, killed.Status));
        Assert.Equal(new NumberValue(new Count(12, null, 12)), killed.Value);
        Assert.Equal("douze", Assert.Single(killed.Evidence).Text);
        Assert.Equal(["un élu"], killed.AttributedTo);
        Assert.Equal("des soldats", Assert.Single(One("actor:1").Evidence).Text);
        Assert.Empty(One("actor:0").Evidence);
    }

    [Fact]
    public void Ids_are_unique_and_repeat()
    {
        Assert.Equal(Claims.Count, Claims.Select(claim => claim.Id).Distinct().Count());
        Assert.Equal(Claims.Select(claim => claim.Id), ClaimReader.Read(Told, null, Coded, new Provenance("vigie", "2")).Select(claim => claim.Id));
    }

    private static Claim One(string field) => Claims.Single(claim => claim.Field == field);
}
