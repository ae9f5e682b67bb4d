using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;
using Xunit;
using static Vigie.Tests.Coding.Drafts;
using Span = Vigie.Text.Span;

namespace Vigie.Tests.Coding;

/// <summary>Drafts to the event: values, proof to the letter, and an id that stays.</summary>
public sealed class EventAssemblerTests
{
    private static readonly ConflictPack Pack = ConflictPack.Load(DataFolder.BesideProgram);
    private static readonly EventAssembler Assembler = new(Pack, new Thresholds { Mention = 0.5, SecondMention = 0.7, Role = 0.5, SecondRole = 0.5, Says = 0.5, Weapon = 0.5, Background = 0.5 }, Calibration.None);
    private static readonly int Attack = Pack.IndexOf("Attack");

    private static readonly Draft Full = Draft(
        Attack,
        date: Time("Monday", 10),
        place: Place("Bor", "gn:1"),
        killed: Drafts.Count("9 traders", CountOf.Killed, Vigie.Events.Count.Exactly(9)),
        parties: [new RoleChoice(Actor("Gunmen"), "initiator", "unidentified", 0.9), new RoleChoice(Actor("traders"), "victim", "civilians", 0.8)],
        sources: [Actor("police")]);

    [Fact]
    public void An_event_has_the_values_of_its_draft()
    {
        Event made = Assembler.Assemble(Sample, [Full]);
        Assert.Equal(("Violence against civilians", "Attack", Focus.Main, Status.Asserted), (made.EventType, made.SubEventType, made.Focus, made.Status));
        Assert.Equal("gn:1", made.Place?.GazetteerId);
        Assert.Equal(Full.Date.Chosen!.Range, made.Date);
        Assert.Equal(Vigie.Events.Count.Exactly(9), made.Killed);
        Assert.Null(made.Injured);
        Assert.Equal([new Actor("Gunmen", null, null, "initiator", "unidentified"), new Actor("traders", null, null, "victim", "civilians")], made.Actors);
        Assert.Equal(["police"], made.Sources);
        Assert.Empty(made.Weapons);
        Assert.Equal(0.8, made.Confidence, 1e-9);
    }

    [Fact]
    public void Every_filled_field_is_proved_to_the_letter()
    {
        var attributes = new MentionAttributes(0.9f, [0.2f, 0.7f, 0.1f], [.. Enumerable.Repeat(0.9f, 2), .. new float[12]]);
        Event made = Assembler.Assemble(Sample, [Full with { Attributes = attributes }]);
        Assert.Equal(["event", "date", "place", "killed", "weapon", "status", "actor:0", "actor:1"], made.Evidence.Select(proof => proof.Field));
        Assert.All(made.Evidence, proof => Assert.Equal(proof.Span.Of(Sample.Text), proof.Text));
        Assert.Equal(["Gunmen killed 9 traders in Bor on Monday", "Monday", "Bor", "9 traders"], made.Evidence.Take(4).Select(proof => proof.Text));
        Assert.Equal((Focus.Background, Status.Alleged), (made.Focus, made.Status));
        Assert.Equal(Pack.Weapons.Take(2), made.Weapons);
    }

    [Fact]
    public void What_the_surest_lacks_is_filled_by_the_others()
    {
        Draft again = Draft(
            Attack, 3, killed: Drafts.Count("nine dead", CountOf.Killed, new Count(9, null, 9)), injured: Drafts.Count("two hurt", CountOf.Injured, Vigie.Events.Count.Exactly(2)), sources: [Actor("police")]);
        Event made = Assembler.Assemble(Sample, [Full, again]);
        Assert.Equal(Vigie.Events.Count.Exactly(9), made.Killed);
        Assert.Equal(Vigie.Events.Count.Exactly(2), made.Injured);
        Assert.Equal("two hurt", Assert.Single(made.Evidence, proof => proof.Field == "injured").Text);
        Assert.Equal(["police"], made.Sources);
    }

    [Fact]
    public void An_event_that_names_nothing_says_so()
    {
        Event made = Assembler.Assemble(Sample, [Draft(Attack)]);
        Assert.Equal(TimeRange.Unknown, made.Date);
        Assert.Null(made.Place);
        Assert.Equal(["event"], made.Evidence.Select(proof => proof.Field));
    }

    [Fact]
    public void An_id_depends_on_text_type_and_passage_alone()
    {
        string id = Assembler.Assemble(Sample, [Full]).Id;
        // Pinned: an id that changes breaks what others have stored.
        Assert.Equal("e2abe1243206bf07", id);
        Assert.Equal(id, Assembler.Assemble(Sample, [Draft(Attack, probability: 0.6)]).Id);
        Assert.NotEqual(id, Assembler.Assemble(Sample, [Draft(Attack, 2)]).Id);
        Assert.NotEqual(id, Assembler.Assemble(Sample, [Draft(0)]).Id);
        Assert.NotEqual(id, Assembler.Assemble(Sample with { Text = Sample.Text.Replace("Bor", "Ber", StringComparison.Ordinal) }, [Full]).Id);
    }

    [Fact]
    public void Offsets_count_utf_16_units()
    {
        Document document = Of("Dépêche 😀", "😀 Gunmen came to Bor.");
        Span passage = Find("Gunmen came", document);
        Event made = Assembler.Assemble(document, [Draft(Attack) with { Passage = passage }]);
        Assert.Equal(new Evidence("event", new Span(14, 25), "Gunmen came"), Assert.Single(made.Evidence));
    }
}
