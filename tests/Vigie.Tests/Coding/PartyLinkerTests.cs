using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Text;
using Xunit;
using static Vigie.Tests.Coding.Drafts;

namespace Vigie.Tests.Coding;

/// <summary>Who has a role, once each, and who says so.</summary>
public sealed class PartyLinkerTests : IDisposable
{
    private static readonly Thresholds Half = new() { Mention = 0.5, SecondMention = 0.7, Role = 0.5, SecondRole = 0.5, Says = 0.5, Weapon = 0.5, Background = 0.5 };

    private static readonly Thresholds Low = new() { Mention = 0.5, SecondMention = 0.7, Role = 0.4, SecondRole = 0.4, Says = 0.5, Weapon = 0.5, Background = 0.5 };

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("vigie-test-");
    private readonly EncodedDocument document = EmptyReader.Encoded(Sample);
    private readonly Mention mention = new(Sample.Sentences[1], 10, 0.9, new float[ReaderShape.Width]);

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_party_has_its_likeliest_role_and_a_kind()
    {
        Reader reader = EmptyReader.With(weights => (weights["role.null.bias"][1], weights["kind.out.bias"][3]) = (-3, 2), root.FullName);
        RoleChoice choice = Assert.Single(new PartyLinker(reader, Half).Roles(document, mention, reader.Queries(mention), [Actor("Gunmen")]));
        Assert.Equal((ActorRoles.All[1], ActorKinds.All[3]), (choice.Role, choice.Kind));
    }

    [Fact]
    public void The_register_knows_a_kind_better_than_the_reader()
    {
        Reader reader = EmptyReader.With(weights => weights["role.null.bias"][0] = -3, root.FullName);
        Assert.Equal("rebel", Assert.Single(new PartyLinker(reader, Half).Roles(document, mention, reader.Queries(mention), [Actor("Gunmen", "some-group", "rebel")])).Kind);
    }

    [Fact]
    public void Nobody_may_have_a_role()
    {
        Reader reader = EmptyReader.With(weights => Array.Fill(weights["role.null.bias"], 3), root.FullName);
        Assert.Empty(new PartyLinker(reader, Half).Roles(document, mention, reader.Queries(mention), [Actor("Gunmen"), Actor("police")]));
    }

    [Fact]
    public void Occurrences_of_one_party_count_together_shown_by_the_likeliest()
    {
        // Class 6 of the distances is the second sentence after the mention's; the two of "x" have more than "police" alone.
        Reader reader = EmptyReader.With(weights => (weights["role.null.bias"][0], weights["role.far"][6]) = (-3, 0.5f), root.FullName);
        ActorCandidate first = Actor("traders", "x"), again = Actor("nine", "x"), other = Actor("police");
        RoleChoice choice = Assert.Single(new PartyLinker(reader, Half).Roles(document, mention, reader.Queries(mention), [first, other, again]));
        Assert.Equal(again, choice.Party);
        Assert.InRange(choice.Probability, 0.6, 0.8);
    }

    [Fact]
    public void The_same_words_are_one_party_whatever_their_accents_and_case()
    {
        Document text = Of("T", "Émeutiers fled. The emeutiers came back.");
        Reader reader = EmptyReader.With(_ => { }, root.FullName);
        Assert.Single(new PartyLinker(reader, Half).Roles(EmptyReader.Encoded(text), mention with { Sentence = text.Sentences[1] }, reader.Queries(mention), [Actor("Émeutiers", document: text), Actor("emeutiers", document: text)]));
    }

    [Fact]
    public void Sources_are_named_once()
    {
        Reader reader = EmptyReader.With(weights => weights["says.out.bias"][0] = 2, root.FullName);
        Document text = Of("T", "Police said so. The police said it again.");
        ActorCandidate[] sources = [Actor("Police", document: text), Actor("police", document: text)];
        Assert.Equal([sources[0]], new PartyLinker(reader, Half).Sources(EmptyReader.Encoded(text), mention with { Sentence = text.Sentences[1] }, reader.Queries(mention), sources));
        Reader silent = EmptyReader.With(weights => weights["says.out.bias"][0] = -2, root.FullName);
        Assert.Empty(new PartyLinker(silent, Half).Sources(EmptyReader.Encoded(text), mention with { Sentence = text.Sentences[1] }, silent.Queries(mention), sources));
    }

    [Fact]
    public void Half_a_character_in_a_name_stops_nothing()
    {
        Document text = Of("T", "Gun\ud83dmen fled. The \ude00army came.");
        Reader reader = EmptyReader.With(weights => Array.Fill(weights["role.null.bias"], -9), root.FullName);
        ActorCandidate[] parties = [Actor("Gun\ud83dmen", document: text), Actor("\ude00army", document: text)];
        var linker = new PartyLinker(reader, Low);
        Assert.Equal(parties, linker.Roles(EmptyReader.Encoded(text), mention with { Sentence = text.Sentences[1] }, reader.Queries(mention), parties).Select(role => role.Party));
        Assert.Equal(parties, linker.Sources(EmptyReader.Encoded(text), mention with { Sentence = text.Sentences[1] }, reader.Queries(mention), parties));
    }

    [Fact]
    public void A_second_party_of_a_role_must_be_sure_enough_too()
    {
        Reader reader = EmptyReader.With(weights => weights["role.null.bias"][0] = -9, root.FullName);
        ActorCandidate[] parties = [Actor("Gunmen"), Actor("police")];
        Thresholds strict = new() { Mention = 0.5, SecondMention = 0.7, Role = 0.4, SecondRole = 0.6, Says = 0.5, Weapon = 0.5, Background = 0.5 };
        Assert.Equal([parties[0]], new PartyLinker(reader, strict).Roles(document, mention, reader.Queries(mention), parties).Select(role => role.Party));
        Assert.Equal(parties, new PartyLinker(reader, Low).Roles(document, mention, reader.Queries(mention), parties).Select(role => role.Party));
    }
}
