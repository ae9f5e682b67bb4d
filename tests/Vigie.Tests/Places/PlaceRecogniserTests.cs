using CsCheck;
using Vigie.Events;
using Xunit;

namespace Vigie.Tests.Places;

public sealed class PlaceRecogniserTests
{
    private static readonly string[] Bits =
        ["Alep", " à ", "la Haye", "l'Irak", "d'", "\n", " ", "20 km au sud de ", "Gao", "(", "—", "في ", "للرقة", "بحلب", "محافظة ", "إدلب", ".", "’", "\u0640", "\ud83d\ude00", "AL-", "St. "];

    [Fact]
    public void Every_candidate_is_its_passage_to_the_letter_and_none_overlap() =>
        Gen.Int[0, Bits.Length - 1].Select(i => Bits[i]).Array[0, 60].Select(string.Concat).Sample(text =>
        {
            foreach (string language in new[] { "fr", "en", "ar" })
            {
                var document = PlaceDocuments.Of(text, language);
                int end = 0;
                foreach (var candidate in PlaceDocuments.Recogniser.Find(document))
                {
                    Assert.Equal(document.Text[candidate.Span.Start..candidate.Span.End], candidate.Text);
                    Assert.True(candidate.Span.Start >= end && candidate.Span.Length > 0);
                    Assert.InRange(candidate.RunnersUp.Count, 0, 4);
                    end = candidate.Span.End;
                }
            }
        }, iter: 300);

    [Fact]
    public void A_distance_and_a_direction_move_the_point()
    {
        var candidates = PlaceDocuments.Recogniser.Find(PlaceDocuments.Of("L'embuscade a eu lieu à 40 km au nord de Gao, au Mali.", "fr"));
        var moved = Assert.Single(candidates, c => c.Text == "40 km au nord de Gao");
        Assert.InRange(moved.Place.Latitude!.Value, 16.45, 16.85);
        Assert.Equal(10, moved.Place.RadiusKm);
    }

    [Fact]
    public void A_noun_chooses_the_province_over_its_town()
    {
        var candidates = PlaceDocuments.Recogniser.Find(PlaceDocuments.Of("Des raids ont visé la province d'Idleb, en Syrie.", "fr"));
        var idlib = Assert.Single(candidates, c => c.Text == "Idleb").Place;
        Assert.True(idlib.Precision is PlacePrecision.Admin1 or PlacePrecision.Admin2, $"{idlib.Precision} {idlib.Reason}");
    }

    [Fact]
    public void An_unknown_village_falls_back_to_the_known_state_and_says_so()
    {
        var candidates = PlaceDocuments.Recogniser.Find(PlaceDocuments.Of("Gunmen burned the village of Xyzzqtown, in Borno State, Nigeria.", "en"));
        var village = Assert.Single(candidates, c => c.Text == "Xyzzqtown").Place;
        var state = Assert.Single(candidates, c => c.Text.StartsWith("Borno", StringComparison.Ordinal)).Place;
        Assert.Equal((state.GazetteerId, state.Precision, state.Latitude), (village.GazetteerId, village.Precision, village.Latitude));
        Assert.Contains("Xyzzqtown", village.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_names_no_place() => Assert.Empty(PlaceDocuments.Recogniser.Find(PlaceDocuments.Of("", "en")));

    [Fact]
    public void Furniture_names_no_place_and_does_not_say_which_country_is_meant()
    {
        const string Story = "Deux paysans ont été tués près de Gao.";
        const string Furniture = "Lire aussi : Tripoli, Libye : Benghazi, Misrata et les Libyens, la crise libyenne à Tripoli";
        var alone = PlaceDocuments.Recogniser.Find(PlaceDocuments.Of(Story, "fr"));
        var within = PlaceDocuments.Recogniser.Find(PlaceDocuments.Of(Furniture + "\n" + Story + "\n" + Furniture, "fr"));
        Assert.Equal(alone.Select(c => (c.Text, c.Place)), within.Select(c => (c.Text, c.Place)));
    }

    [Theory]
    [InlineData("en", "South Sudanese soldiers left Juba. South Sudanese families fled.", "Juba", "SS")]
    [InlineData("ar", "قوات كينية دخلت غاريسا. وقال السكان الكينيون إن المدينة هادئة.", "غاريسا", "KE")]
    public void The_words_for_a_people_say_which_country_is_meant(string language, string text, string passage, string country) =>
        Assert.Equal(country, Assert.Single(PlaceDocuments.Recogniser.Find(PlaceDocuments.Of(text, language)), c => c.Text == passage).Place.Country);

    [Theory]
    [InlineData("fr", "Un raid a frappé la bande de Gaza hier.", "Gaza", 31.42, 34.35)]
    [InlineData("en", "A raid hit the Gaza enclave on Monday.", "Gaza", 31.42, 34.35)]
    [InlineData("fr", "Des tirs ont visé le camp d'al-Hol, en Syrie.", "al-Hol", 36.37, 41.14)]
    [InlineData("en", "Guards fired on women in al-Hol camp in Syria.", "al-Hol", 36.37, 41.14)]
    [InlineData("fr", "L'armée nigériane a bombardé la forêt de Sambisa.", "Sambisa", 11.25, 13.4)]
    public void A_noun_may_begin_or_end_a_name(string language, string text, string passage, double latitude, double longitude)
    {
        var place = Assert.Single(PlaceDocuments.Recogniser.Find(PlaceDocuments.Of(text, language)), c => c.Text == passage).Place;
        Assert.Equal(latitude, place.Latitude!.Value, 0.1);
        Assert.Equal(longitude, place.Longitude!.Value, 0.1);
    }
}
