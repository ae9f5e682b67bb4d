using Vigie.Events;
using Xunit;

namespace Vigie.Tests.Places;

public sealed class ToponymUseTests
{
    [Theory]
    [InlineData("fr", "GAO (Agence) – Des tirs ont été entendus mardi. Rien n'a filtré depuis, au Mali.", "GAO", ToponymUse.Dateline)]
    [InlineData("fr", "Le suspect, originaire de Kidal, vivait à Bamako, au Mali.", "Kidal", ToponymUse.Origin)]
    [InlineData("fr", "Le suspect, originaire de Kidal, vivait à Bamako, au Mali.", "Bamako", ToponymUse.Place)]
    [InlineData("fr", "Damas a démenti toute frappe sur Alep, en Syrie.", "Damas", ToponymUse.Speaker)]
    [InlineData("fr", "Le Mali a annoncé une enquête sur l'attaque de Gao.", "Mali", ToponymUse.Speaker)]
    [InlineData("fr", "L'attaque de Gao a été condamnée au Mali.", "Gao", ToponymUse.Place)]
    [InlineData("en", "Damascus denied the strike near Aleppo in Syria.", "Damascus", ToponymUse.Speaker)]
    [InlineData("en", "The man, a native of Mosul, was shot in Erbil, Iraq.", "Mosul", ToponymUse.Origin)]
    [InlineData("en", "Shells fell in Damascus on Monday, residents of Syria said.", "Damascus", ToponymUse.Place)]
    [InlineData("ar", "نفت دمشق شن غارة على حلب في سوريا.", "دمشق", ToponymUse.Speaker)]
    [InlineData("ar", "سقطت قذائف على دمشق في سوريا.", "دمشق", ToponymUse.Place)]
    public void A_name_is_a_place_a_dateline_an_origin_or_a_government(string language, string text, string passage, ToponymUse use) =>
        Assert.Equal(use, Assert.Single(PlaceDocuments.Recogniser.Find(PlaceDocuments.Of(text, language)), c => c.Text == passage).Use);

    [Theory]
    [InlineData("fr", "Une bombe a explosé à Gao, au Mali. Les blessés ont été soignés dans la ville.", "ville", 16.27, -0.04)]
    [InlineData("fr", "Au Mali, des tirs ont retenti. Le calme est revenu dans la capitale.", "capitale", 12.65, -8.00)]
    [InlineData("en", "A blast shook the Kenyan capital. The police came at once.", "Kenyan capital", -1.29, 36.82)]
    [InlineData("ar", "انفجرت قنبلة في حلب بسوريا. ونقل الجرحى إلى مستشفيات المدينة.", "المدينة", 36.20, 37.16)]
    public void A_noun_stands_for_the_place_it_means(string language, string text, string noun, double latitude, double longitude)
    {
        var place = Assert.Single(PlaceDocuments.Recogniser.Find(PlaceDocuments.Of(text, language)), c => c.Use == ToponymUse.Nominal && c.Text == noun).Place;
        Assert.Equal(latitude, place.Latitude!.Value, 0.1);
        Assert.Equal(longitude, place.Longitude!.Value, 0.1);
    }
}
