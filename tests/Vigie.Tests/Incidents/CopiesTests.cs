using CsCheck;
using NodaTime;
using Vigie.Events.Incidents;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Incidents;

/// <summary>Copies of one text are known as such, whatever an outlet did to its head and tail.</summary>
public sealed class CopiesTests
{
    private const string Agency =
        "Onze militaires ont été tués mardi matin dans une embuscade tendue par des hommes armés à la sortie de la ville, sur la route du fleuve, a-t-on appris de source "
        + "sécuritaire. Le convoi, parti à l'aube avec une vingtaine de véhicules, avait déjà essuyé des tirs près du pont. Les blessés ont été évacués par hélicoptère vers la "
        + "capitale régionale, où les hôpitaux manquent de sang. Dans la soirée, un message diffusé sur les réseaux a revendiqué l'attaque au nom d'un groupe local.";

    private static readonly DocumentReader Documents = DocumentReader.Load(DataFolder.BesideProgram);

    private static MinHash? Signature(string title, string text)
    {
        Document document = Documents.Read(new Article("x", title, text, "fr"));
        return new WordingReader(document).Of([]).Article;
    }

    [Fact]
    public void A_copy_with_another_heading_and_a_cut_tail_counts_as_its_original()
    {
        var copies = new Copies();
        copies.Add("agency", new LocalDate(2024, 3, 5), Signature("Embuscade meurtrière", Agency));
        copies.Add("daily", new LocalDate(2024, 3, 6), Signature("Un convoi attaqué sur la route du fleuve", Agency[..^70]));
        copies.Add("other", new LocalDate(2024, 3, 6), Signature("Embuscade", "Selon des habitants, neuf soldats au moins sont morts quand leur colonne a sauté sur une mine avant d'être mitraillée depuis les collines voisines."));
        Assert.Equal(["agency", "agency", "other"], new[] { "agency", "daily", "other" }.Select(copies.OriginOf));
    }

    [Fact]
    public void The_earliest_is_the_original_whatever_came_first() =>
        Gen.Int[0, 5].Sample(rotation =>
        {
            var copies = new Copies();
            MinHash? signature = Signature("a", Agency);
            for (int i = 0; i < 6; i++)
            {
                int day = (i + rotation) % 6;
                copies.Add($"day-{day}", new LocalDate(2024, 3, 1 + day), signature);
            }
            return Enumerable.Range(0, 6).All(day => copies.OriginOf($"day-{day}") == "day-0");
        });

    [Fact]
    public void A_text_too_short_to_tell_is_no_copy()
    {
        var copies = new Copies();
        copies.Add("one", null, Signature("", "Trois morts."));
        copies.Add("two", null, Signature("", "Trois morts."));
        Assert.Equal("two", copies.OriginOf("two"));
    }
}
